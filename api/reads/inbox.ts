import type { PersonActor } from '../../domain/actor.ts';
import { letterTexts } from '../../domain/letters/letter-text.ts';
import { type InboxRow, inboxRows } from '../../store/read/inbox.ts';
import { mailRows, mailStates } from '../../store/read/mails.ts';
import type { Store } from '../../store/store.ts';
import type { InboxPageBody, InboxQuery, LetterLineBody, MailPageBody, MailQuery } from '../schemas/mail.ts';
import { type People, type Sight, peopleOf } from '../sight.ts';

/** The letters to the seat in which the reader acts; a writer's are those to themselves. */
export async function inboxBody(
  store: Store,
  sight: Sight,
  { actor, query }: { readonly actor: PersonActor; readonly query: InboxQuery },
): Promise<InboxPageBody> {
  const { page, size, order, state, taskId } = query;
  const { seat, unitId, personId } = actor;
  const { total, rows } = await inboxRows(store, {
    planId: sight.planId,
    seat,
    unitId,
    personId: seat === 'writer' ? personId : null,
    state,
    taskId,
    descending: order === 'desc',
    offset: (page - 1) * size,
    limit: size,
  });
  const people = await peopleOf(
    store,
    sight,
    rows.flatMap((row) => row.personId ?? []),
  );
  return { total, page, size, rows: rows.map((row) => letterLine(row, sight, people)) };
}

function letterLine(row: InboxRow, { unitRef }: Sight, people: People): LetterLineBody {
  const { letterId, kind, seat, unitId, personId, dueAt, about, mergeClass, facts, sentAt, taskId, taskNumber } = row;
  const { name, ask } = letterTexts[kind];
  const state = stateOf(row);
  return {
    letterId,
    kind,
    title: name(facts),
    ask,
    seat,
    unit: unitRef(unitId),
    person: personId === null ? null : people.person(personId),
    dueAt,
    about,
    urgent: mergeClass === 'urgent',
    state,
    stateName: stateNames[state],
    sentAt,
    taskId,
    taskNumber,
  };
}

const stateNames = { coming: '待发', sent: '已发', failed: '发送失败', withdrawn: '已撤回' } as const;

function stateOf({ isWithdrawn, mailState }: InboxRow): LetterLineBody['state'] {
  if (isWithdrawn) return 'withdrawn';
  if (mailState === null) return 'coming';
  if (mailState === 'failed') return 'failed';
  return mailState === 'accepted' || mailState === 'ambiguous' ? 'sent' : 'coming';
}

/** What mail states are called. */
const mailNames: Readonly<Record<string, string>> = {
  due: '待发',
  claimed: '待发',
  sending: '发送中',
  accepted: '已送达',
  retry: '待重试',
  failed: '失败',
  ambiguous: '结果不明',
};

/** Mails of a plan with the answers of the server. */
export async function mailBody(
  store: Store,
  sight: Sight,
  { page, size, order, state, day, personId: to, search: words }: MailQuery,
): Promise<MailPageBody> {
  const part = { descending: order === 'desc', offset: (page - 1) * size, limit: size };
  const { total, rows } = await mailRows(store, { ...part, planId: sight.planId, state, day, personId: to, words });
  const people = await peopleOf(
    store,
    sight,
    rows.map(({ personId }) => personId),
  );
  return {
    total,
    page,
    size,
    states: await mailStates(store, sight.planId),
    rows: rows.map(({ mailId, personId, planDay, sequence, subject, state: at, ...rest }) => ({
      mailId,
      person: people.person(personId),
      planDay,
      sequence,
      subject,
      state: at,
      stateName: mailNames[at] ?? at,
      letters: rest.letters,
      madeAt: rest.madeAt,
      sentAt: rest.sentAt,
      failureClass: rest.failureClass,
      attempts: rest.attempts,
    })),
  };
}
