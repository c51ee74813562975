import { Reading } from '../../blocks/state/reading-state.tsx';
import { textOf } from '../../blocks/act/act-definition.ts';
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
              initial={{ rules: JSON.stringify(versions.at(-1)?.rules ?? {}, null, 2) }}
              toEntries={(values) => ({
                rules: [{ rules: parsed(textOf(values, 'rules')), reason: textOf(values, 'reason') }],
              })}
            />
          </div>
          {versions.toReversed().map(({ version, reason, rules: table }) => (
            <section className="sheet" key={version}>
              <h2>第{version}版</h2>
              <p>{reason}</p>
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

// What is no JSON is sent as it is: the server refuses it and says why.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
