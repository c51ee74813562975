import { adminPages } from '../desks/admin/routes.ts';
import { everyonesPages } from '../desks/everyone/routes.ts';
import { changePages } from '../desks/changes/routes.ts';
import { contactPages } from '../desks/contacts/routes.ts';
import { escalationPages } from '../desks/escalation/routes.ts';
import { findingPages } from '../desks/findings/routes.ts';
import type { PageDefinition } from './page-definition.ts';

import { leaderPages } from '../desks/leader/routes.ts';
import { officePages } from '../desks/office/routes.ts';
import { sheetPages } from '../desks/sheets/routes.ts';
import { supervisorPages } from '../desks/supervisor/routes.ts';
import { unitPages } from '../desks/unit/routes.ts';
import { yearEndPages } from '../desks/year-end/routes.ts';

/** All pages behind the login, desk by desk. */
export const pages: readonly PageDefinition[] = [
  ...everyonesPages,
  ...officePages,
  ...unitPages,
  ...leaderPages,
  ...supervisorPages,
  ...escalationPages,
  ...changePages,
  ...contactPages,
  ...findingPages,
  ...sheetPages,
  ...yearEndPages,
  ...adminPages,
];
