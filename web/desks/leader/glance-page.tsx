import { Link } from '@tanstack/react-router';
import type { GlanceBody } from '../../../api/schemas/charts.ts';
import { assertNever } from '../../../domain/errors.ts';
import { lightNames } from '../../../domain/task/light-sentence.ts';
import type { Light } from '../../../domain/task/task-state.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { LightMark } from '../../blocks/light/light-mark.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { usePlanId } from '../../start/address.ts';
import { proposalActs } from '../escalation/order-acts.ts';
import { TargetsTable } from './targets-table.tsx';

/** The year at a glance: what waits for the leader, and the lights by group and by unit. */
export function GlancePage() {
  const planId = usePlanId() ?? '';
  const glance = useReading<'glance'>(`/api/plans/${planId}/glance`);
  return (
    <Reading of={glance}>
      {(told) => (
        <>
          <Decisions planId={planId} decisions={told.decisions} />
          <section className="sheet">
            <h2>亮灯</h2>
            <Lights lights={told.lights} />
          </section>
          <h2>各项指标与计划</h2>
          <TargetsTable planId={planId} />
          <h2>各任务组</h2>
          <DataTable
            caption="各任务组亮灯"
            name="groups"
            bare
            columns={[
              { key: 'group', title: '任务组', text: ({ group }) => group },
              { key: 'tasks', title: '任务', text: ({ tasks }) => tasks, numeric: true },
              {
                key: 'lights',
                title: '亮灯',
                text: ({ lights }) => lightsText(lights),
                cell: ({ lights }) => <Lights lights={lights} />,
              },
            ]}
            rows={told.groups}
            rowKey={({ group }) => group}
            pageSize={100}
          />
          <h2>各单位</h2>
          <DataTable
            caption="各单位亮灯"
            name="units"
            columns={unitColumns}
            rows={told.units}
            rowKey={({ unit }) => unit.unitId}
            pageSize={100}
          />
        </>
      )}
    </Reading>
  );
}

type UnitLights = GlanceBody['units'][number];

const unitColumns: readonly Column<UnitLights>[] = [
  { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
  { key: 'subjects', title: '负责事项', text: ({ subjects }) => subjects, sorts: true, numeric: true },
  { key: 'overdue', title: '逾期未报', text: ({ overdue }) => overdue, sorts: true, numeric: true },
  { key: 'late', title: '逾期报送', text: ({ late }) => late, sorts: true, numeric: true },
  {
    key: 'lights',
    title: '亮灯',
    text: ({ lights }) => lightsText(lights),
    cell: ({ lights }) => <Lights lights={lights} />,
  },
];

function Decisions({ planId, decisions }: Pick<GlanceBody, 'decisions'> & { readonly planId: string }) {
  return (
    <section className="sheet">
      <h2>需要您决定的事</h2>
      {decisions.length === 0 ? (
        <p>目前没有。</p>
      ) : (
        <ul>
          {decisions.map(({ kind, id, title, since, due, why }) => (
            <li key={`${kind} ${id ?? ''}`}>
              <Link to={addressOf(planId, { kind, id })}>{title}</Link>
              {since === null ? null : <span className="hint">　{momentText(since)}报请</span>}
              {due === null ? null : (
                <>
                  （<DateWithReason date={due} why={why} />
                  前决定）
                </>
              )}
              {kind !== 'order' || id === null ? null : (
                <span className="actions">
                  {proposalActs(id).map((definition) => (
                    <ActButton
                      key={definition.label}
                      planId={planId}
                      definition={definition}
                      draft={`${definition.label}/${id}`}
                    />
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function addressOf(planId: string, { kind, id }: Pick<GlanceBody['decisions'][number], 'kind' | 'id'>): string {
  const plan = `/plans/${planId}`;
  switch (kind) {
    case 'breakdown':
      return `${plan}/approval`;
    case 'change':
      return `${plan}/changes`;
    case 'order':
      return `${plan}/orders/${id ?? ''}`;
    case 'sheet':
      return `${plan}/sheets/${id ?? ''}`;
    case 'summary':
      return `${plan}/year-end`;
    default:
      return assertNever(kind);
  }
}

function lit(lights: Readonly<Record<string, number>>): readonly { readonly light: Light; readonly count: number }[] {
  return Object.keys(lightNames)
    .filter((name): name is Light => name in lightNames)
    .flatMap((light) => ((lights[light] ?? 0) === 0 ? [] : [{ light, count: lights[light] ?? 0 }]));
}

function lightsText(lights: Readonly<Record<string, number>>): string {
  return lit(lights)
    .map(({ light, count }) => `${lightNames[light]}${count}`)
    .join('，');
}

function Lights({ lights }: { readonly lights: Readonly<Record<string, number>> }) {
  const all = lit(lights);
  if (all.length === 0) return <span>尚未亮灯</span>;
  return (
    <span className="lights">
      {all.map(({ light, count }) => (
        <span key={light}>
          <LightMark light={light} /> {count}
        </span>
      ))}
    </span>
  );
}
