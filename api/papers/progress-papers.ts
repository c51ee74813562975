import { type Period } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { bulletinPaper } from '../../papers/quarter/bulletin-paper.ts';
import { summaryPaper } from '../../papers/quarter/summary-paper.ts';
import { registerPaper } from '../../papers/register/register-paper.ts';
import { returnLetter } from '../../papers/return/return-letter.ts';
import { returnSheet } from '../../papers/return/return-sheet.ts';
import { yearEndPaper } from '../../papers/year-end/year-end-paper.ts';
import { readQuarter } from '../../store/papers/quarter.ts';
import { readRegister } from '../../store/papers/register.ts';
import { readReturnSheet } from '../../store/papers/return-sheet.ts';
import { readYearEnd } from '../../store/papers/year-end.ts';
import { assertWithin } from '../sight.ts';
import { usualRecipients } from './usual-recipients.ts';
import { type PaperMaker, type PaperRequest, needed, question } from './paper-maker.ts';

const ofAll = { needs: 'readReturn', ofAllUnits: true } as const;

/** Papers of the running year. */
export const progressPapers = {
  register: {
    ...ofAll,
    title: '台账',
    formats: ['xlsx'],
    make: async (request) => {
      const { period, columns } = request.query;
      const asked = period === undefined ? {} : { period: quarterOf(request) };
      const names = columns?.split(/[,，]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
      return registerPaper(await readRegister(request.store, { ...question(request), ...asked }), names ?? null);
    },
  },
  summary: {
    ...ofAll,
    title: '季度汇总',
    formats: ['docx'],
    make: async (request) => summaryPaper(await readQuarter(request.store, quarterQuestion(request))),
  },
  bulletin: {
    ...ofAll,
    title: '通报',
    formats: ['docx'],
    make: async (request) => {
      const { issue, to, copies } = request.query;
      const letter = {
        issue: needed(issue, '期号'),
        recipients: to ?? usualRecipients,
        copies: copies ?? null,
      };
      return bulletinPaper(await readQuarter(request.store, quarterQuestion(request)), letter);
    },
  },
  'year-end': {
    ...ofAll,
    title: '年终总结呈批单',
    formats: ['docx'],
    make: async (request) => yearEndPaper(await readYearEnd(request.store, question(request))),
  },
  return: {
    title: '报送表',
    needs: 'readReturn',
    ofAllUnits: false,
    formats: ['docx', 'xlsx'],
    make: async (request) => {
      const { store, sight, query } = request;
      const unitId = needed(query.unitId, '单位');
      assertWithin(sight.reach, unitId);
      const of = { unitId, kind: query.kind ?? ('progress' as const), period: query.period ?? ('plan' as const) };
      const read = await readReturnSheet(store, { ...question(request), ...of });
      return query.format === 'xlsx' ? returnSheet(read) : returnLetter(read);
    },
  },
} as const satisfies Readonly<Record<string, PaperMaker>>;

function quarterQuestion(request: PaperRequest) {
  return { ...question(request), period: quarterOf(request) };
}

function quarterOf({ query }: PaperRequest): Period {
  const period = needed(query.period, '季度');
  if (period === 'plan') throw new RuleViolation('bad-request', '请选择季度。');
  return period;
}
