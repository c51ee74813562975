import { assertNever } from '../../domain/errors.ts';
import type { RegistryState } from '../../domain/registry/registry-book.ts';
import type { DeputyAuthorised, DeputyEnded, RegistryEvent } from '../../domain/registry/registry-event.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** Rows of units, persons, seats, calendars and rules, each kept under the chain it is registered in. */
export function registryProjection({ recorded }: Step<RegistryState, RegistryEvent>): readonly RowChange[] {
  const { chain: registry, seq, event } = recorded;
  switch (event.type) {
    case 'unitRegistered': {
      const { unitId, key, name, fullName, aliases, kind, members, hostUnitId, validFrom } = event;
      const words = { key, name, full_name: fullName, aliases, kind, members };
      return [
        put('unit_version', {
          registry,
          unit_id: unitId,
          seq,
          ...words,
          host_unit_id: hostUnitId,
          valid_from: validFrom,
        }),
      ];
    }
    case 'personRegistered': {
      const { personId, key, particulars, validFrom } = event;
      const { contentId, commitment } = particulars;
      const row = { registry, person_id: personId, seq, key, content_id: contentId, commitment, valid_from: validFrom };
      return [put('person_version', row)];
    }
    case 'seatTaken': {
      const { personId, unitId, seat, rank, validFrom } = event;
      const key = { registry, person_id: personId, unit_id: unitId, seat, valid_from: validFrom };
      return [put('seat_holding', { ...key, valid_to: null, rank })];
    }
    case 'seatLeft': {
      const { personId, unitId, seat, validFrom, validTo } = event;
      const key = { registry, person_id: personId, unit_id: unitId, seat, valid_from: validFrom };
      return [patch('seat_holding', { ...key, valid_to: validTo })];
    }
    case 'deputyAuthorised': {
      const { validTo, reason } = event;
      const said = { valid_to: validTo, reason_id: reason.contentId, authorised_by: event.by };
      return [put('deputy', { ...deputyKey(registry, event), ...said })];
    }
    case 'deputyEnded':
      return [patch('deputy', { ...deputyKey(registry, event), valid_to: event.validTo })];
    case 'contactsChanged': {
      const { changeId, planId, unitId, from, contacts, reason, by, paper = null, at } = event;
      const said = { valid_from: from, contacts_id: contacts?.contentId ?? null, reason_id: reason.contentId };
      const row = { registry, change_id: changeId, plan_id: planId, unit_id: unitId, ...said };
      return [put('contact_change', { ...row, approved_at: at, approved_by: by, paper })];
    }
    case 'calendarImported': {
      const { table } = event;
      return [put('calendar_table', { registry, year: table.year, version: table.version, table })];
    }
    case 'rulesImported': {
      const { rules, reason } = event;
      return [put('rule_set', { registry, version: rules.version, rules, reason })];
    }
    case 'contentErased':
      return [];
    default:
      return assertNever(event);
  }
}

function deputyKey(registry: string, { personId, unitId, seat, deputyId, validFrom }: DeputyAuthorised | DeputyEnded) {
  return { registry, person_id: personId, unit_id: unitId, seat, deputy_id: deputyId, valid_from: validFrom };
}
