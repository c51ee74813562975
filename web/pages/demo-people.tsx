import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DemoPersonBody } from '../../api/schemas/session.ts';
import { useReading } from '../http/readings.ts';
import { ask } from '../http/request.ts';
import { type HeldSeat, seatText } from '../session/session.ts';

// The seats of which there are few come first: nobody looks for the office among a hundred officers.
const groups: readonly { readonly title: string; readonly seats: readonly HeldSeat['seat'][] }[] = [
  { title: '领导小组办公室、市领导、督查和系统管理', seats: ['office', 'leader', 'supervisor', 'admin'] },
  { title: '各单位联络员', seats: ['officer'] },
  { title: '各单位负责人', seats: ['head'] },
  { title: '各单位经办人', seats: ['writer'] },
];

interface Entry {
  readonly key: string;
  readonly personId: string;
  readonly seat: HeldSeat;
  readonly text: string;
}

/** The people of the demonstration, one press each; the server says where it has one. */
export function DemoPeople({ onArrived }: { readonly onArrived: () => void }) {
  const { data } = useReading<'demoPeople'>('/api/demo/people');
  const [sought, setSought] = useState('');
  if (data === undefined || data.people.length === 0) return null;
  const entries = data.people.flatMap(entriesOf).filter(({ text }) => text.includes(sought.trim()));
  const enter = async ({ personId, seat: { seat, unit } }: Entry): Promise<void> => {
    await ask<'demoSignIn'>('post', '/api/demo/session', { body: { personId, seat, unitId: unit.unitId } });
    onArrived();
  };
  return (
    <section className="demo-people" aria-labelledby="demo-heading">
      <h2 id="demo-heading">演练人员</h2>
      <p>演练数据·非真实情况。选择一位，即以其岗位进入。</p>
      <Input
        aria-label="查找单位或姓名"
        placeholder="查找单位或姓名"
        allowClear
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      {entries.length === 0 ? <p role="status">没有符合的人员。</p> : null}
      {groups.map(({ title, seats }) => (
        <DemoGroup
          key={title}
          title={title}
          entries={seats.flatMap((wanted) => entries.filter(({ seat }) => seat.seat === wanted))}
          onPress={(entry) => void enter(entry)}
        />
      ))}
    </section>
  );
}

function entriesOf({ person, seats }: DemoPersonBody): readonly Entry[] {
  return seats.map((seat) => ({
    key: `${person.personId} ${seat.seat} ${seat.unit.unitId}`,
    personId: person.personId,
    seat,
    text: `${seatText(seat)}　${person.name}`,
  }));
}

interface DemoGroupProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly onPress: (entry: Entry) => void;
}

function DemoGroup({ title, entries, onPress }: DemoGroupProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="seat-list">
        {entries.map((entry) => (
          <li key={entry.key}>
            <Button block onClick={() => onPress(entry)}>
              {entry.text}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
