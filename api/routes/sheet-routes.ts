import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { putFile } from '../../store/files/put-file.ts';
import { readStoredFile } from '../../store/files/read-file.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Handlers } from '../http/mount-endpoints.ts';
import { sheetList, sheetPage, signerList } from '../reads/sheets.ts';
import type { matterEndpoints } from '../schemas/endpoints/matter-endpoints.ts';
import { assertWholeUnit, sightFor } from '../sight.ts';

type Routes = Pick<Handlers<typeof matterEndpoints>, 'sheets' | 'sheet' | 'sheetScan' | 'signers' | 'addScan'>;

/** Sheets 审签单, and what is needed to record one that was signed on paper. */
export function sheetRoutes(deps: AppDeps): Routes {
  const { store } = deps;
  const readerOf = async (planId: string, actor: PersonActor) => {
    const sight = await sightFor(deps, { planId, actor, action: 'readReturn' });
    assertWholeUnit(sight.reach);
    return { sight, actor };
  };
  return {
    sheets: async ({ params: { planId }, query, actor }) => sheetList(store, await readerOf(planId, actor), query),
    sheet: async ({ params: { planId, sheetId }, actor }) => sheetPage(store, await readerOf(planId, actor), sheetId),
    sheetScan: async ({ params: { planId, sheetId }, actor }) => {
      const { scanHash, number } = await sheetPage(store, await readerOf(planId, actor), sheetId);
      const file = scanHash === null ? null : await readStoredFile(store, planId, scanHash);
      if (file === null) throw new RuleViolation('unknown-sheet', '这份审签单没有扫描件。');
      return { fileName: `${number}_${file.name}`, mediaType: file.mediaType, bytes: file.bytes };
    },
    signers: async ({ params: { planId }, query: { on }, actor }) => {
      const reader = await readerOf(planId, actor);
      return signerList(store, reader, on ?? reader.sight.today);
    },
    addScan: async ({ params: { planId }, query: { fileName }, body, actor }) => {
      const { sight } = await readerOf(planId, actor);
      const { hash, size } = await putFile(store, { planId, name: fileName, bytes: body, by: actor, at: sight.now });
      return { hash, fileName, bytes: size };
    },
  };
}
