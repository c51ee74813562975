import type * as z from 'zod';
import type { Action } from '../../../domain/permissions.ts';

/**
 * One route, for the server that answers it, the web that calls it, the OpenAPI document and the tests. `access` is the right that
 * the seat needs (`open`: nobody need be signed in; `signed-in`: no seat is needed); how far the right reaches is for the handler.
 */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: Action | 'open' | 'signed-in' | 'seated';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** A JSON body. */
  readonly body?: z.ZodType;
  /** The body is the bytes of a file, of at most so many. */
  readonly bytes?: number;
  /** A JSON answer, or the bytes of a file. */
  readonly answer: z.ZodType | 'file';
}

/** What is sent: path and query as they stand in the address. */
export type RequestOf<E extends Endpoint> = (E extends { readonly params: infer P extends z.ZodType }
  ? { readonly params: z.input<P> }
  : unknown) &
  (E extends { readonly query: infer Q extends z.ZodType } ? { readonly query?: z.input<Q> } : unknown) &
  (E extends { readonly body: infer B extends z.ZodType } ? { readonly body: z.input<B> } : unknown) &
  (E extends { readonly bytes: number } ? { readonly bytes: Blob | Uint8Array } : unknown);

/** What is received, parsed. */
export type CallOf<E extends Endpoint> = {
  readonly params: E extends { readonly params: infer P extends z.ZodType } ? z.infer<P> : undefined;
  readonly query: E extends { readonly query: infer Q extends z.ZodType } ? z.infer<Q> : undefined;
  readonly body: E extends { readonly body: infer B extends z.ZodType }
    ? z.infer<B>
    : E extends { readonly bytes: number }
      ? Uint8Array
      : undefined;
};

/** What is answered. */
export type AnswerOf<E extends Endpoint> = E['answer'] extends z.ZodType ? z.infer<E['answer']> : FileAnswer;

/** The bytes of a file to keep or to show. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
