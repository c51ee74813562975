import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../prisma/generated/client.ts';
import { books } from './books.ts';
import type { Books } from './ledger/chain-book.ts';
import { type PoolPlan, openPool } from './pool.ts';

/** What store functions work with: one pool, Prisma's client on the same pool, and how each kind of chain is folded. */
export interface Store {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  readonly books: Books;
}

/** A store that its opener closes. */
export interface OpenStore extends Store {
  readonly close: () => Promise<void>;
}

/** Opens the store of this process; connections are made when they are first needed. */
export function openStore(plan: PoolPlan): OpenStore {
  const pool = openPool(plan);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { pool, prisma, books, close };
}
