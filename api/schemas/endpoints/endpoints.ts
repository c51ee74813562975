import { deskEndpoints } from './desk-endpoints.ts';
import { matterEndpoints } from './matter-endpoints.ts';
import { planEndpoints } from './plan-endpoints.ts';
import { registryEndpoints } from './registry-endpoints.ts';
import { demoEndpoints, sessionEndpoints } from './session-endpoints.ts';

/** The one table of routes, by the name under which the web calls them; those of the demonstration stand apart. */
export const endpoints = {
  ...sessionEndpoints,
  ...planEndpoints,
  ...deskEndpoints,
  ...matterEndpoints,
  ...registryEndpoints,
} as const;

export type EndpointName = keyof typeof endpoints;
export type EndpointNamed<N extends EndpointName> = (typeof endpoints)[N];

/** With the demonstration's own routes: what the web may find. */
export const allEndpoints = { ...endpoints, ...demoEndpoints } as const;
