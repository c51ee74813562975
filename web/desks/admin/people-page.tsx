import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { PersonLineBody, UnitLineBody } from '../../../api/schemas/registry.ts';
import { seatNames, seatTitle, seats } from '../../../domain/actor.ts';
import { textOf } from '../../blocks/act/act-definition.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import type { Field } from '../../blocks/form/field.ts';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import { RegisterForm } from './register-form.tsx';

/** People, their seats and their accounts. */
export function PeoplePage() {
  const people = useReading<'people'>('/api/registry/people');
  const units = useReading<'units'>('/api/registry/units');
  return (
    <Reading of={people}>
      {({ people: rows }) => (
        <>
          <div className="actions">
            <RegisterForm
              label="登记人员"
              fields={personFields}
              toEntries={(values) => ({
                persons: [Object.fromEntries(personFields.map(({ name }) => [name, textOf(values, name)]))],
              })}
            />
            <RegisterForm
              label="变更岗位"
              fields={seatFields(rows, units.data?.units ?? [])}
              toEntries={(values) => ({
                seats: [
                  {
                    person: textOf(values, 'person'),
                    unit: textOf(values, 'unit'),
                    seat: textOf(values, 'seat'),
                    rank: textOf(values, 'rank') === '' ? null : textOf(values, 'rank'),
                    validFrom: textOf(values, 'validFrom'),
                    validTo: textOf(values, 'validTo') === '' ? null : textOf(values, 'validTo'),
                  },
                ],
              })}
            />
          </div>
          <DataTable caption="人员和岗位" columns={columns} rows={rows} rowKey={({ personId }) => personId} />
        </>
      )}
    </Reading>
  );
}

const personFields: readonly Field[] = [
  {
    kind: 'line',
    name: 'key',
    label: '编号',
    required: true,
    max: 60,
    help: '字母、数字、点、横线、下划线；同一编号即修改此人。',
  },
  { kind: 'line', name: 'name', label: '姓名', required: true },
  { kind: 'line', name: 'email', label: '邮箱', required: true },
  { kind: 'line', name: 'phone', label: '办公电话' },
  { kind: 'line', name: 'mobile', label: '手机' },
  { kind: 'day', name: 'validFrom', label: '自何日起', required: true },
];

function seatFields(people: readonly PersonLineBody[], units: readonly UnitLineBody[]): readonly Field[] {
  return [
    {
      kind: 'choice',
      name: 'person',
      label: '人员',
      required: true,
      choices: people.map(({ key, name }) => ({ value: key, label: `${name}（${key}）` })),
    },
    {
      kind: 'choice',
      name: 'unit',
      label: '单位',
      required: true,
      choices: units.map(({ key, name }) => ({ value: key, label: name })),
    },
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
      label: '联络员A、B岗',
      choices: [
        { value: 'A', label: 'A岗' },
        { value: 'B', label: 'B岗' },
      ],
      when: ({ seat }) => seat === 'officer',
    },
    { kind: 'day', name: 'validFrom', label: '自何日起', required: true },
    { kind: 'day', name: 'validTo', label: '至何日止（离任时填写）' },
  ];
}

const accountNames: Readonly<Record<PersonLineBody['account'], string>> = {
  none: '未开通',
  invited: '已邀请',
  active: '已开通',
  locked: '已锁定',
};

const columns: readonly Column<PersonLineBody>[] = [
  { key: 'name', title: '姓名', text: ({ name }) => name, sorts: true },
  {
    key: 'seats',
    title: '岗位',
    text: ({ seats: held }) => held.map(seatLineText).join('；'),
    cell: ({ seats: held }) => (
      <ul className="plain-list">
        {held.map((line) => (
          <li key={seatLineText(line)}>{seatLineText(line)}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'phone',
    title: '电话',
    text: ({ phone, mobile }) => [phone, mobile].filter((number) => number !== null && number !== '').join('、'),
  },
  { key: 'email', title: '邮箱', text: ({ email }) => email },
  { key: 'account', title: '账号', text: ({ account }) => accountNames[account], filters: true },
  { key: 'invite', title: '办理', text: () => null, cell: (person) => <Invite person={person} /> },
];

function seatLineText({ unit, seatName, rank, validFrom, validTo }: PersonLineBody['seats'][number]): string {
  return `${seatTitle(unit.name, seatName)}${rank ?? ''}（${dayText(validFrom)}起${validTo === null ? '' : `至${dayText(validTo)}`}）`;
}

function Invite({ person: { personId, name } }: { readonly person: PersonLineBody }) {
  const [invitation, setInvitation] = useState<Answer<'invite'> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const invite = async (): Promise<void> => {
    setProblem(null);
    try {
      setInvitation(await ask<'invite'>('post', '/api/invitations', { body: { personId } }));
      await readAnew('/api/registry');
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <Button aria-label={`邀请${name}开通账号`} onClick={() => void invite()}>
        邀请
      </Button>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Modal open={invitation !== null} title={`邀请${name}`} footer={null} onCancel={() => setInvitation(null)}>
        <p>请将下面的链接交给本人，只显示这一次，{momentText(invitation?.expiresAt ?? null)}前有效：</p>
        <p className="said">{invitation?.link}</p>
      </Modal>
    </>
  );
}
