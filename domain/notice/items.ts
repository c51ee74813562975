import { accountableUnits } from './accountable-unit.ts';
import { deliverablesIn } from './deliverables.ts';
import type { DeadlineReading, ItemReading, ItemTime } from './notice-reading.ts';
import { type DenseText, printedName, printedPart, type SourceText, sourceSpan } from './source-text.ts';
import { commitmentOf, type FoundTarget } from './targets.ts';
import type { TaskRoles } from './task-roles.ts';
import { type TimeContext, type TimePhrase, yearEnd } from './time-phrases.ts';

/** A sentence of a task with what has been read in it. */
export interface ReadSentence {
  readonly dense: DenseText;
  readonly times: readonly TimePhrase[];
  readonly targets: readonly FoundTarget[];
}

/** What holds for all items of a task. */
export interface ItemContext {
  readonly source: SourceText;
  readonly roles: TaskRoles;
  readonly times: TimeContext;
  readonly fields: readonly DeadlineReading[];
}

/** The items 具体事项 that a task is proposed to have: one for each figure and each deliverable, per unit that answers for it. */
export function itemsOf(context: ItemContext, sentences: readonly ReadSentence[]): ItemReading[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence.dense;
    const figures = sentence.targets.filter(isWork).map(({ target, start, end }) => {
      const { value, unit, comparator, commitment, span } = target;
      const result = { kind: 'number', value, unit, comparator } as const;
      return {
        start,
        end,
        item: { text: target.text, span, result, time: timeOf(context, sentence, [start, end]), commitment },
      };
    });
    const things = deliverablesIn(context.source.words.making, text, sentence.times, figures).map(
      ({ start, end, verb, object }) => ({
        start,
        end,
        item: {
          text: printedPart(context.source, sentence.dense, start, end),
          span: sourceSpan(sentence.dense, start, end),
          result: {
            kind: 'deliverable',
            verb,
            object: printedObject(context.source, sentence.dense, end, object),
          } as const,
          time: timeOf(context, sentence, [start, end]),
          commitment: commitmentOf(context.source.words, text, start + 1),
        },
      }),
    );
    return [...figures, ...things]
      .toSorted((one, other) => one.start - other.start)
      .flatMap(({ start, end, item }) =>
        accountableUnits(
          context.source.words.business,
          { phrase: text.slice(start, end), sentence: text },
          context.roles,
        ).map((accountableUnit) => ({
          ...item,
          accountableUnit,
        })),
      );
  });
}

// A cap on what is spent or chosen is a limit to others, not work to be done; a limit that is worked towards is.
const capped = /最高|不超过|不高于|至多/;
const workedTowards = /控制|压缩|压减|缩短|缩减|减少|下降|降|内/;

function isWork({ target }: FoundTarget): boolean {
  return target.comparator !== '<=' || !capped.test(target.text) || workedTowards.test(target.text);
}

function printedObject(source: SourceText, dense: DenseText, end: number, object: string): string {
  return printedName(source, dense, end - object.length, end);
}

/** The nearest phrase before or in the item decides; without one the field of the task, then the plan's year. */
function timeOf(
  { times, fields }: ItemContext,
  sentence: ReadSentence,
  [start, end]: readonly [number, number],
): ItemTime {
  const dated = sentence.times.filter((time) => time.kind !== 'relative' && time.start < end);
  const inside = dated.findLast((time) => time.start >= start);
  const phrase = inside ?? dated.at(-1);
  if (phrase !== undefined && (phrase.date !== null || inside !== undefined)) {
    const text = sentence.dense.text.slice(phrase.start, phrase.end);
    return { text, date: phrase.date, basis: phrase.kind === 'period' ? 'derived' : 'stated' };
  }
  const field = fields.find(({ date }) => date !== null);
  if (field !== undefined) return { text: field.text, date: field.date, basis: 'stated' };
  return { text: null, date: times.planYear === null ? null : yearEnd(times.planYear), basis: 'derived' };
}
