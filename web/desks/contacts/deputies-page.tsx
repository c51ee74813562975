import { type PersonActor, seatTitle } from '../../../domain/actor.ts';
import type { DeputyListBody } from '../../../api/schemas/succession.ts';
import { isLendable } from '../../../domain/registry/lendable-seat.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { useReading } from '../../http/readings.ts';
import { actorOf } from '../../session/session.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { authorisation, authorisationEnd } from './deputy-acts.ts';

type Deputy = DeputyListBody['deputies'][number];

/** Who acts for whom, now or later, and letting somebody do so. */
export function DeputiesPage() {
  const planId = usePlanId() ?? '';
  const deputies = useReading<'deputies'>(`/api/plans/${planId}/deputies`);
  const people = useWholeList<'people'>('/api/registry/people', { planId });
  const { data: session } = useSession();
  const today = useMarkedPlan()?.today ?? null;
  // A deputy does not name deputies.
  const by = session === undefined || session.chosen?.deputyFor !== null ? null : actorOf(session);
  return (
    <>
      {by === null || today === null ? null : (
        <div className="actions">
          <ActButton
            planId={planId}
            definition={authorisation(by, people.data?.rows ?? [], today)}
            draft={`deputy/${planId}`}
            isMain
          />
        </div>
      )}
      <Reading of={deputies}>
        {({ deputies: rows }) => (
          <DataTable
            caption="代行授权"
            columns={columns({ planId, by, today })}
            rows={rows}
            rowKey={(line) => `${line.personKey} ${line.seat} ${line.deputyKey} ${line.from}`}
            empty="目前没有代行授权。"
          />
        )}
      </Reading>
    </>
  );
}

interface Viewer {
  readonly planId: string;
  readonly by: PersonActor | null;
  readonly today: string | null;
}

function columns({ planId, by, today }: Viewer): readonly Column<Deputy>[] {
  return [
    { key: 'seat', title: '岗位', text: ({ unit, seatName }) => seatTitle(unit.name, seatName), sorts: true },
    { key: 'person', title: '授权人', text: ({ person }) => person.name },
    { key: 'deputy', title: '代行人', text: ({ deputy }) => deputy.name },
    {
      key: 'term',
      title: '期限',
      text: ({ from }) => from,
      sorts: true,
      cell: ({ from, to }) => `${dayText(from)}至${dayText(to)}`,
    },
    { key: 'reason', title: '理由', text: ({ reason }) => reason ?? '内容已清除' },
    {
      key: 'end',
      title: '办理',
      text: () => null,
      cell: (line) => {
        const { seat, unit, person, personKey, deputyKey, from } = line;
        if (by === null || today === null) return null;
        if (!isLendable(by, { unitId: unit.unitId, seat, personId: person.personId })) return null;
        const draft = `deputy-end/${unit.unitId}/${seat}/${personKey}/${deputyKey}/${from}`;
        return <ActButton planId={planId} definition={authorisationEnd(line, today)} draft={draft} />;
      },
    },
  ];
}
