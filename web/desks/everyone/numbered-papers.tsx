import { RuleViolation } from '../../../domain/errors.ts';
import { documentNumber } from '../../../domain/papers/document-number.ts';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { PaperForm } from './paper-form.tsx';

const fields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'name',
    label: '文件',
    required: true,
    choices: [
      { value: 'consultation', label: '征求意见函' },
      { value: 'issue', label: '交办通知' },
    ],
  },
  {
    kind: 'line',
    name: 'number',
    label: '发文字号',
    required: true,
    help: '本单位发文登记给的号，如“镇数字发〔2022〕5号”。',
  },
];

/** Letters with the number 发文字号 that the office's own register gave them. */
export function NumberedPapers({ planId }: { readonly planId: string }) {
  return (
    <PaperForm planId={planId} title="填好发文字号的文件" form="numbered-paper" fields={fields} check={numberFaults} />
  );
}

function numberFaults({ number }: FormValues): Readonly<Record<string, string>> {
  try {
    documentNumber(String(number));
    return {};
  } catch (error) {
    if (error instanceof RuleViolation) return { number: error.message };
    throw error;
  }
}
