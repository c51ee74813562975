import type { Command } from 'commander';
import { sheetPaper } from '../../papers/seats/sheet-paper.ts';
import { readSheetPaper } from '../../store/papers/sheet.ts';
import { type PaperOptions, paperCommand } from './paper-command.ts';

interface OfSheet extends PaperOptions {
  readonly sheet: string;
}

/** Papers for signature: the sheet of one act. */
export function addSeatPapers(paper: Command): void {
  paperCommand<OfSheet>(paper, {
    name: 'sheet',
    description: '审签单，印有编号、版本和校验码',
    formats: ['docx'],
    make: async ({ store, question, options }) => {
      return sheetPaper(await readSheetPaper(store, { ...question, sheet: options.sheet }));
    },
  }).requiredOption('--sheet <key>', '审签单代码');
}
