import { RuleViolation } from '../../domain/errors.ts';
import { assertMay } from '../../domain/permissions.ts';
import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';
import { appendToRegistry } from './append-to-registry.ts';
import { registryChainOf } from './registry-chain.ts';

/** What is erased, why it may be, and who says so. */
export interface Erasure {
  readonly contentId: string;
  readonly ground: string;
  readonly by: PersonActor;
  readonly at: Instant;
  readonly transport: string;
}

/** Erases a text for good and records that, with its ground, in the registry's chain; once erased, nothing more happens. */
export async function eraseContent(store: Store, { contentId, ground, by, at, transport }: Erasure): Promise<void> {
  assertMay(by, 'eraseContent');
  if (ground.trim() === '') throw new RuleViolation('reason-missing', '请填写清除内容的依据。');
  await inTransaction(store.pool, async (client) => {
    const { rows } = await client.query<{ readonly plan_id: string | null; readonly erased_at: string | null }>(
      'SELECT plan_id, erased_at FROM content WHERE id = $1 FOR UPDATE',
      [contentId],
    );
    const [content] = rows;
    if (content === undefined)
      throw new RuleViolation('unknown-content', `没有编号为 ${contentId} 的内容，请核对编号。`);
    if (content.erased_at !== null) return;
    const registry = await registryChainOf(client, content.plan_id);
    const events = [{ type: 'contentErased', contentId, ground }] as const;
    await appendToRegistry(client, store, { registry, events, act: { by, at, transport } });
    await client.query(
      'UPDATE content SET salt = NULL, text = NULL, erased_at = $2, erased_ground = $3 WHERE id = $1',
      [contentId, at, ground],
    );
  });
}
