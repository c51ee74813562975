import { isLoopback } from './loopback.ts';

/** What a deployment says of itself. */
export interface Deployment {
  /** `npm start` wishes a demonstration; nothing else does. */
  readonly wished: boolean;
  readonly host: string;
  readonly publicUrl: string;
}

/**
 * Whether one-click sign-in exists: wished, listening on loopback alone, and opened by people at a loopback address. A deployment that
 * others can reach fails one of the two, whatever it wishes.
 */
export function isDemonstration({ wished, host, publicUrl }: Deployment): boolean {
  return wished && isLoopback(host) && isLoopback(new URL(publicUrl).hostname);
}
