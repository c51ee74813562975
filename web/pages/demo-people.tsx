import { Button } from 'antd';
import { useReading } from '../http/readings.ts';
import { ask } from '../http/request.ts';
import { type HeldSeat, seatText } from '../session/session.ts';

// The seats of which there are few come first: nobody looks for the office among a hundred officers.
const order: readonly HeldSeat['seat'][] = ['office', 'leader', 'supervisor', 'admin', 'officer', 'head', 'writer'];

/** The people of the demonstration, one press each; the server says where it has one. */
export function DemoPeople({ onArrived }: { readonly onArrived: () => void }) {
  const { data } = useReading<'demoPeople'>('/api/demo/people');
  if (data === undefined || data.people.length === 0) return null;
  const entries = data.people
    .flatMap(({ person, seats }) => seats.map((seat) => ({ person, seat })))
    .toSorted((a, b) => order.indexOf(a.seat.seat) - order.indexOf(b.seat.seat));
  const enter = async (personId: string, { seat, unit: { unitId } }: HeldSeat): Promise<void> => {
    await ask<'demoSignIn'>('post', '/api/demo/session', { body: { personId, seat, unitId } });
    onArrived();
  };
  return (
    <section className="demo-people" aria-labelledby="demo-heading">
      <h2 id="demo-heading">演练人员</h2>
      <p>演练数据·非真实情况。选择一位，即以其岗位进入。</p>
      <ul className="seat-list">
        {entries.map(({ person, seat }) => (
          <li key={`${person.personId} ${seat.seat} ${seat.unit.unitId}`}>
            <Button block onClick={() => void enter(person.personId, seat)}>
              {seatText(seat)}　{person.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
