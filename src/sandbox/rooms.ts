import type { Agenda } from './agenda';
import type { Answer } from './answers';
import type { Call } from './call';
import type { Captcha } from './captcha';
import type { Carts } from './carts';
import type { CatalogueEvent } from './catalogue/catalogue';
import type { Certificates } from './certificates';
import type { Faults } from './faults';
import type { Partner } from './gate';
import type { Inventory } from './inventory';
import type { Orders } from './orders';
import type { Polling } from './polling';
import type { Observations } from './report';

/** How a sandbox is set to behave; see `SandboxOptions`. */
export interface Moods {
  captchaRequired: boolean;
  pollingDepth: number;
  forcedPollingDepth: number;
  reservationLimit: number;
  maintenance: boolean;
  shippingPreconfigured: boolean;
  lookups: boolean;
  restrictSingle: ReadonlySet<string>;
}

/** The parts of one sandbox. */
export interface Rooms {
  moods: Moods;
  agenda: Agenda;
  partner: Partner;
  events: ReadonlyMap<string, CatalogueEvent>;
  inventory: Inventory;
  captcha: Captcha;
  carts: Carts;
  polling: Polling;
  certificates: Certificates;
  orders: Orders;
  observations: Observations;
  faults: Faults;
}

/** Answers one call at `nowMs`, or throws a Refusal. */
export type Handler = (call: Call, rooms: Rooms, nowMs: number) => Answer;

/** How many waits a may-poll call takes; 0 for none. `X-TM-FORCE-POLLING: true` makes any of them poll. */
export function depthOf({ headers }: Call, moods: Moods): number {
  return headers['x-tm-force-polling'] === 'true' ? moods.forcedPollingDepth : moods.pollingDepth;
}
