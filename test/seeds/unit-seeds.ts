import type { UnitKind } from '../../domain/registry/registry-event.ts';

/** `seeds/units/*.json`. */
export interface UnitSeeds {
  readonly validFrom: string;
  readonly units: readonly {
    readonly key: string;
    readonly name: string;
    readonly fullName: string;
    readonly aliases: readonly string[];
    readonly kind: UnitKind;
    readonly hostUnit: string | null;
  }[];
  readonly collectives: readonly {
    readonly key: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly members: readonly string[];
  }[];
}
