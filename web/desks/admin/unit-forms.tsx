import type { UnitLineBody } from '../../../api/schemas/registry.ts';
import { textOf } from '../../blocks/act/act-definition.ts';
import { type Choice, type Field, type FormValues, listOf } from '../../blocks/form/field.ts';
import { keyField, sinceField } from './entry-fields.ts';
import { RegisterForm } from './register-form.tsx';

interface NewUnitProps {
  readonly units: readonly UnitLineBody[];
  readonly today: string;
}

/** Registers a unit that there was not. */
export function NewUnit({ units, today }: NewUnitProps) {
  const help = '字母、数字、点、横线、下划线，例如简称的拼音；登记后不再更改。';
  return (
    <RegisterForm
      label="登记单位"
      fields={[...fieldsOf(units), keyField(help), sinceField()]}
      initial={{ validFrom: today }}
      check={(values) =>
        units.some(({ key }) => key === textOf(values, 'key'))
          ? { key: '这个编号已有单位使用，请改用其他编号；要修改该单位，请在其所在行办理' }
          : {}
      }
      toEntries={(values) => ({ units: [unitOf(textOf(values, 'key'), values)] })}
    />
  );
}

/** Registers what a unit is from a day on; all else of it is taken over. */
export function ChangeUnit({ unit, units, today }: NewUnitProps & { readonly unit: UnitLineBody }) {
  const { key, name, fullName, aliases, kind, members, host } = unit;
  const keyOf = (unitId: string | undefined) => units.find((each) => each.unitId === unitId)?.key;
  return (
    <RegisterForm
      label="修改"
      title={`修改${name}的登记`}
      fields={[
        ...fieldsOf(units.filter((each) => each.key !== key)),
        sinceField('自该日起按修改后的登记办理；此前的记录不变。'),
      ]}
      initial={{
        name,
        fullName,
        aliases: aliases.join('、'),
        kind,
        members: members.flatMap(({ unitId }) => keyOf(unitId) ?? []),
        hostUnit: keyOf(host?.unitId) ?? '',
        validFrom: today,
      }}
      toEntries={(values) => ({ units: [unitOf(key, values)] })}
    />
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

function fieldsOf(units: readonly UnitLineBody[]): readonly Field[] {
  const choices: readonly Choice[] = units.map(({ key, name }) => ({ value: key, label: name }));
  return [
    { kind: 'line', name: 'name', label: '简称', required: true },
    { kind: 'line', name: 'fullName', label: '全称', required: true },
    { kind: 'line', name: 'aliases', label: '别称', help: '文件中的其他写法，用顿号隔开；没有的不填。' },
    {
      kind: 'choice',
      name: 'kind',
      label: '类别',
      required: true,
      choices: kinds.map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'choices',
      name: 'members',
      label: '下含单位',
      choices,
      help: '只有“各市（区）”一类的合称需要选择。',
    },
    {
      kind: 'choice',
      name: 'hostUnit',
      label: '办公室设在',
      choices,
      when: ({ kind }) => kind === 'office',
      help: '该单位所报的内容由办公室审核时，注明“本单位”。',
    },
  ];
}

function unitOf(key: string, values: FormValues) {
  const [name, fullName, kind, validFrom] = ['name', 'fullName', 'kind', 'validFrom'].map((field) =>
    textOf(values, field),
  );
  const hostUnit = textOf(values, 'hostUnit');
  return {
    key,
    name,
    fullName,
    aliases: textOf(values, 'aliases')
      .split(/[、，,]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    kind,
    members: listOf(values, 'members'),
    hostUnit: kind !== 'office' || hostUnit === '' ? null : hostUnit,
    validFrom,
  };
}
