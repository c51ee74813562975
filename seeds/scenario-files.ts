import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { period } from '../domain/calendar/quarter.ts';
import { RuleViolation } from '../domain/errors.ts';
import { plainDate } from '../domain/plain-date.ts';
import { type Settlement, parseSettlement } from '../domain/plan/settlement.ts';
import type { Demonstration, Scenario } from '../domain/rehearsal/scenario.ts';
import { playedOrdersShape } from './played-orders-shape.ts';
import { playedChange, playedFinding, playedObjection, playedSeats } from './scenario-sections.ts';
import { seedFile } from './seed-files.ts';

const day = z.string().transform(plainDate);
const quarter = z.string().transform(period);
const nullableDay = day.nullable();
const milestone = z.object({ id: z.string(), title: z.string(), due: day });
const curve = z.array(z.object({ day, value: z.number() }));

const rowEnding = z.enum(['exceeded', 'completed', 'continuing', 'unfinished', 'awaiting-statistics', 'carried-over']);

const reportedRow = z.object({
  item: z.string().nullable(),
  value: z.number().nullable(),
  milestonesDone: z.array(z.string()),
  complete: z.boolean(),
  done: z.string(),
  problem: z.string(),
  next: z.string(),
  ending: z.object({ ending: rowEnding, until: day.nullable() }).optional(),
});

const plannedRow = z.object({
  item: z.string().nullable(),
  baseline: z.number().nullable(),
  curve,
  milestones: z.array(milestone),
  statisticsOn: nullableDay,
});

const replacedRow = z.object({
  ...reportedRow.partial().shape,
  ...plannedRow.partial().shape,
  task: z.string(),
  unit: z.string().optional(),
  period: z.string().optional(),
  item: z.string().nullable(),
});

const demonstrationShape = z.object({
  stagePlans: z.array(z.object({ task: z.string(), unit: z.string(), rows: z.array(plannedRow) })),
  progress: z.array(z.object({ task: z.string(), unit: z.string(), period: z.string(), rows: z.array(reportedRow) })),
  contributions: z.array(z.object({ task: z.string(), unit: z.string(), period: z.string(), text: z.string() })),
});

const timing = z.object({
  day: z.int().min(0).optional(),
  workingDaysBefore: z.int().optional(),
  workingDaysAfter: z.int().optional(),
  never: z.boolean().optional(),
});

const override = z.object({
  unit: z.string(),
  kind: z.enum(['consultation', 'receipt', 'stagePlan', 'contribution', 'districtFigures', 'progress', 'review']),
  of: z.enum(['stagePlan', 'progress']).optional(),
  period: z.string().optional(),
  round: z.int().min(1).optional(),
  do: timing.extend({
    opinion: z
      .object({
        task: z.string(),
        text: z.string(),
        decision: z.enum(['adopted', 'partly-adopted', 'refused']),
        reason: z.string(),
        revision: z.object({ item: z.string(), title: z.string() }).nullable(),
      })
      .optional(),
    sendBack: z
      .object({
        tasks: z.array(z.string()),
        items: z.array(z.string()).optional(),
        reason: z.string(),
        resubmit: z.object({ workingDaysAfter: z.int(), rows: z.array(replacedRow) }),
      })
      .optional(),
  }),
});

const yearEnd = z.object({
  endings: z.array(
    z.object({
      task: z.string(),
      item: z.string().nullable(),
      unit: z.string().optional(),
      ending: rowEnding,
      until: day.nullable(),
      reason: z.string(),
    }),
  ),
  statistics: z.array(
    z.object({ task: z.string(), item: z.string(), value: z.number(), ending: rowEnding, until: day.nullable() }),
  ),
  unreportedOn: day,
  summaryOn: day,
  approveOn: day,
});

const share = z.object({ unit: z.string(), value: z.number() });

const scenarioShape = z.object({
  name: z.string(),
  title: z.string(),
  seed: z.int(),
  start: day,
  until: day,
  settle: z.string(),
  demonstration: z.string(),
  consultation: z.object({ beginOn: day, decideOpinionsOn: day, approveOn: day, issueOn: day }),
  shares: z.array(z.object({ task: z.string(), item: z.string(), shares: z.array(share) })),
  districtFigures: z.array(
    z.object({ task: z.string(), item: z.string(), period: quarter, unit: z.string(), value: z.number() }),
  ),
  rows: z.array(replacedRow),
  onPaper: z.array(z.string()).optional(),
  orders: playedOrdersShape.optional(),
  yearEnd: yearEnd.optional(),
  changes: z.array(playedChange).optional(),
  findings: z.array(playedFinding).optional(),
  objections: z.array(playedObjection).optional(),
  seats: playedSeats.optional(),
  behaviour: z.object({
    default: z.object({
      consultation: z.literal('none'),
      receipt: timing,
      stagePlan: timing,
      contribution: timing,
      districtFigures: timing,
      progress: timing,
      review: timing,
    }),
    overrides: z.array(override),
  }),
});

/** Names of the scenarios that come with duban. */
export const scenarioNames: readonly string[] = readdirSync(join(import.meta.dirname, 'scenarios'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .toSorted();

/** A scenario with all that it plays by; refuses a name that is not there. */
export function readScenario(name: string): Scenario {
  if (!scenarioNames.includes(name)) {
    throw new RuleViolation('unknown-scenario', `没有名为“${name}”的演练脚本，现有：${scenarioNames.join('、')}。`);
  }
  const scenario = scenarioShape.parse(seedFile(`scenarios/${name}.json`));
  const demonstration: Demonstration = demonstrationShape.parse(
    seedFile(`demonstration/${scenario.demonstration}.json`),
  );
  const items = readSettlement(scenario.settle).items.map(({ key, task, title }) => ({ key, task, title }));
  return { ...scenario, demonstration, items };
}

/** How people settled what a notice leaves open, by the name of the file. */
export function readSettlement(name: string): Settlement {
  const parsed = parseSettlement(seedFile(`settlements/${name}.json`));
  if (!parsed.ok) throw new Error(`the settlement ${name} is not sound: ${parsed.issues.join('; ')}`);
  return parsed.value;
}

/** The settlement of a scenario on a notice, with the scenario's shares; null where it was recorded for another notice. */
export function settlementFor(scenario: Scenario, noticeText: string): Settlement | null {
  const settlement = readSettlement(scenario.settle);
  if (settlement.items.some(({ quote }) => !noticeText.includes(quote))) return null;
  const items = settlement.items.map((item) => {
    const split = scenario.shares.find(({ task, item: key }) => task === item.task && key === item.key);
    return split === undefined ? item : { ...item, shares: split.shares };
  });
  return { ...settlement, items };
}
