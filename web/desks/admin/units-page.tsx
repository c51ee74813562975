import type { UnitLineBody } from '../../../api/schemas/registry.ts';
import { textOf } from '../../blocks/act/act-definition.ts';
import type { Field } from '../../blocks/form/field.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { RegisterForm } from './register-form.tsx';

/** The units that can be responsible for tasks, with their kinds. */
export function UnitsPage() {
  const units = useReading<'units'>('/api/registry/units');
  return (
    <Reading of={units}>
      {({ units: rows }) => (
        <>
          <div className="actions">
            <RegisterForm
              label="登记单位"
              fields={fields}
              toEntries={(values) => ({
                units: [
                  {
                    key: textOf(values, 'key'),
                    name: textOf(values, 'name'),
                    fullName: textOf(values, 'fullName'),
                    aliases: textOf(values, 'aliases')
                      .split(/[、，,]/)
                      .map((alias) => alias.trim())
                      .filter((alias) => alias !== ''),
                    kind: textOf(values, 'kind'),
                    validFrom: textOf(values, 'validFrom'),
                  },
                ],
              })}
            />
          </div>
          <DataTable caption="单位" columns={columns} rows={rows} rowKey={({ unitId }) => unitId} pageSize={100} />
        </>
      )}
    </Reading>
  );
}

const kinds: readonly (readonly [UnitLineBody['kind'], string])[] = [
  ['party', '党委部门'],
  ['government', '政府部门'],
  ['district', '板块'],
  ['vertical', '垂直管理部门'],
  ['office', '领导小组办公室'],
  ['supervision', '督查机构'],
  ['leadership', '领导小组'],
];

const fields: readonly Field[] = [
  {
    kind: 'line',
    name: 'key',
    label: '编号',
    required: true,
    max: 60,
    help: '字母、数字、点、横线、下划线；同一编号即修改此单位。',
  },
  { kind: 'line', name: 'name', label: '简称', required: true },
  { kind: 'line', name: 'fullName', label: '全称', required: true },
  { kind: 'line', name: 'aliases', label: '别称', help: '文件中的其他写法，用顿号隔开。' },
  {
    kind: 'choice',
    name: 'kind',
    label: '类别',
    required: true,
    choices: kinds.map(([value, label]) => ({ value, label })),
  },
  { kind: 'day', name: 'validFrom', label: '自何日起', required: true },
];

const columns: readonly Column<UnitLineBody>[] = [
  { key: 'name', title: '简称', text: ({ name }) => name, sorts: true },
  { key: 'fullName', title: '全称', text: ({ fullName }) => fullName },
  { key: 'kind', title: '类别', text: ({ kindName }) => kindName, filters: true },
  { key: 'aliases', title: '别称', text: ({ aliases }) => aliases.join('、') },
  { key: 'members', title: '下含', text: ({ members }) => members.map(({ name }) => name).join('、') },
  { key: 'key', title: '编号', text: ({ key }) => key },
];
