import { readFileSync } from 'node:fs';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { type DraftedPlan, draftPlan } from '../../../domain/plan/draft-plan.ts';
import type { RegisterUnit } from '../../../domain/plan/unit-names.ts';
import type { UnitKind } from '../../../domain/registry/registry-event.ts';

const seed = (path: string) => readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');

interface SeedUnit {
  readonly key: string;
  readonly name: string;
  readonly fullName?: string;
  readonly aliases: readonly string[];
  readonly kind?: UnitKind;
  readonly members?: readonly string[];
}

const units = JSON.parse(seed('units/zhenjiang.json')) as {
  readonly units: readonly SeedUnit[];
  readonly collectives: readonly SeedUnit[];
};

/** The shipped notice. */
export const noticeText = seed('notices/zhenjiang-2022.txt');

/** The shipped register as a plan's draft sees it. */
export const register: readonly RegisterUnit[] = [...units.units, ...units.collectives].map(
  ({ key, name, fullName = name, aliases, kind = 'district', members = [] }) => {
    return { unitId: unitIdOf(key), key, name, fullName, aliases, kind, members: members.map(unitIdOf) };
  },
);

/** The key under which a unit is registered. */
export function keyOf(unitId: string): string {
  return register.find((unit) => unit.unitId === unitId)?.key ?? unitId;
}

/** The shipped notice, read and drafted. */
export const zhenjiang: DraftedPlan = draftPlan(readNotice(noticeText), {
  planId: '0f0e0d0c-0b0a-4908-8706-050403020100',
  planYear: 2022,
  register,
  text: noticeText,
});

/** The parsed JSON file of the seeds. */
export function seedJson(path: string): unknown {
  return JSON.parse(seed(path));
}
