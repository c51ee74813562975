/** The only error that domain code throws on purpose: an act that the rules forbid, with a stable code and a Chinese text for the person. */
export class RuleViolation extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RuleViolation';
    this.code = code;
  }
}

/** Ends an exhaustive `switch`: a value that the types exclude is a programming mistake. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
