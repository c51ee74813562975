import { z } from 'zod';
import type { FindingAct } from '../../domain/act/finding-act.ts';
import type { ObjectionPersonAct } from '../../domain/act/objection-act.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { findingActs as acts, objectionActs as objections } from '../../api/schemas/acts/finding-acts.ts';
import { of, parsed, row } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';

// A row is the unit's: `whole` needs to know whose.
const ofUnit = { ...row, unit: z.string() };
const { claim, method, finding: name, reportedValue, foundValue, evidence: seen } = acts.openFinding.shape;
const { light: conclusion } = acts.concludeFinding.shape;
const opening = z.strictObject({
  ...ofUnit,
  finding: name,
  claim,
  method,
  checkers: z.array(z.string()).length(2),
  reportedValue: reportedValue.default(null),
  foundValue: foundValue.default(null),
  evidence: seen.shape.text,
  hashes: seen.shape.hashes.default([]),
});
const ids = { type: true, taskId: true, findingId: true } as const;
const ofTask = { task: z.string(), finding: name };
const stating = acts.stateOnFinding.omit(ids).extend(ofTask);
const concluding = acts.concludeFinding.omit(ids).extend({ ...ofTask, light: conclusion.default(null) });
const lighting = acts.decideLight.omit({ type: true, taskId: true, subjectId: true }).extend(ofUnit);

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
const { grounds } = objections.fileObjection.shape;
const filing = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('row'), ...ofUnit, kind, period, grounds }),
  z.strictObject({ about: z.literal('light'), ...ofUnit, grounds }),
  z.strictObject({ about: z.literal('finding'), ...ofTask, grounds }),
  z.strictObject({ about: z.literal('order'), order: z.uuid(), grounds }),
]);
const objection = { objection: z.uuid() };
const objectionIds = { type: true, objectionId: true } as const;
const { light: changed } = objections.answerObjection.shape;
const answering = objections.answerObjection.omit(objectionIds).extend({ ...objection, light: changed.default(null) });
const withdrawing = objections.withdrawObjection.omit(objectionIds).extend(objection);

/** How commands name what is done about objections; `duban objections` tells their ids. */
export const objectionActs: ActReaders<ObjectionPersonAct> = {
  fileObjection: async (content, names) => {
    const said = parsed('fileObjection', filing, content);
    const { grounds: why } = said;
    switch (said.about) {
      case 'row': {
        const key = await names.row(said, said.unit);
        const { unitId } = await names.of(said);
        const about = { kind: said.about, ...key, obligationId: obligationId(said.kind, unitId, said.period) } as const;
        return { type: 'fileObjection', about, grounds: why };
      }
      case 'light':
        return {
          type: 'fileObjection',
          about: { kind: said.about, ...(await names.row(said, said.unit)) },
          grounds: why,
        };
      case 'finding': {
        const about = { kind: said.about, taskId: await names.task(said.task), findingId: names.finding(said.finding) };
        return { type: 'fileObjection', about, grounds: why };
      }
      case 'order':
        return { type: 'fileObjection', about: { kind: said.about, orderId: said.order }, grounds: why };
    }
  },
  answerObjection: async (content) => {
    const { objection: objectionId, ...said } = parsed('answerObjection', answering, content);
    return { type: 'answerObjection', objectionId, ...said };
  },
  withdrawObjection: async (content) => {
    const { objection: objectionId, reason } = parsed('withdrawObjection', withdrawing, content);
    return { type: 'withdrawObjection', objectionId, reason };
  },
};
