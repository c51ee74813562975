import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Action } from '../../domain/permissions.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import type { AppDeps } from '../app-deps.ts';
import type { FileAnswer } from '../schemas/endpoints/endpoint.ts';
import type { PaperName, PaperQuery } from '../schemas/paper.ts';
import { assertWholeUnit, sightFor } from '../sight.ts';
import { mediaTypes } from './media-types.ts';
import type { PaperMaker } from './paper-maker.ts';
import { planPapers } from './plan-papers.ts';
import { progressPapers } from './progress-papers.ts';
import { signedPapers } from './signed-papers.ts';
import { taskPapers } from './task-papers.ts';

/** Which paper, for whom. */
export interface PaperWish {
  readonly planId: string;
  readonly name: PaperName;
  readonly query: PaperQuery;
  readonly actor: PersonActor;
}

const makers: Readonly<Record<PaperName, PaperMaker>> = {
  ...planPapers,
  ...progressPapers,
  ...signedPapers,
  ...taskPapers,
};

/** A paper as it stands on the plan's day, for whoever may read what is on it. */
export async function paperFile(deps: AppDeps, { planId, name, query, actor }: PaperWish): Promise<FileAnswer> {
  const maker = makers[name];
  const action: Action = maker.needs;
  const sight = await sightFor(deps, { planId, actor, action });
  assertWholeUnit(sight.reach);
  // What shows every unit's words is for those who may read every unit's.
  if (maker.ofAllUnits && sight.reach.unitId !== null)
    throw new RuleViolation('not-permitted', '该文件载有各单位的内容，由领导小组办公室、督查和市领导打印。');
  const format = query.format ?? maker.formats[0];
  if (!maker.formats.includes(format))
    throw new RuleViolation('bad-request', `该文件只有${maker.formats.join('、')}格式，请改选。`);
  const bytes = await maker.make({ store: deps.store, sight, actor, query: { ...query, format } });
  const fileName = `${maker.title}（${chineseDay(sight.today, true)}）.${format}`;
  return { fileName, mediaType: mediaTypes[format], bytes };
}
