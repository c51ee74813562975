import { z } from 'zod';
import { returnName } from '../../api/schemas/return.ts';
import { UsageError } from '../exit-codes.ts';

const { localeError } = z.locales.zhCN();

/** Names a return. */
export const of = { unit: z.string(), ...returnName.omit({ unitId: true }).shape };
/** Rows are named by the task's number and the item's; `whole` is the task as a whole. */
export const row = { task: z.string(), item: z.string().default('whole') };

/** The act's content as its shape has it; what does not fit is refused with every fault. */
export function parsed<S extends z.ZodType>(name: string, shape: S, content: unknown): z.infer<S> {
  const { success, data, error } = shape.safeParse(content, { error: localeError });
  if (success) return data;
  const issues = error.issues.map(({ path, message }) => `${path.join('.') || '内容'}：${message}`);
  throw new UsageError(`操作“${name}”的内容有误：\n${issues.join('\n')}`);
}
