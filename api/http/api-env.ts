import type { Logger } from 'pino';

/** What a request carries on its way through the middlewares. */
export interface ApiEnv {
  readonly Variables: {
    readonly requestId: string;
    readonly log: Logger;
    /** The address that our own server read from the socket, or that a trusted proxy named. */
    readonly address: string;
  };
  readonly Bindings: { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
}
