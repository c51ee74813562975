import { everyonesPages } from '../desks/everyone/routes.ts';
import type { PageDefinition } from './page-definition.ts';

/** All pages behind the login, desk by desk. */
export const pages: readonly PageDefinition[] = [...everyonesPages];
