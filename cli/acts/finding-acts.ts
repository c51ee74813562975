import { z } from 'zod';
import type { FindingAct } from '../../domain/act/finding-act.ts';
import type { ObjectionPersonAct } from '../../domain/act/objection-act.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { decidableLights } from '../../domain/task/finding/decidable-light.ts';
import { of, parsed, row, text } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';

const light = z.enum(decidableLights);
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,79}$/, '由字母、数字和连字符组成');
// A row is the unit's: `whole` needs to know whose.
const ofUnit = { ...row, unit: z.string() };
const opening = z.strictObject({
  ...ofUnit,
  finding: name,
  claim: text,
  method: z.enum(['documents', 'telephone', 'on-site']),
  checkers: z.array(z.string()).length(2),
  reportedValue: z.number().nullable().default(null),
  foundValue: z.number().nullable().default(null),
  evidence: text,
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)).default([]),
});
const stating = z.strictObject({ task: z.string(), finding: name, text });
const concluding = z.strictObject({
  task: z.string(),
  finding: name,
  outcome: z.enum(['confirmed', 'partly', 'unfounded']),
  text,
  light: light.nullable().default(null),
});
const lighting = z.strictObject({ ...ofUnit, light, reason: text });

/** How commands name what is done about findings and lights; a finding by the name that it was opened with, persons by their keys. */
export const findingActs: ActReaders<FindingAct> = {
  openFinding: async (content, names) => {
    const { task, item, unit, checkers, evidence, hashes, ...said } = parsed('openFinding', opening, content);
    const key = await names.row({ task, item }, unit);
    const persons = await Promise.all(checkers.map(names.person));
    return { type: 'openFinding', ...key, ...said, checkers: persons, evidence: { text: evidence, hashes } };
  },
  stateOnFinding: async (content, names) => {
    const { task, finding, text: words } = parsed('stateOnFinding', stating, content);
    return { type: 'stateOnFinding', taskId: await names.task(task), findingId: names.finding(finding), text: words };
  },
  concludeFinding: async (content, names) => {
    const { task, finding, ...said } = parsed('concludeFinding', concluding, content);
    return { type: 'concludeFinding', taskId: await names.task(task), findingId: names.finding(finding), ...said };
  },
  decideLight: async (content, names) => {
    const { task, item, unit, ...said } = parsed('decideLight', lighting, content);
    return { type: 'decideLight', ...(await names.row({ task, item }, unit)), ...said };
  },
};

const { kind, period } = of;
const filing = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('row'), ...ofUnit, kind, period, grounds: text }),
  z.strictObject({ about: z.literal('light'), ...ofUnit, grounds: text }),
  z.strictObject({ about: z.literal('finding'), task: z.string(), finding: name, grounds: text }),
  z.strictObject({ about: z.literal('order'), order: z.uuid(), grounds: text }),
]);
const answering = z.strictObject({
  objection: z.uuid(),
  outcome: z.enum(['upheld', 'partly', 'dismissed']),
  light: light.nullable().default(null),
  reason: text,
});
const withdrawing = z.strictObject({ objection: z.uuid(), reason: text });

/** How commands name what is done about objections; `duban objections` tells their ids. */
export const objectionActs: ActReaders<ObjectionPersonAct> = {
  fileObjection: async (content, names) => {
    const said = parsed('fileObjection', filing, content);
    const { grounds } = said;
    switch (said.about) {
      case 'row': {
        const key = await names.row(said, said.unit);
        const { unitId } = await names.of(said);
        const about = { kind: said.about, ...key, obligationId: obligationId(said.kind, unitId, said.period) } as const;
        return { type: 'fileObjection', about, grounds };
      }
      case 'light':
        return {
          type: 'fileObjection',
          about: { kind: said.about, ...(await names.row(said, said.unit)) },
          grounds,
        };
      case 'finding': {
        const about = { kind: said.about, taskId: await names.task(said.task), findingId: names.finding(said.finding) };
        return { type: 'fileObjection', about, grounds };
      }
      case 'order':
        return { type: 'fileObjection', about: { kind: said.about, orderId: said.order }, grounds };
    }
  },
  answerObjection: async (content) => {
    const { objection, ...said } = parsed('answerObjection', answering, content);
    return { type: 'answerObjection', objectionId: objection, ...said };
  },
  withdrawObjection: async (content) => {
    const { objection, reason } = parsed('withdrawObjection', withdrawing, content);
    return { type: 'withdrawObjection', objectionId: objection, reason };
  },
};
