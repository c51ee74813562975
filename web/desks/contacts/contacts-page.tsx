import type { Answer } from '../../http/endpoint.ts';
import { contactText } from '../../blocks/contact-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { OwnContacts } from './own-contacts.tsx';

type Entry = Answer<'contacts'>['units'][number];

/** Whom to reach in each unit. */
export function ContactsPage() {
  const planId = usePlanId() ?? '';
  const contacts = useReading<'contacts'>(`/api/plans/${planId}/contacts`);
  const { data: session } = useSession();
  const chosen = session?.chosen ?? null;
  const isOfUnit = chosen !== null && (chosen.seat === 'officer' || chosen.seat === 'head');
  return (
    <Reading of={contacts}>
      {({ units }) => (
        <>
          <DataTable
            caption="联系人"
            columns={columns}
            rows={units}
            rowKey={({ unit }) => unit.unitId}
            pageSize={100}
          />
          {isOfUnit ? <OwnContacts planId={planId} unitId={chosen.unit.unitId} /> : null}
        </>
      )}
    </Reading>
  );
}

const columns: readonly Column<Entry>[] = [
  { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
  {
    key: 'people',
    title: '人员和电话',
    text: ({ people }) => people.map(contactText).join('；'),
    cell: ({ people }) => (
      <ul className="plain-list">
        {people.map((person) => (
          <li key={`${person.personId} ${person.seatName}`}>{contactText(person)}</li>
        ))}
      </ul>
    ),
  },
  { key: 'filed', title: '签收时所报', text: ({ filed }) => filed },
];
