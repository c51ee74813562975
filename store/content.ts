import { createHmac, randomBytes } from 'node:crypto';
import { RuleViolation } from '../domain/errors.ts';
import type { ContentRef } from '../domain/ledger/event.ts';
import { sha256Joined } from './ledger/hash.ts';
import { refuseUnstorable } from './ledger/refuse-unstorable.ts';
import type { Store } from './store.ts';
import type { Connection } from './transaction.ts';

/** A text to be kept outside the chains. */
export interface NewContent {
  /** Chosen by whoever writes, so that a second try is the same text. */
  readonly contentId: string;
  /** Null for what belongs to no plan, such as a person's particulars. */
  readonly planId: string | null;
  /** Where the text stands in a rehearsed plan, the same in every run: its salt comes from it. Null for what a person writes. */
  readonly path: string | null;
  readonly text: string;
}

/** Keeps the texts and returns, in their order, what events say of them; the same id with another text is refused. */
export async function putContents(
  connection: Connection,
  contents: readonly NewContent[],
): Promise<readonly ContentRef[]> {
  if (contents.length === 0) return [];
  contents.forEach(({ text }) => refuseUnstorable(text, '正文'));
  const seeds = await seedsOf(connection, contents);
  const rows = contents.map((content) => rowOf(content, seeds));
  await connection.query(
    `INSERT INTO content (id, plan_id, path, salt, text, commitment)
     SELECT id, plan_id, path, salt, text, commitment FROM jsonb_populate_recordset(NULL::content, $1)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
  const { rows: kept } = await connection.query<KeptRow>(
    'SELECT id, text, commitment FROM content WHERE id = ANY ($1)',
    [contents.map(({ contentId }) => contentId)],
  );
  const byId = new Map(kept.map((row) => [row.id, row]));
  return contents.map(({ contentId, text, path }) => {
    const row = byId.get(contentId);
    if (row === undefined)
      throw new RuleViolation('content-path-taken', `位置 ${path ?? ''} 已有其他正文，请核对后重新提交。`);
    if (row.text !== text)
      throw new RuleViolation('other-content', '同一编号的正文已按其他内容保存，请刷新后重新提交。');
    return { contentId, commitment: row.commitment };
  });
}

interface KeptRow {
  readonly id: string;
  readonly text: string | null;
  readonly commitment: string;
}

type Seeds = ReadonlyMap<string | null, string>;

function rowOf({ contentId, planId, path, text }: NewContent, seeds: Seeds) {
  const seed = path === null ? undefined : seeds.get(planId);
  const salt =
    seed === undefined
      ? randomBytes(32).toString('hex')
      : createHmac('sha256', seed)
          .update(path ?? '')
          .digest('hex');
  return { id: contentId, plan_id: planId, path, salt, text, commitment: commitmentOf(salt, text) };
}

// Only stepped plans have one.
async function seedsOf(connection: Connection, contents: readonly NewContent[]): Promise<Seeds> {
  const planIds = new Set(contents.flatMap(({ planId }) => planId ?? []));
  if (planIds.size === 0) return new Map();
  const { rows } = await connection.query<{ readonly plan_id: string; readonly seed: string }>(
    'SELECT plan_id, seed FROM plan_clock WHERE plan_id = ANY ($1)',
    [[...planIds]],
  );
  return new Map(rows.map((row) => [row.plan_id, row.seed]));
}

/** What a chain holds of a text: nobody can tell the text from it without the salt, nor exchange the text unseen. */
export function commitmentOf(salt: string, text: string): string {
  return sha256Joined(salt, text);
}

/** A text as it is kept now; `text` is null once it was erased, with the ground. */
export interface KeptContent {
  readonly text: string | null;
  readonly erasedGround: string | null;
}

/** The texts of these ids; an id that nobody ever kept is missing from the answer. */
export async function readContents(
  { prisma }: Pick<Store, 'prisma'>,
  contentIds: readonly string[],
): Promise<ReadonlyMap<string, KeptContent>> {
  const rows = await prisma.content.findMany({
    where: { id: { in: [...new Set(contentIds)] } },
    select: { id: true, text: true, erasedGround: true },
  });
  return new Map(rows.map(({ id, text, erasedGround }) => [id, { text, erasedGround }]));
}
