import type { PersonLineBody } from '../../../api/schemas/registry.ts';
import { seatTitle } from '../../../domain/actor.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { Invite } from './invite.tsx';
import { ChangePerson, EndSeat, NewPerson, NewSeat, type UnitChoices } from './person-forms.tsx';

/** People, their seats and their accounts. */
export function PeoplePage() {
  const people = useWholeList<'people'>('/api/registry/people');
  const units = useWholeList<'units'>('/api/registry/units');
  const choices = (units.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Reading of={people}>
      {({ day, rows }) => (
        <>
          <div className="actions">
            <NewPerson people={rows} units={choices} today={day} />
          </div>
          <DataTable
            caption="人员和岗位"
            columns={columns(choices, day)}
            rows={rows}
            rowKey={({ personId }) => personId}
          />
        </>
      )}
    </Reading>
  );
}

const accountNames: Readonly<Record<PersonLineBody['account'], string>> = {
  none: '未开通',
  invited: '已邀请',
  active: '已开通',
  locked: '已锁定',
};

function columns(units: UnitChoices, today: string): readonly Column<PersonLineBody>[] {
  return [
    { key: 'name', title: '姓名', text: ({ name }) => name, sorts: true, short: true },
    {
      key: 'seats',
      title: '岗位',
      text: ({ seats: held }) => held.map(seatLineText).join('；'),
      cell: ({ name, seats: held }) => (
        <ul className="plain-list">
          {held.map((line) => (
            <li key={seatLineText(line)}>
              {seatLineText(line)}
              {line.validTo === null ? <EndSeat name={name} line={line} today={today} /> : null}
            </li>
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
    { key: 'account', title: '账号', text: ({ account }) => accountNames[account], filters: true, short: true },
    {
      key: 'invite',
      title: '办理',
      text: () => null,
      cell: (person) => (
        <div className="actions">
          {person.seats.length === 0 ? null : <Invite person={person} />}
          <NewSeat person={person} units={units} today={today} />
          <ChangePerson person={person} today={today} />
        </div>
      ),
    },
  ];
}

function seatLineText({ unit, seatName, rank, validFrom, validTo }: PersonLineBody['seats'][number]): string {
  return `${seatTitle(unit.name, seatName)}${rank === null ? '' : `${rank}角`}（${dayText(validFrom)}起${validTo === null ? '' : `至${dayText(validTo)}`}）`;
}
