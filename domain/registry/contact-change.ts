import { seatNames } from '../actor.ts';
import { personIdOf } from '../duban-namespace.ts';
import { RuleViolation } from '../errors.ts';
import type { Instant } from '../instant.ts';
import { assertMayApprove, assertSigned, paperOf } from '../paper-approval.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import type { ChangeContacts } from './registry-command.ts';
import type { PersonRegistered, RegistryEvent, SeatLeft } from './registry-event.ts';
import { type Holding, type RegistryFacts, holdsOn } from './registry-facts.ts';

/** A unit's change of contacts 联系人变更: seats end and begin on one day, which is never before the approval. */
export function changeContacts(command: ChangeContacts, facts: RegistryFacts, at: Instant): readonly RegistryEvent[] {
  const { by, changeId, planId, unitId, contacts, reason } = command;
  assertMayApprove(command, 'approveContactChange', { unitId });
  assertSigned(command, facts.today);
  if (command.leaves.length + command.takes.length === 0 && contacts === null) {
    throw new RuleViolation('nothing-changed', '没有填写任何变更内容，请填写后重新提交');
  }
  const from = command.from < facts.today ? facts.today : command.from;
  const left = command.leaves.map((leaving) => seatLeft(leaving, { unitId, from, facts }));
  const staying = facts.holdings.filter(
    (holding) => holdsOn(holding, from) && !left.some((each) => isHolding(each, holding)),
  );
  const taken = command.takes.map(({ personKey, seat, rank }) => {
    return { personId: personIdOf(personKey), unitId, seat, rank, validFrom: from };
  });
  assertStaffed([...staying, ...taken]);
  const said = { at, by };
  return [
    {
      type: 'contactsChanged',
      ...said,
      changeId,
      planId,
      unitId,
      from,
      contacts,
      reason,
      ...paperOf(command),
    },
    ...newcomers(command, facts, from).map((person): RegistryEvent => ({
      type: 'personRegistered',
      ...said,
      ...person,
    })),
    ...left.map((each): RegistryEvent => ({ type: 'seatLeft', ...said, ...each })),
    ...taken.map((each): RegistryEvent => ({ type: 'seatTaken', ...said, ...each })),
  ];
}

type Said<E extends RegistryEvent> = Omit<E, 'type' | 'at' | 'by'>;

interface Change {
  readonly unitId: string;
  readonly from: PlainDate;
  readonly facts: RegistryFacts;
}

function seatLeft({ personKey, seat }: ChangeContacts['leaves'][number], { unitId, from, facts }: Change) {
  const personId = personIdOf(personKey);
  const holding = facts.holdings.find(
    (each) => each.personId === personId && each.seat === seat && holdsOn(each, from),
  );
  if (holding === undefined) {
    throw new RuleViolation('seat-not-held', `${personKey} 届时不任本单位${seatNames[seat]}，请核对离任人员`);
  }
  const validTo = addDays(from, -1);
  if (validTo < holding.validFrom) {
    throw new RuleViolation('seat-just-taken', `${personKey} 自${holding.validFrom}起任职，变更须晚于该日，请核对日期`);
  }
  return { personId, unitId, seat, validFrom: holding.validFrom, validTo } satisfies Said<SeatLeft>;
}

function newcomers(
  { takes }: ChangeContacts,
  { knownPersonIds }: RegistryFacts,
  validFrom: PlainDate,
): readonly Said<PersonRegistered>[] {
  return takes.flatMap(({ personKey: key, particulars }, index) => {
    const personId = personIdOf(key);
    const isKnown = knownPersonIds.includes(personId);
    if (!isKnown && particulars === null) {
      throw new RuleViolation('unknown-person', `人员 ${key} 尚未登记，请填写姓名、邮箱和电话`);
    }
    if (isKnown && particulars !== null) {
      throw new RuleViolation('person-known', `人员代码 ${key} 已经登记，请改用其他代码，或者只填写代码`);
    }
    const isFirst = takes.findIndex((each) => each.personKey === key) === index;
    return particulars === null || !isFirst ? [] : [{ personId, key, particulars, validFrom }];
  });
}

function assertStaffed(after: readonly Pick<Holding, 'personId' | 'seat' | 'rank'>[]): void {
  const twice = after.find((each, index) => after.findIndex((other) => isSameSeat(each, other)) < index);
  if (twice !== undefined) {
    throw new RuleViolation('seat-held', `同一人员不能重复担任本单位${seatNames[twice.seat]}，请核对变更内容`);
  }
  const officers = after.filter(({ seat }) => seat === 'officer');
  for (const rank of ['A', 'B'] as const) {
    if (officers.filter((officer) => officer.rank === rank).length <= 1) continue;
    throw new RuleViolation('rank-taken', `变更后联络员${rank}角有两人，请同时办理原联络员离任`);
  }
  if (officers.some(({ rank }) => rank === 'A')) return;
  throw new RuleViolation('officer-missing', '变更后没有联络员A角，请同时确定接任的联络员');
}

function isSameSeat(a: Pick<Holding, 'personId' | 'seat'>, b: Pick<Holding, 'personId' | 'seat'>): boolean {
  return a.personId === b.personId && a.seat === b.seat;
}

function isHolding(left: Pick<SeatLeft, 'personId' | 'seat' | 'validFrom'>, holding: Holding): boolean {
  return isSameSeat(left, holding) && left.validFrom === holding.validFrom;
}
