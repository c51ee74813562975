import type { UnitLineBody } from '../../../api/schemas/registry.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { ChangeUnit, NewUnit } from './unit-forms.tsx';

/** The units that can be responsible for tasks, with their kinds and from when on. */
export function UnitsPage() {
  const units = useWholeList<'units'>('/api/registry/units');
  return (
    <Reading of={units}>
      {({ day, rows, later }) => (
        <>
          <div className="actions">
            <NewUnit units={[...rows, ...later]} today={day} />
          </div>
          {later.length === 0 ? null : (
            <>
              <h2>已登记、尚未生效</h2>
              <DataTable
                name="later"
                caption="已登记、尚未生效"
                columns={columns}
                rows={later}
                rowKey={({ unitId, validFrom }) => `${unitId} ${validFrom}`}
                bare
              />
              <h2>现在的单位</h2>
            </>
          )}
          <DataTable
            caption="单位"
            columns={[
              ...columns,
              {
                key: 'change',
                title: '办理',
                text: () => null,
                cell: (unit) => <ChangeUnit unit={unit} units={rows} today={day} />,
              },
            ]}
            rows={rows}
            rowKey={({ unitId }) => unitId}
            pageSize={100}
          />
        </>
      )}
    </Reading>
  );
}

const columns: readonly Column<UnitLineBody>[] = [
  { key: 'name', title: '简称', text: ({ name }) => name, sorts: true },
  { key: 'fullName', title: '全称', text: ({ fullName }) => fullName },
  { key: 'kind', title: '类别', text: ({ kindName }) => kindName, filters: true, short: true },
  { key: 'aliases', title: '别称', text: ({ aliases }) => aliases.join('、') },
  { key: 'members', title: '下含', text: ({ members }) => members.map(({ name }) => name).join('、') },
  {
    key: 'validFrom',
    title: '自何日起',
    text: ({ validFrom }) => validFrom,
    cell: ({ validFrom }) => dayText(validFrom),
    sorts: true,
    short: true,
  },
  { key: 'key', title: '编号', text: ({ key }) => key },
];
