import type { CatalogueEvent } from './catalogue/catalogue-event';
import type { EditionName } from './editions';
import type { QuotaOptions } from './gate/quota/quota-options';
import type { SandboxClock } from './time/clock';

/** How a sandbox behaves. All options have defaults. */
export interface SandboxOptions {
  /** The edition of the manual to follow. @default 2015 */
  edition?: EditionName;
  /** @default 127.0.0.1 */
  host?: string;
  /** @default 0, any free port */
  port?: number;
  /** @default the system's clock */
  clock?: SandboxClock;
  /** @default sandbox-key */
  apiKey?: string;
  /** @default sandbox-secret */
  apiSecret?: string;
  /** Whether the account has access tokens, and needs one for every call. @default true */
  accessTokens?: boolean;
  /** What is on sale. @default the catalogue */
  events?: CatalogueEvent[];
  /** Whether a reserve needs a cart session, opened by a solved captcha. @default none */
  captcha?: 'none' | 'required';
  /** In edition 2018, the events that require one. @default all */
  captchaEvents?: readonly string[];
  /** How many waits each may-poll call takes; 0 completes at once. @default 0 */
  pollingDepth?: number;
  /** The same for calls with `X-TM-FORCE-POLLING: true`. @default 3 */
  forcedPollingDepth?: number;
  /** The `wait` of a 202 response. @default 4 */
  pollWaitSeconds?: number;
  /** How many calls the gate admits. @default no limit */
  quota?: QuotaOptions;
  /** The partner's simultaneous reservations. @default 50 */
  reservationLimit?: number;
  /** Whether reserves over that limit poll until one is free, or are refused with 429. @default poll */
  overReservationLimit?: 'poll' | 'refuse';
  /** @default 299 */
  holdSeconds?: number;
  /** @default 3599 */
  tokenLifetimeSeconds?: number;
  /** Whether events go down nightly. @default true */
  maintenance?: boolean;
  /** Whether delivery is chosen for each cart, or preconfigured for the partner's account. @default offered */
  shipping?: 'offered' | 'preconfigured';
  /** Whether the account may list events and their availability and find them by code. @default true */
  lookups?: boolean;
  /** Ids of the events where a reserve may not leave a single seat. @default the one with one row of five */
  restrictSingle?: readonly string[];
}
