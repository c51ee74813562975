import type { PersonLineBody } from '../../../api/schemas/registry.ts';
import { seatNames, seatTitle, seats } from '../../../domain/actor.ts';
import { textOf } from '../../blocks/act/act-definition.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import type { Choice, Field, FormValues } from '../../blocks/form/field.ts';
import { keyField, sinceField } from './entry-fields.ts';
import { RegisterForm } from './register-form.tsx';

type SeatLine = PersonLineBody['seats'][number];

/** The units in which a seat can be taken, by their keys. */
export type UnitChoices = readonly Choice[];

interface NewPersonProps {
  readonly people: readonly PersonLineBody[];
  readonly units: UnitChoices;
  readonly today: string;
}

/** Registers somebody with the seat that they take: without one nobody can sign in. */
export function NewPerson({ people, units, today }: NewPersonProps) {
  const help = '字母、数字、点、横线、下划线，例如单位和姓名的拼音；登记后不再更改，同名人员由此区分。';
  return (
    <RegisterForm
      label="登记人员"
      fields={[...particulars, keyField(help), ...seatFields(units), sinceField()]}
      initial={{ validFrom: today }}
      check={(values) =>
        people.some(({ key }) => key === textOf(values, 'key'))
          ? { key: '这个编号已有人员使用，请改用其他编号；要修改该人员，请在其所在行办理' }
          : {}
      }
      toEntries={(values) => {
        const key = textOf(values, 'key');
        return { persons: [personOf(key, values)], seats: [seatOf(key, values)] };
      }}
    />
  );
}

interface OfPersonProps {
  readonly person: PersonLineBody;
  readonly today: string;
}

/** Changes what is known of somebody. */
export function ChangePerson({ person, today }: OfPersonProps) {
  const { key, name, email, phone, mobile } = person;
  return (
    <RegisterForm
      label="修改"
      title={`修改${name}的信息`}
      fields={[...particulars, sinceField()]}
      initial={{ name, email: email ?? '', phone: phone ?? '', mobile: mobile ?? '', validFrom: today }}
      toEntries={(values) => ({ persons: [personOf(key, values)] })}
    />
  );
}

/** Gives somebody one more seat. */
export function NewSeat({ person: { key, name }, units, today }: OfPersonProps & { readonly units: UnitChoices }) {
  return (
    <RegisterForm
      label="任职"
      title={`登记${name}任职`}
      fields={[...seatFields(units), sinceField()]}
      initial={{ validFrom: today }}
      toEntries={(values) => ({ seats: [seatOf(key, values)] })}
    />
  );
}

interface EndSeatProps {
  readonly name: string;
  readonly line: SeatLine;
  readonly today: string;
}

/** Lets somebody leave one of their seats. */
export function EndSeat({ name, line, today }: EndSeatProps) {
  const { personKey, unit, unitKey, seat, seatName, rank, validFrom } = line;
  return (
    <RegisterForm
      label="离任"
      title={`登记${name}离任：${seatTitle(unit.name, seatName)}`}
      fields={[
        {
          kind: 'day',
          name: 'validTo',
          label: '最后任职日',
          required: true,
          from: validFrom,
          help: `自${dayText(validFrom)}起任职。该日仍可办理，次日起不能再以此岗位登录；以往记录不变。`,
        },
      ]}
      initial={{ validTo: today }}
      toEntries={(values) => {
        const validTo = textOf(values, 'validTo');
        return { seats: [{ person: personKey, unit: unitKey, seat, rank, validFrom, validTo }] };
      }}
    />
  );
}

const particulars: readonly Field[] = [
  { kind: 'line', name: 'name', label: '姓名', required: true },
  { kind: 'line', name: 'email', label: '邮箱', required: true, help: '提醒和通知发到此邮箱。' },
  { kind: 'line', name: 'phone', label: '办公电话' },
  { kind: 'line', name: 'mobile', label: '手机' },
];

function seatFields(units: UnitChoices): readonly Field[] {
  return [
    { kind: 'choice', name: 'unit', label: '单位', required: true, choices: units },
    {
      kind: 'choice',
      name: 'seat',
      label: '岗位',
      required: true,
      choices: seats.map((seat) => ({ value: seat, label: seatNames[seat] })),
    },
    {
      kind: 'choice',
      name: 'rank',
      label: '联络员A、B角',
      choices: [
        { value: 'A', label: 'A角' },
        { value: 'B', label: 'B角' },
      ],
      when: ({ seat }) => seat === 'officer',
    },
  ];
}

function personOf(key: string, values: FormValues) {
  const [name, email, phone, mobile, validFrom] = ['name', 'email', 'phone', 'mobile', 'validFrom'].map((field) =>
    textOf(values, field),
  );
  return { key, name, email, phone, mobile, validFrom };
}

function seatOf(person: string, values: FormValues) {
  const rank = textOf(values, 'rank');
  return {
    person,
    unit: textOf(values, 'unit'),
    seat: textOf(values, 'seat'),
    rank: rank === '' || textOf(values, 'seat') !== 'officer' ? null : rank,
    validFrom: textOf(values, 'validFrom'),
    validTo: null,
  };
}
