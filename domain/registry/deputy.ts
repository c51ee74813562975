import { type PersonActor, seatNames } from '../actor.ts';
import { personIdOf } from '../duban-namespace.ts';
import { RuleViolation } from '../errors.ts';
import type { Instant } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import { chineseDay } from '../plain-date.ts';
import type { AuthoriseDeputy, EndDeputy } from './registry-command.ts';
import type { DeputyAuthorised, DeputyEnded } from './registry-event.ts';
import { isLendable } from './lendable-seat.ts';
import { type RegistryFacts, holdsOn } from './registry-facts.ts';

/** Authorises a deputy 代行 with dates: by who holds the seat, by the unit's head for its officers and writers, or by an administrator. */
export function authoriseDeputy(
  { by, unitId, seat, personKey, deputyKey, from, to, reason }: AuthoriseDeputy,
  facts: RegistryFacts,
  at: Instant,
): readonly DeputyAuthorised[] {
  const [personId, deputyId] = [personIdOf(personKey), personIdOf(deputyKey)];
  assertMayAuthorise(by, { unitId, seat, personId });
  if (personId === deputyId) throw new RuleViolation('deputy-self', '不能授权本人代行本人的岗位，请另选代行人');
  if (to < from) throw new RuleViolation('term-backwards', '代行的截止日期早于起始日期，请核对后重新填写');
  if (from < facts.today) {
    throw new RuleViolation('term-past', `代行须自今天（${chineseDay(facts.today, true)}）或者以后开始，不能补办`);
  }
  if (!facts.knownPersonIds.includes(deputyId)) {
    throw new RuleViolation('unknown-person', `代行人 ${deputyKey} 尚未登记，请先由系统管理员登记人员`);
  }
  const holding = facts.holdings.find(
    (each) => each.personId === personId && each.seat === seat && holdsOn(each, from),
  );
  if (holding === undefined) {
    throw new RuleViolation('seat-not-held', `${personKey} 届时不任该单位的${seatNames[seat]}，不能授权他人代行`);
  }
  const other = facts.deputies.find(
    (each) => each.personId === personId && each.seat === seat && each.validFrom <= to && each.validTo >= from,
  );
  if (other !== undefined) {
    throw new RuleViolation(
      'deputy-overlaps',
      `该岗位${chineseDay(other.validFrom, true)}至${chineseDay(other.validTo, true)}已授权代行，请先结束原授权`,
    );
  }
  return [{ type: 'deputyAuthorised', at, by, personId, unitId, seat, deputyId, validFrom: from, validTo: to, reason }];
}

/** Ends an authorisation before its last day. */
export function endDeputy(
  { by, unitId, seat, personKey, deputyKey, to }: EndDeputy,
  facts: RegistryFacts,
  at: Instant,
): readonly DeputyEnded[] {
  const [personId, deputyId] = [personIdOf(personKey), personIdOf(deputyKey)];
  assertMayAuthorise(by, { unitId, seat, personId });
  const found = facts.deputies.find(
    (each) =>
      each.personId === personId &&
      each.seat === seat &&
      each.deputyId === deputyId &&
      each.validFrom <= each.validTo &&
      each.validTo >= facts.today,
  );
  if (found === undefined) throw new RuleViolation('deputy-unknown', '没有正在进行或者尚未开始的代行授权，请核对');
  const { validFrom } = found;
  // What was done under the authorisation stays valid: it ends today at the earliest, unless it has not begun.
  if (to < facts.today && validFrom <= facts.today) {
    throw new RuleViolation('term-past', '代行最早于今天结束，已经办理的事项不受影响，请重新填写截止日期');
  }
  if (to >= found.validTo) throw new RuleViolation('term-longer', '新的截止日期不早于原截止日期，如需延长请另行授权');
  return [{ type: 'deputyEnded', at, by, personId, unitId, seat, deputyId, validFrom, validTo: to }];
}

function assertMayAuthorise(
  by: PersonActor,
  { unitId, seat, personId }: Pick<DeputyAuthorised, 'unitId' | 'seat' | 'personId'>,
): void {
  assertMay(by, 'authoriseDeputy', { unitId });
  if (by.deputyFor !== undefined) {
    throw new RuleViolation('deputy-of-deputy', '代行人不能再授权他人代行，请由本人或者系统管理员办理');
  }
  if (isLendable(by, { unitId, seat, personId })) return;
  throw new RuleViolation(
    'not-permitted',
    '只能授权他人代行本人的岗位，单位负责人还可以授权代行本单位联络员、经办人岗位',
  );
}
