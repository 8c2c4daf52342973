import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Agenda } from './agenda';
import { Captcha } from './captcha';
import { Carts } from './carts';
import { catalogue, type CatalogueEvent } from './catalogue/catalogue';
import { Certificates } from './certificates';
import { systemClock, type SandboxClock } from './clock';
import { reportOf } from './control';
import { Faults, type Fault } from './faults';
import { Inventory } from './inventory';
import { Orders } from './orders';
import { Polling } from './polling';
import { Observations, type SandboxReport } from './report';
import type { Rooms } from './rooms';
import { BASE_PATH, sandboxServer } from './server';
import { Tokens } from './tokens';

export type { SandboxClock } from './clock';
export type { Fault } from './faults';
export type { SandboxReport } from './report';
export type { RouteName } from './routes';

/** How a sandbox is to behave; all have defaults. */
export interface SandboxOptions {
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
  /** What is on sale. @default the catalogue */
  events?: CatalogueEvent[];
  /** Whether a reserve needs a cart session, opened by a solved captcha. @default none */
  captcha?: 'none' | 'required';
  /** How many waits each may-poll call takes; 0 answers at once. @default 0 */
  pollingDepth?: number;
  /** The same for calls with `X-TM-FORCE-POLLING: true`. @default 3 */
  forcedPollingDepth?: number;
  /** The `wait` of a 202 answer. @default 4 */
  pollWaitSeconds?: number;
  /** The partner's simultaneous reservations; more of them poll until one is free. @default 50 */
  reservationLimit?: number;
  /** @default 299 */
  holdSeconds?: number;
  /** @default 3599 */
  tokenLifetimeSeconds?: number;
  /** Whether events go down nightly. @default true */
  maintenance?: boolean;
  /** Whether delivery is chosen for each cart, or settled for the partner's account. @default offered */
  shipping?: 'offered' | 'preconfigured';
  /** Whether the account may list events and their availability and find them by code. @default true */
  lookups?: boolean;
  /** Ids of the events of which no lone seat may be left over. @default the one with one row of five */
  restrictSingle?: readonly string[];
}

/** A running sandbox. */
export interface Sandbox {
  /** The base that calls are made on, e.g. `http://127.0.0.1:1234/partners/v1`. */
  url: string;
  /** Where `/report` and `/faults` are, e.g. `http://127.0.0.1:1234`. */
  origin: string;
  apiKey: string;
  apiSecret: string;
  report(): SandboxReport;
  /** Replaces all faults. */
  setFaults(faults: Fault[]): void;
  /** Breaks off whatever is under way and stops. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in Partner API of the 2015 edition over HTTP.
 * @throws Error when it cannot listen.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, apiKey = 'sandbox-key', apiSecret = 'sandbox-secret' } = options;
  let origin = '';
  const baseUrl = () => origin + BASE_PATH;

  const rooms = buildRooms(options, apiKey, apiSecret, baseUrl);
  const server = sandboxServer(rooms);
  server.listen(port, host);
  await once(server, 'listening');
  const authority = host.includes(':') ? `[${host}]` : host;
  origin = `http://${authority}:${(server.address() as AddressInfo).port}`;

  return {
    url: baseUrl(),
    origin,
    apiKey,
    apiSecret,
    report: () => {
      rooms.agenda.catchUp();
      return reportOf(rooms);
    },
    setFaults: (faults) => rooms.faults.set(faults),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      rooms.agenda.close();
      await closed;
    },
  };
}

function buildRooms(
  options: SandboxOptions,
  apiKey: string,
  apiSecret: string,
  baseUrl: () => string,
): Rooms {
  const agenda = new Agenda(options.clock ?? systemClock);
  const inventory = new Inventory();
  return {
    moods: {
      captchaRequired: options.captcha === 'required',
      pollingDepth: options.pollingDepth ?? 0,
      forcedPollingDepth: options.forcedPollingDepth ?? 3,
      reservationLimit: options.reservationLimit ?? 50,
      maintenance: options.maintenance ?? true,
      shippingPreconfigured: options.shipping === 'preconfigured',
      lookups: options.lookups ?? true,
      restrictSingle: new Set(options.restrictSingle ?? ['LASTROWOFFIVE001']),
    },
    agenda,
    partner: { apiKey, apiSecret, tokens: new Tokens(agenda, apiKey, options.tokenLifetimeSeconds ?? 3599) },
    events: new Map((options.events ?? catalogue()).map((event) => [event.id, event])),
    inventory,
    captcha: new Captcha(agenda),
    carts: new Carts(agenda, inventory, options.holdSeconds ?? 299),
    polling: new Polling(agenda, { apiKey, waitSeconds: options.pollWaitSeconds ?? 4, baseUrl }),
    certificates: new Certificates(agenda),
    orders: new Orders(),
    observations: new Observations(),
    faults: new Faults(),
  };
}
