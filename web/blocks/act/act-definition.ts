import type { ReactNode } from 'react';
import type { ActRequest } from '../../../api/schemas/acts/act-request.ts';
import type { Approver } from '../../../domain/act/approved-act.ts';
import type { Action } from '../../../domain/permissions.ts';
import type { Field, FormValues } from '../form/field.ts';

/** An act as the API takes it. */
export type SentAct = ActRequest['act'];

/** An act as a form: a new act of the engine is one of these and nothing more. */
export interface ActDefinition {
  /** On the button that opens it, and on the one that sends it. */
  readonly label: string;
  readonly title: string;
  /** Shown only to seats that have this right. */
  readonly needs: Action;
  /** Who approves it: those who draft for them put it on a sheet 审签单 instead. */
  readonly approver?: Approver;
  /** What the person should know before they do it. */
  readonly note?: ReactNode;
  readonly fields: readonly Field[];
  readonly initial?: FormValues;
  /** Faults that can be seen before sending, by field. */
  readonly check?: (values: FormValues) => Readonly<Record<string, string>>;
  /** The same values under the same id must give the same act: keys that the act needs are made of the id. */
  readonly toAct: (values: FormValues, actId: string) => SentAct;
  /** Another act that belongs to it, sent after it under an id made of the first. */
  readonly followedBy?: (values: FormValues, actId: string) => SentAct;
  /** What stands in the bar while the act can still be taken back; absent where it is sent at once. */
  readonly undo?: string;
}

/** The text that a field of the form holds, without blanks around it. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** The number that a field of the form holds; null where it is empty. */
export function numberOf(values: FormValues, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}
