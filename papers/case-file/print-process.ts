import type { CaseFile } from './case-file.ts';
import { joinedCaseFile } from './join-pages.ts';

/** What the printing process answers. */
export type PrintAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly cause: string };

/** Entry point of the process that prints one case file, answers and ends. */
process.once('message', (file: CaseFile) => {
  void answer(file).then((said) => process.send?.(said, () => process.disconnect()));
});

async function answer(file: CaseFile): Promise<PrintAnswer> {
  try {
    return { ok: true, bytes: await joinedCaseFile(file) };
  } catch (error) {
    return { ok: false, cause: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
