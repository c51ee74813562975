import { compareTasks, taskVersion } from './compare-tasks.ts';
import { matchTasks } from './match-tasks.ts';
import { type NoticeChange, type NoticeVersion, placeIn } from './notice-change.ts';
import { outsideChanges } from './outside-changes.ts';

/** Compares two versions of a notice clause by clause: what is new, gone or other, each with its place in both texts. */
export function compareNotices(old: NoticeVersion, now: NoticeVersion): readonly NoticeChange[] {
  const { pairs, removed, added } = matchTasks(old, now);
  const changed = pairs.flatMap(([one, other]) => compareTasks(taskVersion(old, one), taskVersion(now, other)));
  const gone = removed.map((place): NoticeChange => {
    const { draft } = taskVersion(old, place);
    const before = placeIn(old.text, draft.span);
    return { kind: 'task-removed', taskNumber: draft.number, before, after: null, task: draft };
  });
  const fresh = added.map((place): NoticeChange => {
    const { draft } = taskVersion(now, place);
    const after = placeIn(now.text, draft.span);
    return { kind: 'task-added', taskNumber: draft.number, before: null, after, task: draft };
  });
  return [...changed, ...gone, ...fresh, ...outsideChanges(old, now)];
}
