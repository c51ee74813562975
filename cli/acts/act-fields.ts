import { z } from 'zod';
import { isPeriod } from '../../domain/calendar/quarter.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { type RowEnding, rowEndings } from '../../domain/task/ending/row-ending.ts';
import { UsageError } from '../exit-codes.ts';

const { localeError } = z.locales.zhCN();

/** A text that a person writes. */
export const text = z.string().trim().min(1).max(2_000);
/** A quarter, as in `2022Q3`. */
export const quarter = z.string().refine(isPeriod, '应为 2022Q3 这样的季度');
/** A calendar day. */
export const day = z.string().transform(plainDate);
/** Names a return. */
export const of = {
  unit: z.string(),
  kind: z.enum(['stage-plan', 'contribution', 'progress', 'district-figures']),
  period: z.union([quarter, z.literal('plan')]),
};
/** How a row's year ended, with the day that it names. */
export const namedEnding = z.strictObject({
  ending: z.enum(rowEndings as [RowEnding, ...RowEnding[]]),
  until: day.nullable().default(null),
});
/** Rows are named by the task's number and the item's; `whole` is the task as a whole. */
export const row = { task: z.string(), item: z.string().default('whole') };

/** The act's content as its shape has it; what does not fit is refused with every fault. */
export function parsed<S extends z.ZodType>(name: string, shape: S, content: unknown): z.infer<S> {
  const { success, data, error } = shape.safeParse(content, { error: localeError });
  if (success) return data;
  const issues = error.issues.map(({ path, message }) => `${path.join('.') || '内容'}：${message}`);
  throw new UsageError(`操作“${name}”的内容有误：\n${issues.join('\n')}`);
}
