import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { actSchemas } from '../../api/schemas/acts/act-request.ts';
import { type Seat, seats } from '../../domain/actor.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { issue, rehearse } from '../store/plan/rehearsed-plan.ts';
import { actors } from './actors.ts';
import { type ApiBed, type Ask, apiBed, signedInAs } from './api-bed.ts';

// Written out by hand from what each seat may do, and not derived from the table under test.
const table: Readonly<Record<Seat, string>> = {
  office: `beginConsultation reviseItem reviseTask draftItem splitTask mergeTasks addTask dropTask decideOpinion askApproval issuePlan amendNotice askSummaryApproval reviewReturn endTask
    decideEndings decideLight requestChange withdrawChange decideChange urge proposeOrder confirmSlip dismissSlip reviewSlipAnswer
    escalateSlip recordStep recordDelivery answerObjection draftSheet askSheetApproval withdrawSheet`,
  officer: `answerConsultation receiptNotice receiptAmendment saveRows handOverRows askHeadApproval submitReturn fileStatement
    writeSummary draftSheet askSheetApproval withdrawSheet`,
  writer: 'saveRows',
  head: `answerConsultation refuseHeadApproval submitReturn stateOnFinding requestChange withdrawChange answerOrder fileObjection
    withdrawObjection changeContacts authoriseDeputy endDeputy refuseSheet approveSheet`,
  supervisor: `openFinding concludeFinding decideLight openOrder refuseProposal reviewOrderAnswer closeOrder recordStep
    answerObjection`,
  leader: `approveBreakdown returnBreakdown approveSummary returnSummary openOrder refuseProposal reviewOrderAnswer closeOrder
    recordInstruction answerObjection decideChange authoriseDeputy endDeputy refuseSheet approveSheet`,
  admin: 'authoriseDeputy endDeputy',
};
const ofOwnUnit: readonly Seat[] = ['officer', 'writer', 'head'];
// The seat may, but not this least of acts: a row that was handed to nobody, a return that needs the head, a seat that is not theirs.
const refusedByChain: ReadonlySet<string> = new Set([
  'saveRows writer',
  'submitReturn officer',
  'authoriseDeputy head',
  'authoriseDeputy leader',
  'endDeputy head',
  'endDeputy leader',
]);

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly format?: string;
  readonly example?: unknown;
  readonly minimum?: number;
}

/** The least that fits a schema, every unit in it the one that is named. */
function least(shape: Shape, unitId: string, name = ''): unknown {
  const choices = shape.anyOf ?? shape.oneOf ?? [];
  if (choices.some(({ type }) => type === 'null')) return null;
  const [choice] = choices;
  if (choice !== undefined) return least(choice, unitId, name);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.example !== undefined) return shape.example;
  if (name.endsWith('Value')) return 1;
  switch (shape.type ?? 'string') {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((key) => [key, least(shape.properties?.[key] ?? {}, unitId, key)]),
      );
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => least(shape.items ?? {}, unitId));
    case 'number':
    case 'integer':
      return Math.max(1, shape.minimum ?? 1);
    case 'boolean':
      return false;
    default:
      if (shape.format === 'date') return '2022-10-12';
      return shape.format === 'uuid' ? (name === 'unitId' ? unitId : randomUUID()) : 'a-key';
  }
}

function actOf(type: keyof typeof actSchemas, unitId: string): unknown {
  return least(z.toJSONSchema(actSchemas[type], { io: 'input', unrepresentable: 'any' }) as Shape, unitId);
}

const types = Object.keys(actSchemas) as readonly (keyof typeof actSchemas)[];

describe('the rights of every act, asked over HTTP', () => {
  let bed: ApiBed;
  let planId = '';
  const asks = new Map<Seat, Ask>();

  beforeAll(async () => {
    bed = await apiBed();
    const plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    ({ planId } = plan);
    for (const seat of seats) asks.set(seat, await signedInAs(bed, actors[seat]));
  });
  afterAll(() => bed.close());

  const codeOf = async (who: Seat, act: unknown): Promise<string> => {
    const { seat, unitId } = actors[who];
    const body = JSON.stringify({ actId: randomUUID(), seat: { seat, unitId }, act });
    const answer = await asks.get(who)?.(`/api/plans/${planId}/acts`, { method: 'POST', body });
    if (answer === undefined) throw new Error('nobody asked');
    const { code = 'recorded', detail } = (await answer.json()) as {
      readonly code?: string;
      readonly detail?: string;
    };
    return code === 'bad-request' ? `${code} ${detail}` : code;
  };

  it.each(types.flatMap((type) => seats.map((seat) => ({ type, seat }))))(
    '$type by the seat $seat',
    async ({ type, seat }) => {
      const own = await codeOf(seat, actOf(type, actors[seat].unitId));
      const isAllowed = table[seat].split(/\s+/).includes(type);
      const isRefused = !isAllowed || refusedByChain.has(`${type} ${seat}`);
      expect([own === 'not-permitted', own.startsWith('bad-request') ? own : 'well-formed']).toEqual([
        isRefused,
        'well-formed',
      ]);
      if (!isAllowed || !ofOwnUnit.includes(seat)) return;
      const names = JSON.stringify(actOf(type, unitIdOf('fagaiwei'))).includes(unitIdOf('fagaiwei'));
      const other = names ? await codeOf(seat, actOf(type, unitIdOf('fagaiwei'))) : 'not-permitted';
      expect(other).toBe('not-permitted');
    },
  );

  it('names no act that does not exist', () => {
    const named = Object.values(table).flatMap((list) => list.split(/\s+/));
    expect(named.filter((type) => !types.some((each) => each === type))).toEqual([]);
  });
});
