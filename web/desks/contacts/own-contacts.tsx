import { Reading } from '../../blocks/state/reading-state.tsx';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { contactChange } from './contact-acts.ts';

/** Changing the contacts of the own unit, and what is open there for whoever takes over. */
export function OwnContacts({ planId, unitId }: { readonly planId: string; readonly unitId: string }) {
  const people = useWholeList<'people'>('/api/registry/people', { planId });
  const handOver = useReading<'handOver'>(`/api/plans/${planId}/hand-over/${unitId}`);
  const today = useMarkedPlan()?.today ?? null;
  return (
    <>
      {today === null ? null : (
        <div className="actions">
          <ActButton
            planId={planId}
            definition={contactChange({ unitId, today }, people.data?.rows ?? [])}
            draft={`contacts/${unitId}`}
            onDone={() => void readAnew('/api/registry')}
          />
        </div>
      )}
      <h2>交接清单</h2>
      <p className="hint">未办结的事项随岗位转给接任人员，不需要另行移交；已办结的记录保留原办理人姓名。</p>
      <Reading of={handOver}>
        {({ sections }) =>
          sections.length === 0 ? (
            <p>目前没有未办结的事项。</p>
          ) : (
            <section className="sheet">
              {sections.map(({ title, lines }) => (
                <div key={title} className="keep-together">
                  <h3>
                    {title}（{lines.length}）
                  </h3>
                  <ul>
                    {lines.map((line, place) => (
                      <li key={`${place} ${line}`}>{line}</li>
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          )
        }
      </Reading>
    </>
  );
}
