import type { PersonLineBody } from '../../../api/schemas/registry.ts';
import type { DeputyListBody } from '../../../api/schemas/succession.ts';
import { type PersonActor, seatTitle } from '../../../domain/actor.ts';
import { isLendable } from '../../../domain/registry/lendable-seat.ts';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';

type Deputy = DeputyListBody['deputies'][number];

/** Letting another person act in a seat for some days; only seats that the reader may lend are offered. */
export function authorisation(by: PersonActor, people: readonly PersonLineBody[], today: string): ActDefinition {
  const seats = people.flatMap((person) =>
    person.seats
      .filter(({ seat, unit }) => isLendable(by, { unitId: unit.unitId, seat, personId: person.personId }))
      .map(({ seat, seatName, unit }) => ({
        value: `${unit.unitId} ${seat} ${person.key}`,
        label: `${seatTitle(unit.name, seatName)}：${person.name}`,
        lent: { unitId: unit.unitId, seat, personKey: person.key },
      })),
  );
  return {
    label: '授权代行',
    title: '授权代行岗位',
    needs: 'authoriseDeputy',
    initial: { from: today },
    fields: [
      { kind: 'choice', name: 'seat', label: '代行的岗位', required: true, choices: seats },
      {
        kind: 'choice',
        name: 'deputyKey',
        label: '代行人',
        required: true,
        choices: people.map(({ key, name }) => ({ value: key, label: name })),
      },
      { kind: 'day', name: 'from', label: '自何日起', required: true, from: today },
      { kind: 'day', name: 'to', label: '至何日止', required: true, from: today, help: '到期自动终止，当日仍可代行。' },
      { kind: 'text', name: 'reason', label: '理由', required: true },
    ],
    check: (values) => (textOf(values, 'to') < textOf(values, 'from') ? { to: '截止日期早于起始日期，请核对' } : {}),
    toAct: (values) => {
      const chosen = seats.find(({ value }) => value === textOf(values, 'seat'));
      if (chosen === undefined) throw new Error('no seat was chosen');
      return {
        type: 'authoriseDeputy',
        ...chosen.lent,
        deputyKey: textOf(values, 'deputyKey'),
        from: textOf(values, 'from'),
        to: textOf(values, 'to'),
        reason: textOf(values, 'reason'),
      };
    },
  };
}

/** Ending an authorisation before its last day. */
export function authorisationEnd({ unit, seat, personKey, deputyKey, deputy }: Deputy, today: string): ActDefinition {
  return {
    label: '提前结束',
    title: `提前结束${deputy.name}的代行授权`,
    needs: 'authoriseDeputy',
    initial: { to: today },
    fields: [
      {
        kind: 'day',
        name: 'to',
        label: '至何日止',
        required: true,
        help: '该日仍可代行；已经办理的事项不受影响。',
      },
    ],
    toAct: (values) => ({
      type: 'endDeputy',
      unitId: unit.unitId,
      seat,
      personKey,
      deputyKey,
      to: textOf(values, 'to'),
    }),
  };
}
