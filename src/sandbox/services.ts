import { behaviourOf, type Behaviour } from './behaviour';
import { Captcha } from './carts/captcha';
import { Carts } from './carts/carts';
import { catalogue, type CatalogueEvent } from './catalogue/catalogue';
import { Certificates } from './checkout/certificates';
import { Faults } from './faults/faults';
import { AccessTokens } from './gate/access-tokens';
import type { Partner } from './gate/credentials';
import { Quota } from './gate/quota/quota';
import type { SandboxOptions } from './options';
import { Orders } from './orders/orders';
import { Polling } from './polling/polling';
import { Observations } from './report/observations';
import { Inventory } from './seats/inventory';
import type { Call } from './server/call';
import type { Reply } from './server/reply';
import { systemClock } from './time/clock';
import { Schedule } from './time/schedule';

/** The parts of one sandbox. */
export interface Services {
  behaviour: Behaviour;
  schedule: Schedule;
  partner: Partner;
  quota: Quota;
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

/** Handles one call at `nowMs` (milliseconds since the epoch). Throws a Refusal if a rule forbids it. */
export type Handler = (call: Call, services: Services, nowMs: number) => Reply;

/** The parts of a new sandbox. `baseUrl` returns the base of polling URLs once the server listens. */
export function createServices(options: SandboxOptions, baseUrl: () => string): Services {
  const { clock = systemClock, apiKey = 'sandbox-key', apiSecret = 'sandbox-secret' } = options;
  const behaviour = behaviourOf(options);
  const schedule = new Schedule(clock);
  const inventory = new Inventory();
  return {
    behaviour,
    schedule,
    partner: {
      apiKey,
      apiSecret,
      hasTokens: options.accessTokens ?? true,
      tokens: new AccessTokens(schedule, apiKey, options.tokenLifetimeSeconds ?? 3599),
    },
    quota: new Quota(clock, apiKey, options.quota),
    events: new Map((options.events ?? catalogue()).map((event) => [event.id, event])),
    inventory,
    captcha: new Captcha(schedule),
    carts: new Carts(schedule, inventory, options.holdSeconds ?? 299, behaviour.edition),
    polling: new Polling(
      schedule,
      { apiKey, waitSeconds: options.pollWaitSeconds ?? 4, baseUrl },
      behaviour.edition,
    ),
    certificates: new Certificates(schedule),
    orders: new Orders(),
    observations: new Observations(),
    faults: new Faults(),
  };
}
