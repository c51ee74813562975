import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReturnPageBody, ReturnRowBody, RowEntryBody } from '../../../../api/schemas/return.ts';
import { newActId } from '../../../blocks/act/act-id.ts';
import { useActs } from '../../../blocks/act/use-acts.ts';
import { type Problem, isUnconfirmed, problemOf } from '../../../http/problem.ts';
import { type NamedEvidence, filledRow, sameEvidence, rowKeyOf, savedEntry } from './row-key.ts';
import { type KeptEdit, keepEdits, keptEdits } from './kept-edits.ts';

/** How a row's saving stands. */
export type RowSaving = 'saved' | 'typed' | 'saving' | 'failed';

/** What the person types into the rows of a return: kept on this machine at once, saved when they pause. */
export interface Filling {
  readonly entryOf: (row: ReturnRowBody) => RowEntryBody;
  readonly savingOf: (row: ReturnRowBody) => RowSaving;
  readonly problemOf: (row: ReturnRowBody) => Problem | null;
  readonly change: (row: ReturnRowBody, changes: Partial<RowEntryBody>) => void;
  readonly addEvidence: (row: ReturnRowBody, file: NamedEvidence) => void;
  readonly removeEvidence: (row: ReturnRowBody, evidenceId: string) => void;
  /** Saves what is not saved yet; resolves to whether everything is. */
  readonly saveAll: () => Promise<boolean>;
  readonly unsaved: number;
}

/** One row that was typed in. The id of its save stays the same until the server answered. */
interface Edit extends KeptEdit {
  readonly saving: Exclude<RowSaving, 'saved'>;
  readonly problem: Problem | null;
}

const pauseMs = 1500;

/** Fills in one return. */
export function useFilling(planId: string, page: ReturnPageBody): Filling {
  const post = useActs(planId);
  const place = `${planId}/return/${page.returnId}/${page.version}`;
  const { edits, put } = useEdits(place);
  const isSaving = useRef(false);

  const saveRow = async (key: string, edit: Edit): Promise<boolean> => {
    const row = page.rows.find((one) => rowKeyOf(one) === key);
    if (row === undefined) return true;
    put(key, (before) => (before === undefined ? null : { ...before, saving: 'saving' }));
    try {
      const rows = [filledRow(row, edit.entry, page.of.kind, edit.files)];
      await post(edit.actId, { type: 'saveRows', of: page.of, rows });
      put(key, (now) =>
        now === undefined || isSameEdit(now, edit) ? null : { ...now, actId: newActId(), saving: 'typed' },
      );
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const actId = isUnconfirmed(problem) ? edit.actId : newActId();
      put(key, (now) => (now === undefined ? null : { ...now, actId, saving: 'failed', problem }));
      return false;
    }
  };
  const saveAll = async (): Promise<boolean> => {
    if (isSaving.current) return false;
    isSaving.current = true;
    try {
      let allSaved = true;
      for (const [key, edit] of Object.entries(edits)) allSaved = (await saveRow(key, edit)) && allSaved;
      return allSaved;
    } finally {
      isSaving.current = false;
    }
  };
  useSavingInPauses(edits, saveAll);
  const putFiles = (row: ReturnRowBody, change: (files: KeptEdit['files']) => KeptEdit['files']): void =>
    put(rowKeyOf(row), (before) => ({ ...typed(before, row), files: change(before?.files ?? sameEvidence) }));
  const editOf = (row: ReturnRowBody): Edit | undefined => edits[rowKeyOf(row)];
  return {
    entryOf: (row) => editOf(row)?.entry ?? savedEntry(row),
    savingOf: (row) => editOf(row)?.saving ?? 'saved',
    problemOf: (row) => editOf(row)?.problem ?? null,
    change: (row, changes) =>
      put(rowKeyOf(row), (before) => ({
        ...typed(before, row),
        entry: { ...(before?.entry ?? savedEntry(row)), ...changes },
      })),
    addEvidence: (row, file) => putFiles(row, ({ added, removed }) => ({ added: [...added, file], removed })),
    removeEvidence: (row, id) => putFiles(row, ({ added, removed }) => ({ added, removed: [...removed, id] })),
    saveAll,
    unsaved: Object.keys(edits).length,
  };
}

function useEdits(place: string) {
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>(() => restored(keptEdits(place)));
  useEffect(() => keepEdits(place, edits), [place, edits]);
  const put = useCallback((key: string, edit: (before: Edit | undefined) => Edit | null) => {
    setEdits(({ [key]: before, ...others }) => {
      const after = edit(before);
      return after === null ? others : { ...others, [key]: after };
    });
  }, []);
  return { edits, put };
}

function useSavingInPauses(edits: Readonly<Record<string, Edit>>, saveAll: () => Promise<boolean>): void {
  const save = useEffectEvent(() => void saveAll());
  useEffect(() => {
    if (!Object.values(edits).some(({ saving }) => saving === 'typed')) return undefined;
    const timer = window.setTimeout(() => save(), pauseMs);
    return () => window.clearTimeout(timer);
  }, [edits]);
}

function typed(before: Edit | undefined, row: ReturnRowBody): Edit {
  return { entry: savedEntry(row), files: sameEvidence, ...before, actId: newActId(), problem: null, saving: 'typed' };
}

function isSameEdit(now: Edit, sent: Edit): boolean {
  return now.entry === sent.entry && now.files === sent.files;
}

function restored(kept: Readonly<Record<string, KeptEdit>>): Readonly<Record<string, Edit>> {
  return Object.fromEntries(
    Object.entries(kept).map(([key, edit]): [string, Edit] => [key, { ...edit, saving: 'typed', problem: null }]),
  );
}
