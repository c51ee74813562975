import { createHash } from 'node:crypto';
import type { PersonActor } from '../../domain/actor.ts';
import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { assertMay } from '../../domain/permissions.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PlanEvent } from '../../domain/plan/plan-event.ts';
import type { OpenPoint, TaskDraft } from '../../domain/plan/task-draft.ts';
import { type Acted, actOnChain } from '../ledger/act-on-chain.ts';
import { refuseUnstorable } from '../ledger/refuse-unstorable.ts';
import { copyRegistry } from '../registry/copy-registry.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';

/** The file as it came in, and the text that was read out of it, in which all spans count. */
export interface ImportedNotice {
  readonly fileName: string;
  readonly original: Uint8Array;
  readonly text: string;
}

/** What the notice says of itself. */
export interface NoticeHeading {
  readonly title: string;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly noticeDate: PlainDate | null;
  readonly planYear: number;
}

/** The stepped clock of a rehearsal 演练: where it begins, and from what its salts are made. */
export interface SteppedClock {
  readonly startsAt: Instant;
  readonly seed: string;
  readonly scenario: string | null;
}

/** A notice with the breakdown that was read out of it, to become the draft of a plan. */
export interface PlanImport {
  /** New for each plan; the same again only for a second try. */
  readonly planId: string;
  readonly notice: ImportedNotice;
  readonly heading: NoticeHeading;
  readonly drafts: readonly TaskDraft[];
  readonly points: readonly OpenPoint[];
  readonly rulesVersion: number;
  readonly leadershipUnitId: string;
  /** The earlier year's plan that this one goes on from. */
  readonly follows?: string | null;
  /** Null runs the plan on real time. */
  readonly clock: SteppedClock | null;
  readonly by: PersonActor;
  /** Of the import on the plan's clock; on a stepped plan where it starts. */
  readonly at: Instant;
  readonly commandId: string;
  readonly contentHash: Sha256;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/** Takes a notice in as the draft of a plan, all of it or nothing: the file, its breakdown, and on a stepped clock a registry of its own. */
export async function importPlan(store: Store, request: PlanImport): Promise<Acted> {
  assertMay(request.by, 'importNotice');
  if (request.drafts.length === 0)
    throw new RuleViolation('no-tasks', '文件中没有读出任何工作任务，请核对文件内容和格式。');
  refuseUnstorable(request.notice.text, '文件正文');
  const { planId, clock, by, at, transport } = request;
  return inTransaction(store.pool, (client) =>
    actOnChain(client, store, { ...request, chain: `plan/${planId}` }, async () => {
      await keepNotice(client, request);
      if (clock !== null) {
        await client.query('INSERT INTO plan_clock (plan_id, instant, seed, scenario) VALUES ($1, $2, $3, $4)', [
          planId,
          clock.startsAt,
          clock.seed,
          clock.scenario,
        ]);
        await copyRegistry(client, store, planId, { by, at, transport });
      }
      return eventsOf(request);
    }),
  );
}

async function keepNotice(connection: Connection, { planId, notice }: PlanImport): Promise<void> {
  const { fileName, original, text } = notice;
  await connection.query(
    `INSERT INTO notice (plan_id, file_name, original, original_hash, text, text_hash) VALUES ($1, $2, $3, $4, $5, $6)`,
    [planId, fileName, Buffer.from(original), hashOf(original), text, hashOf(text)],
  );
}

function eventsOf({
  planId,
  notice,
  heading,
  drafts,
  points,
  clock,
  by,
  at,
  ...rest
}: PlanImport): readonly PlanEvent[] {
  const { rulesVersion, leadershipUnitId, follows = null } = rest;
  const following = follows === null ? {} : { follows };
  const hashes = { originalHash: hashOf(notice.original), textHash: hashOf(notice.text) };
  const plan = { planId, clock: clock === null ? 'real' : 'stepped', rulesVersion, leadershipUnitId } as const;
  const said = { at, by };
  return [
    { type: 'noticeImported', ...said, ...plan, ...hashes, ...heading, ...following },
    ...drafts.map((draft): PlanEvent => ({ type: 'taskDrafted', ...said, draft })),
    ...points.map((point): PlanEvent => ({ type: 'pointOpened', ...said, point })),
  ];
}

function hashOf(bytes: Uint8Array | string): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}
