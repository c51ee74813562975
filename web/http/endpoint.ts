import type { AnswerOf, Endpoint } from '../../api/schemas/endpoints/endpoint.ts';
import type { allEndpoints } from '../../api/schemas/endpoints/endpoints.ts';

type Endpoints = typeof allEndpoints;

/** Name of a route in the one table of routes. */
export type EndpointName = keyof Endpoints;

// `/api/plans/{planId}/today` as the paths that one can really ask for.
type Filled<P extends string> = P extends `${infer Start}{${string}}${infer Rest}`
  ? `${Start}${string}${Filled<Rest>}`
  : P;

/** A path of that route, with its ids filled in; any other does not compile. */
export type PathOf<N extends EndpointName> = Filled<Endpoints[N]['path']>;

/** The route's method, which the caller writes out: the table itself would bring every schema into the page. */
export type MethodOf<N extends EndpointName> = Endpoints[N]['method'];

/** What the route answers. */
export type Answer<N extends EndpointName> = Endpoints[N] extends Endpoint ? AnswerOf<Endpoints[N]> : never;
