/** What a field can hold. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** The values of a form by the names of its fields. */
export type FormValues = Readonly<Record<string, FieldValue | undefined>>;

/** The texts that a field of several choices holds, in the order in which they were chosen. */
export function listOf(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A choice of a field. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  /** As the act's schema names it: a refusal about it is shown at the field. */
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  /** A function where it depends on what is filled in. */
  readonly help?: string | ((values: FormValues) => string);
  /** Shown only while this holds of the other values. */
  readonly when?: (values: FormValues) => boolean;
}

/** One field of a form, as data. */
export type Field =
  | (FieldBase & {
      readonly kind: 'line';
      readonly max?: number;
      readonly fill?: 'username' | 'current-password' | 'new-password' | 'one-time-code';
      readonly isSecret?: boolean;
    })
  | (FieldBase & { readonly kind: 'text'; readonly max?: number; readonly lines?: number })
  | (FieldBase & { readonly kind: 'number'; readonly unit?: string; readonly least?: number })
  | (FieldBase & { readonly kind: 'day'; readonly from?: string; readonly until?: string })
  | (FieldBase & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (FieldBase & { readonly kind: 'choices'; readonly choices: readonly Choice[] })
  | (FieldBase & { readonly kind: 'yes' });
