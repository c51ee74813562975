/** The ledger does not hold what a writer knows to be in it: no retry helps, an operator decides (the chain parks). */
export class LedgerConflict extends Error {
  override readonly name = 'LedgerConflict';
  readonly chain: string;

  constructor(chain: string, message: string) {
    super(message);
    this.chain = chain;
  }
}
