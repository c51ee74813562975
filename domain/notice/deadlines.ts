import type { DeadlineReading } from './notice-reading.ts';
import { sentencesOf } from './sentences.ts';
import { type DenseText, denseText, printedPart, type SourceText, sourceSpan } from './source-text.ts';
import type { Span } from './span.ts';
import { type TimeContext, type TimePhrase, timePhrases } from './time-phrases.ts';

/** A sentence with its phrases of time. */
export interface TimedSentence {
  readonly dense: DenseText;
  readonly times: readonly TimePhrase[];
}

/** The phrases of time in the sentences of a task. */
export function deadlinesIn(source: SourceText, sentences: readonly TimedSentence[]): DeadlineReading[] {
  return sentences.flatMap(({ dense, times }) =>
    times.map(({ start, end, kind, date }) => ({
      text: printedPart(source, dense, start, end),
      kind,
      date,
      span: sourceSpan(dense, start, end),
    })),
  );
}

/** The cells or lines that are there to say when; their latest day is theirs. */
export function fieldDeadlines(source: SourceText, fields: readonly Span[], context: TimeContext): DeadlineReading[] {
  return fields.flatMap((span) => {
    const dense = denseText(source, span);
    if (/^[/\\\-~无]*$/.test(dense.text)) return [];
    const dates = sentencesOf(source, [span])
      .flatMap((sentence) => timePhrases(sentence.text, { ...context, isField: true }))
      .flatMap(({ date, kind }) =>
        date === null || kind === 'relative' || (kind === 'period' && /全年|年内|今年/.test(dense.text)) ? [] : [date],
      );
    return [{ text: printedPart(source, dense, 0, dense.text.length), kind: 'field', date: latest(dates), span }];
  });
}

/** One limit for the task: the latest day of those that set one, else the words of a field, else none. */
export function deadlineOf(deadlines: readonly DeadlineReading[]): string | null {
  const dates = deadlines.flatMap(({ kind, date }) =>
    date !== null && (kind === 'due' || kind === 'by' || kind === 'field') ? [date] : [],
  );
  return latest(dates) ?? deadlines.find(({ kind }) => kind === 'field')?.text ?? null;
}

function latest<Day extends string>(dates: readonly Day[]): Day | null {
  return dates.reduce<Day | null>((one, other) => (one === null || other > one ? other : one), null);
}
