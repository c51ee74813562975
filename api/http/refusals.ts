import { RuleViolation } from '../../domain/errors.ts';

/** One input that is wrong, with its place in the request. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** A request that does not fit its schema. */
export class InvalidRequest extends RuleViolation {
  override readonly name = 'InvalidRequest';
  readonly fields: readonly FieldFault[];

  constructor(fields: readonly FieldFault[]) {
    super('bad-request', `提交的内容有误：${fields.map(({ path, message }) => `${path}：${message}`).join('；')}`);
    this.fields = fields;
  }
}

/** A refusal that ends by itself. */
export class TryLater extends RuleViolation {
  override readonly name = 'TryLater';
  readonly retryAfterSeconds: number;

  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(code, message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
