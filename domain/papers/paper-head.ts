import type { PlainDate } from '../plain-date.ts';

/** What every paper of a plan says of where it comes from. */
export interface PaperHead {
  /** Of a plan on a stepped clock: every page bears 演练数据·非真实情况. */
  readonly isRehearsal: boolean;
  readonly planTitle: string;
  readonly planYear: number;
  /** The notice's number 文号; null where it has none. */
  readonly documentNumber: string | null;
  /** The coordination office by its full name. */
  readonly issuer: string;
  /** The day of print. */
  readonly day: PlainDate;
  readonly contact: Contact | null;
}

/** Whom to call. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}
