import type { Logger } from 'pino';
import type { Instant } from '../domain/instant.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { ImportedPlan } from '../store/plan/import-notice.ts';
import type { ImportedNotice } from '../store/plan/import-plan.ts';
import type { Store } from '../store/store.ts';
import type { Accounts } from './auth/accounts.ts';
import type { PasswordProfile } from './auth/password-rules.ts';
import type { EngineView } from './engine/engine-view.ts';
import type { Engine } from './engine/engine.ts';
import type { RehearsalRun, RehearsalWish } from './engine/rehearsals.ts';
import type { ApiMetrics } from './http/metrics.ts';

/** A scenario of a rehearsal as lists show it. */
export interface ScenarioLine {
  readonly name: string;
  readonly title: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** Rehearsals as the API asks for them; scenarios are files of the deployment. */
export interface RehearsalPort {
  readonly scenarios: () => readonly ScenarioLine[];
  readonly importRehearsal: (notice: ImportedNotice, request: RehearsalImport) => Promise<ImportedPlan>;
  readonly start: (wish: RehearsalWish) => Promise<void>;
  readonly run: (planId: string) => Promise<RehearsalRun>;
  readonly pause: (planId: string, isPaused: boolean) => Promise<void>;
}

/** Which scenario a notice is rehearsed with, as which plan. */
export interface RehearsalImport {
  readonly planId: string;
  readonly scenario: string;
  readonly by: { readonly personId: string; readonly seat: 'office'; readonly unitId: string };
  /** The earlier year's plan that the notice goes on from; null without one. */
  readonly follows: string | null;
}

/** Sends one mail to see whether the channel works; `answer` is what the server said. */
export type MailTest = (to: string) => Promise<{ readonly accepted: boolean; readonly answer: string }>;

/** Everything that the API works with; it opens nothing by itself. */
export interface AppDeps {
  readonly store: Store;
  readonly engine: Engine;
  readonly engineView: EngineView;
  readonly accounts: Accounts;
  readonly rehearsals: RehearsalPort;
  readonly mailTest: MailTest;
  readonly log: Logger;
  readonly metrics: ApiMetrics;
  /** Where people open duban. */
  readonly publicUrl: string;
  readonly passwordProfile: PasswordProfile;
  /** One-click sign-in exists: only with the embedded parts, on loopback. */
  readonly isDemonstration: boolean;
  readonly trustsProxy: boolean;
  readonly requestsPerMinute: number;
  /** Lets other machines read the metrics; null: only this one may. */
  readonly metricsToken: string | null;
  /** How often a stream of changes shows that it lives; it outlives its session by no more. */
  readonly heartbeatMs: number;
  /** The built web; null where there is none. */
  readonly webFolder: string | null;
  readonly now: () => Instant;
}
