import { continueAsNew, defineUpdate, proxyActivities } from '@temporalio/workflow';
import type { CommandAnswer } from '../../../domain/ledger/command-answer.ts';
import type { Envelope } from '../../../workflows/messages.ts';
import type { LedgerPort } from '../../../workflows/ledger-port.ts';
import { ledgerRetry } from '../../../workflows/ledger-retry.ts';
import { writeChain } from '../../../workflows/writer-loop.ts';
import {
  type CounterAct,
  type CounterCommand,
  type CounterEvent,
  type CounterState,
  assertCounterMayEnter,
  counterBook,
  decideCounter,
} from './counter-book.ts';

type Ledger = LedgerPort<CounterState, CounterEvent, CounterCommand>;

interface CounterActivities {
  openCounter(request: { readonly id: string }): ReturnType<Ledger['open']>;
  append: Ledger['append'];
  findAnswer: Ledger['findAnswer'];
  noteParked: Ledger['noteParked'];
}

export const actOnCounter = defineUpdate<CommandAnswer, [Envelope<CounterAct>]>('actOnCounter');

const { openCounter, append, findAnswer, noteParked } = proxyActivities<CounterActivities>(ledgerRetry);

export async function counter({ id }: { readonly id: string }): Promise<void> {
  const outcome = await writeChain<CounterState, CounterEvent, CounterCommand, CounterAct>({
    chain: `task/${id}`,
    book: counterBook,
    decide: decideCounter,
    lastAt: ({ lastAt }) => lastAt,
    ledger: { open: () => openCounter({ id }), append, findAnswer, noteParked },
    act: actOnCounter,
    mayEnter: assertCounterMayEnter,
    hasEnded: ({ hasEnded }) => hasEnded,
    wake: { type: 'wake' },
    retime: null,
    failureNote: () => ({ type: 'add', n: 100 }),
  });
  if (outcome === 'renew') await continueAsNew<typeof counter>({ id });
}
