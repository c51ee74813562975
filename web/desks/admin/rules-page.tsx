import { Reading } from '../../blocks/state/reading-state.tsx';
import { textOf } from '../../blocks/act/act-definition.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { useReading } from '../../http/readings.ts';
import { RegisterForm } from './register-form.tsx';

/** Versions of the rules, each with its reason; a new version applies to open tasks from then on. */
export function RulesPage() {
  const rules = useReading<'rules'>('/api/registry/rules');
  return (
    <Reading of={rules}>
      {({ versions }) => (
        <>
          <div className="actions">
            <RegisterForm
              key={versions.length}
              label="发布新版规则"
              fields={[
                { kind: 'text', name: 'rules', label: '规则（JSON）', required: true, lines: 12, max: 20_000 },
                { kind: 'line', name: 'reason', label: '理由', required: true },
              ]}
              initial={{ rules: JSON.stringify(next(versions[0]), null, 2) }}
              toEntries={(values) => ({
                rules: [{ rules: parsed(textOf(values, 'rules')), reason: textOf(values, 'reason') }],
              })}
            />
          </div>
          {versions.map(({ version, reason, rules: table, at, by }) => (
            <section className="sheet" key={version}>
              <h2>第{version}版</h2>
              <p>{reason}</p>
              <p className="hint">
                {by}于 {momentText(at)} 发布
              </p>
              <details>
                <summary>内容</summary>
                <pre>{JSON.stringify(table, null, 2)}</pre>
              </details>
            </section>
          ))}
        </>
      )}
    </Reading>
  );
}

// The newest version under the next number: a version that stands is never written over.
function next(newest: { readonly version: number; readonly rules: object } | undefined): object {
  return newest === undefined ? {} : { ...newest.rules, version: newest.version + 1 };
}

// What is no JSON is sent as it is: the server refuses it and says why.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
