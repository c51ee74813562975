import { dayOf, type Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { LightCause } from '../../domain/task/task-state.ts';
import type { Store } from '../../store/store.ts';

/** An event of a plan, with the unit and task in words where it has them. */
export interface PlayedEvent {
  readonly chain: string;
  /** Number of the task whose chain it is; null on other chains. */
  readonly task: string | null;
  readonly event: Readonly<Record<string, unknown>> & { readonly type: string; readonly at: Instant };
}

/** All events of one type in a plan, in the order in which they happened. */
export async function eventsOf({ pool }: Store, planId: string, type: string): Promise<readonly PlayedEvent[]> {
  const { rows } = await pool.query<PlayedEvent>(
    `SELECT chain, number AS task, body -> 'event' AS event FROM event JOIN chain_head USING (chain)
     LEFT JOIN task ON chain = 'task/' || task_id
     WHERE chain_head.plan_id = $1 AND body -> 'event' ->> 'type' = $2
     ORDER BY body -> 'event' ->> 'at', chain, event.seq`,
    [planId, type],
  );
  return rows;
}

/** An obligation as it stands, its unit by key and its task by number. */
export interface PlayedObligation {
  readonly task: string;
  readonly unit: string;
  readonly kind: string;
  readonly period: string;
  readonly state: string;
  readonly due: PlainDate;
  /** Plan day in Asia/Shanghai; null while nothing was submitted. */
  readonly submittedOn: PlainDate | null;
  readonly late: boolean;
  readonly overdue: boolean;
  readonly reviewDue: PlainDate | null;
  readonly reviewOverdue: boolean;
  readonly ladder: Readonly<Record<string, PlainDate>>;
}

/** Every obligation of the plan. */
export async function obligationsOf({ pool }: Store, planId: string): Promise<readonly PlayedObligation[]> {
  const { rows } = await pool.query<PlayedObligation & { readonly submittedAt: Instant | null }>(
    `SELECT task.number AS task, unit.key AS unit, o.kind, o.period, o.state, o.due, o.submitted_at AS "submittedAt",
       o.late, o.overdue, o.review_due AS "reviewDue", o.review_overdue AS "reviewOverdue", o.ladder
     FROM obligation o JOIN task USING (task_id) JOIN unit_version unit ON unit.unit_id = o.unit_id
       AND unit.registry = 'registry/' || $1::uuid WHERE o.plan_id = $1 ORDER BY o.due, unit.key, task.number::int`,
    [planId],
  );
  return rows.map(({ submittedAt, ...row }) => ({
    ...row,
    submittedOn: submittedAt === null ? null : dayOf(submittedAt),
  }));
}

/** A mail with what it is made of. */
export interface PlayedMail {
  readonly person: string;
  readonly planDay: PlainDate;
  /** 0 for the day's merged mail, then the urgent ones. */
  readonly sequence: number;
  readonly madeAt: Instant;
  readonly state: string;
  readonly recipient: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly letters: readonly PlayedLetter[];
}

/** A letter in a mail. */
export interface PlayedLetter {
  readonly kind: string;
  readonly mergeClass: string;
  readonly unit: string;
  readonly seat: string;
  readonly step: string;
  readonly about: PlainDate | null;
  readonly obligationKind: string | null;
  readonly period: string | null;
  readonly task: string | null;
}

/** Every mail of the plan, by plan day and person. */
export async function mailsOf({ pool }: Store, planId: string): Promise<readonly PlayedMail[]> {
  const { rows } = await pool.query<PlayedMail>(
    `SELECT person.key AS person, plan_day AS "planDay", sequence, made_at AS "madeAt", state, recipient,
       message_id AS "messageId", subject, text, html, letters
     FROM mail JOIN person_version person ON person.person_id = mail.person_id AND person.registry = 'registry/' || $1::uuid
     JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('kind', letter.kind, 'mergeClass', merge_class, 'unit', unit.key, 'seat', seat,
         'step', step, 'about', about, 'obligationKind', facts ->> 'obligationKind', 'period', facts ->> 'period',
         'task', facts ->> 'taskNumber') ORDER BY letter.kind, letter.key, step) AS letters
       FROM mail_letter JOIN letter ON letter.id = letter_id
       JOIN unit_version unit ON unit.unit_id = letter.unit_id AND unit.registry = 'registry/' || $1::uuid
       WHERE mail_id = mail.id
     ) AS contained ON true
     WHERE mail.plan_id = $1 ORDER BY plan_day, person.key, sequence`,
    [planId],
  );
  return rows;
}

/** A row's light as it was assessed. */
export interface PlayedLight {
  readonly task: string;
  readonly unit: string;
  readonly title: string;
  readonly light: string;
  readonly on: PlainDate;
  readonly cause: LightCause;
  readonly rulesVersion: number;
}

/** Every light that the plan ever showed, oldest first. */
export async function lightsOf({ pool }: Store, planId: string): Promise<readonly PlayedLight[]> {
  const { rows } = await pool.query<PlayedLight>(
    `SELECT task.number AS task, unit.key AS unit, subject.title, h.light, assessed_on AS on, cause,
       h.rules_version AS "rulesVersion"
     FROM light_history h JOIN subject ON subject.task_id = h.task_id AND subject.id = subject_id
     JOIN task ON task.task_id = h.task_id
     JOIN unit_version unit ON unit.unit_id = subject.unit_id AND unit.registry = 'registry/' || $1::uuid
     WHERE h.plan_id = $1 ORDER BY assessed_on, h.task_id, h.seq`,
    [planId],
  );
  return rows;
}

/** The lights that stood at the end of a day, the last of each row. */
export function lightsOn(lights: readonly PlayedLight[], day: string): readonly PlayedLight[] {
  const upTo = lights.filter(({ on }) => on <= day);
  const rowOf = ({ task, unit, title }: PlayedLight) => `${task} ${unit} ${title}`;
  return upTo.filter((light, index) => upTo.findLastIndex((each) => rowOf(each) === rowOf(light)) === index);
}

/** The different values, sorted. */
export function distinct<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].toSorted();
}
