import { printCaseFile } from '../../papers/case-file/print-case-file.ts';
import { caseFileOf } from './case-file/case-file-of.ts';
import { type PaperMaker, needed } from './paper-maker.ts';

/** Papers of one task. */
export const taskPapers = {
  'case-file': {
    title: '案卷',
    // It holds what every unit said and what the mail servers answered: whoever may read the ledger may read it.
    needs: 'readLedger',
    ofAllUnits: true,
    formats: ['pdf'],
    make: async ({ store, sight, query }) => printCaseFile(await caseFileOf(store, sight, needed(query.id, '任务'))),
  },
} as const satisfies Readonly<Record<string, PaperMaker>>;
