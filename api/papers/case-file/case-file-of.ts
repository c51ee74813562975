import type { CaseFile } from '../../../papers/case-file/case-file.ts';
import { contentRefsIn } from '../../../store/ledger/content-refs.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { hashedLines, matterChains, provenTexts } from '../../../store/papers/case-record.ts';
import { readPaper } from '../../../store/papers/paper-scope.ts';
import type { Store } from '../../../store/store.ts';
import { taskPage } from '../../reads/task-page.ts';
import { taskTimeline } from '../../reads/timeline.ts';
import type { Sight } from '../../sight.ts';
import { attachmentsOf } from './attachments.ts';
import { dateSection } from './date-section.ts';
import { clauseSection, consultationSection, peopleSection } from './opening-sections.ts';
import { proofSection, recordsOf } from './proof.ts';
import {
  changeSection,
  checkSection,
  letterSection,
  lightSection,
  reportSection,
  urgingSection,
  wholeSection,
} from './story-sections.ts';

/** Everything that is on record about a task, for somebody who may read all of it. */
export async function caseFileOf(store: Store, planSeen: Sight, taskId: string): Promise<CaseFile> {
  const sight = { ...planSeen, reach: { unitId: null, writerId: null } } as const;
  const task = await taskPage(store, sight, { taskId, past: null });
  const { entries } = await taskTimeline(store, sight, taskId);
  const matters = await matterChains(store, taskId);
  const ofKind = (kind: string): readonly string[] => matters.filter((chain) => chain.startsWith(`${kind}/`));
  const chains = [`task/${taskId}`, ...matters];
  const events = (await Promise.all(chains.map((chain) => readEvents(store, chain)))).flat();
  const contentIds = events.flatMap(({ event }) => contentRefsIn(event).map(({ contentId }) => contentId));
  const head = await readPaper(store, { planId: sight.planId, day: sight.today }, (scope) =>
    Promise.resolve(scope.head),
  );
  return {
    head,
    taskNumber: task.number,
    taskTitle: task.title,
    sections: [
      clauseSection(task),
      await consultationSection(store, sight, task),
      await peopleSection(store, sight, task),
      await dateSection(store, task),
      reportSection(entries),
      await letterSection(store, sight, chains),
      await urgingSection(store, sight, { entries, orders: ofKind('order') }),
      changeSection(entries),
      lightSection(task),
      await checkSection(store, sight, { entries, objections: ofKind('objection') }),
      wholeSection(entries),
      proofSection,
    ],
    attachments: await attachmentsOf(store, sight, events),
    records: recordsOf(await hashedLines(store, chains), await provenTexts(store, contentIds)),
  };
}
