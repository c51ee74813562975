import * as z from 'zod';
import { obligationKind } from './lights.ts';
import { id, line, periodOrPlan } from './values.ts';

/** The documents that can be printed, by the names that the command line uses. */
export const paperName = z.enum([
  'register',
  'breakdown',
  'consultation',
  'adoption',
  'approval',
  'issue',
  'return',
  'summary',
  'bulletin',
  'slip',
  'order',
  'sheet',
  'year-end',
  'case-file',
]);

/** What a paper is asked with; each looks at what concerns it. */
export const paperQuery = z.object({
  format: z.enum(['docx', 'xlsx', 'pdf']).optional(),
  unitId: id.optional(),
  period: periodOrPlan.optional(),
  kind: obligationKind.optional(),
  /** Of a slip, an order or a task. */
  id: id.optional(),
  /** The key of a sheet 审签单. */
  sheet: z.string().min(1).max(80).optional(),
  /** Columns of the register in their order, parted by commas. */
  columns: z.string().max(400).optional(),
  issue: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, '期号应为 1 以上的整数')
    .transform(Number)
    .optional(),
  /** The number 发文字号 of a consultation or an issue, as the office's own register gave it. */
  number: line.optional(),
  to: line.optional(),
  copies: line.optional(),
});

export type PaperName = z.infer<typeof paperName>;
export type PaperQuery = z.infer<typeof paperQuery>;
