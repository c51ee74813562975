import { textOf } from '../../blocks/act/act-definition.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { type Field, listOf } from '../../blocks/form/field.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { useReading } from '../../http/readings.ts';
import { RegisterForm } from './register-form.tsx';
import { changedLines, ruleLines, rulesWith } from './rule-lines.ts';

type Version = Answer<'rules'>['versions'][number];

/** Versions of the rules, each with its reason; a new version applies to open tasks from then on. */
export function RulesPage() {
  const rules = useReading<'rules'>('/api/registry/rules');
  return (
    <Reading of={rules}>
      {({ versions }) => (
        <>
          {versions[0] === undefined ? null : (
            <div className="actions">
              <NewVersion key={versions[0].version} newest={versions[0]} />
            </div>
          )}
          {versions.map((version, place) => (
            <OneVersion
              key={version.version}
              version={version}
              before={versions[place + 1] ?? null}
              isNewest={place === 0}
            />
          ))}
        </>
      )}
    </Reading>
  );
}

/** Changes some of the limits of the newest version, with a reason. */
function NewVersion({ newest: { version, rules } }: { readonly newest: Version }) {
  const lines = ruleLines(rules);
  const fields: readonly Field[] = [
    {
      kind: 'choices',
      name: 'changed',
      label: '要修改的规则',
      required: true,
      help: '可以选择多项，选择后在下面填写新的内容；未选择的不变。',
      choices: lines.map(({ key, name, text }) => ({ value: key, label: `${name}（现为${text}）` })),
    },
    ...lines.map(({ key, field }): Field => ({ ...field, when: (values) => listOf(values, 'changed').includes(key) })),
    { kind: 'line', name: 'reason', label: '理由', required: true, help: '与新版规则一并留存。' },
  ];
  return (
    <RegisterForm
      label="发布新版规则"
      submitLabel="发布"
      fields={fields}
      initial={Object.fromEntries(lines.map(({ key, value }) => [key, value]))}
      toEntries={(values) => {
        const changed = rulesWith(rules, values, listOf(values, 'changed'));
        return { rules: [{ rules: { ...changed, version: version + 1 }, reason: textOf(values, 'reason') }] };
      }}
    />
  );
}

interface OneVersionProps {
  readonly version: Version;
  readonly before: Version | null;
  readonly isNewest: boolean;
}

function OneVersion({ version: { version, reason, rules, at, by }, before, isNewest }: OneVersionProps) {
  return (
    <section className="sheet">
      <h2>
        第{version}版{isNewest ? '（现行）' : ''}
      </h2>
      <p>理由：{reason}</p>
      <p className="hint">
        {by}于 {momentText(at)} 发布
      </p>
      {before === null ? null : (
        <ul>
          {changedLines(rules, before.rules).map(({ name, text }) => (
            <li key={name}>
              {name}：{text}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>全部内容</summary>
        <dl className="facts">
          {ruleLines(rules).map(({ key, name, text }) => (
            <Line key={key} name={name} text={text} />
          ))}
        </dl>
      </details>
    </section>
  );
}

function Line({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
