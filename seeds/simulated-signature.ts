import { printedCode } from '../api/acts/printed-code.ts';
import type { PlannedAct } from '../domain/act/person-act.ts';
import { putFile } from '../store/files/put-file.ts';
import type { Store } from '../store/store.ts';

/** Prints what a simulated person approves, has it signed and scans it: the same scan in every run of the same rehearsal. */
export async function signedPrint(store: Store, planId: string, planned: PlannedAct): Promise<PlannedAct> {
  const { signature, ...act } = planned;
  if (signature === undefined) return act;
  const { key, by, at } = act;
  const bytes = Buffer.from(`%PDF-1.4\n% 演练：纸质审签 ${key}\n`);
  const { hash } = await putFile(store, { planId, name: '纸质审签.pdf', bytes, by, at });
  return { ...act, paper: { ...signature, scanHash: hash, checkCode: await printedCode(store, planId, act) } };
}
