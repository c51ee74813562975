import type { Connection } from '../transaction.ts';

/** The chain of the registry that all real plans share. */
export const realRegistry = 'registry';

/** The registry by which a plan goes: its own copy where it runs on a stepped clock, else the real one. */
export async function registryChainOf(connection: Connection, planId: string | null): Promise<string> {
  if (planId === null) return realRegistry;
  const { rows } = await connection.query({
    name: 'is plan stepped',
    text: 'SELECT FROM plan_clock WHERE plan_id = $1',
    values: [planId],
  });
  return rows.length === 0 ? realRegistry : `${realRegistry}/${planId}`;
}
