import type { PersonLineBody } from '../../../api/schemas/registry.ts';
import { type ActDefinition, type SentAct, textOf } from '../../blocks/act/act-definition.ts';
import { type Choice, type Field, type FormValues, listOf } from '../../blocks/form/field.ts';

type Change = Extract<SentAct, { type: 'changeContacts' }>;
type Taking = NonNullable<Change['takes']>[number];

const places: readonly (Choice & Pick<Taking, 'seat' | 'rank'>)[] = [
  { value: 'officer-a', label: '联络员A角', seat: 'officer', rank: 'A' },
  { value: 'officer-b', label: '联络员B角', seat: 'officer', rank: 'B' },
  { value: 'writer', label: '经办人', seat: 'writer', rank: null },
];

/** A change of a unit's contacts: who leaves, who takes over, and from when. */
export function contactChange(
  { unitId, today }: { readonly unitId: string; readonly today: string },
  people: readonly PersonLineBody[],
): ActDefinition {
  const held = heldSeats(people, unitId);
  return {
    label: '变更联系人',
    title: '变更联系人',
    needs: 'approveContactChange',
    approver: 'head',
    initial: { from: today },
    fields: [
      { kind: 'day', name: 'from', label: '自何日起', required: true, from: today },
      { kind: 'choices', name: 'leaves', label: '离任人员', choices: held },
      ...takerFields(people),
      { kind: 'text', name: 'contacts', label: '责任领导、责任处室等其他变更', help: '没有变更的不填。' },
      { kind: 'text', name: 'reason', label: '变更原因', required: true },
    ],
    check: faultsOf,
    toAct: (values, actId) => ({
      type: 'changeContacts',
      unitId,
      from: textOf(values, 'from'),
      leaves: held.filter(({ value }) => listOf(values, 'leaves').includes(value)).map(({ leaving }) => leaving),
      takes: textOf(values, 'taker') === '' ? [] : [taking(values, actId)],
      contacts: textOf(values, 'contacts') === '' ? null : textOf(values, 'contacts'),
      reason: textOf(values, 'reason'),
    }),
  };
}

function heldSeats(people: readonly PersonLineBody[], unitId: string) {
  return people.flatMap(({ key, name, seats }) =>
    seats.flatMap(({ unit, seat, seatName, rank }) =>
      unit.unitId === unitId && (seat === 'officer' || seat === 'writer')
        ? [
            {
              value: `${seat} ${key}`,
              label: `${name}（${seatName}${rank === null ? '' : `${rank}角`}）`,
              leaving: { personKey: key, seat },
            },
          ]
        : [],
    ),
  );
}

const isNew = (values: FormValues): boolean => textOf(values, 'taker') === 'new';

function takerFields(people: readonly PersonLineBody[]): readonly Field[] {
  return [
    {
      kind: 'choice',
      name: 'taker',
      label: '接任人员',
      choices: [
        { value: 'new', label: '尚未登记的人员' },
        ...people.map(({ key, name }) => ({ value: `person ${key}`, label: name })),
      ],
    },
    {
      kind: 'choice',
      name: 'place',
      label: '接任岗位',
      required: true,
      choices: places,
      when: (values) => textOf(values, 'taker') !== '',
    },
    { kind: 'line', name: 'name', label: '姓名', required: true, max: 60, when: isNew },
    { kind: 'line', name: 'email', label: '邮箱', required: true, max: 200, when: isNew },
    { kind: 'line', name: 'phone', label: '办公电话', max: 40, when: isNew },
    { kind: 'line', name: 'mobile', label: '手机', max: 40, when: isNew },
  ];
}

function faultsOf(values: FormValues): Readonly<Record<string, string>> {
  const changesNothing =
    listOf(values, 'leaves').length === 0 && textOf(values, 'taker') === '' && textOf(values, 'contacts') === '';
  return changesNothing ? { leaves: '请选择离任或者接任人员，或者填写其他变更' } : {};
}

function taking(values: FormValues, actId: string): Taking {
  const place = places.find(({ value }) => value === textOf(values, 'place'));
  if (place === undefined) throw new Error('no seat was chosen');
  const { seat, rank } = place;
  if (!isNew(values)) {
    return { person: { key: textOf(values, 'taker').replace(/^person /, ''), particulars: null }, seat, rank };
  }
  const [name, email, phone, mobile] = ['name', 'email', 'phone', 'mobile'].map((field) => textOf(values, field));
  const particulars = { name: name ?? '', email: email ?? '', phone: phone ?? '', mobile: mobile ?? '' };
  return { person: { key: `contact-${actId}`, particulars }, seat, rank };
}
