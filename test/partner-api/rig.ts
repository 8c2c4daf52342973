import type { Caller } from '../../src/partner-api/model/caller';
import type { CartReference } from '../../src/partner-api/model/cart';
import type { ReserveRequest } from '../../src/partner-api/model/reserve';
import { UpstreamError } from '../../src/partner-api/errors';
import { PartnerApi, type PartnerApiSettings } from '../../src/partner-api/partner-api';
import type { CallReport } from '../../src/partner-api/transport/request-queue';
import { FakeClock } from '../support/fake-clock';
import { Upstream } from './upstream';

export const KEY = 'KEY-4711';
export const SECRET = 'SECRET-0815';

export const EVENT_ID = '3F004CBB88958BF9';
/** A cart upstream. */
export const CART: CartReference = { eventId: EVENT_ID, cartId: 'cart' };
export const CALLER: Caller = { ip: '203.0.113.7' };

/** The smallest reserve there is. */
export const ONE_TICKET: ReserveRequest = {
  eventId: EVENT_ID,
  tickets: [{ ticketId: '000002040006', quantity: 1 }],
  acceptBestAvailable: true,
};

/** A client of the Partner API, an upstream that sends scripted responses, and a clock that stands still. */
export interface Rig {
  readonly upstream: Upstream;
  readonly api: PartnerApi;
  readonly clock: FakeClock;
  /** What the client reported of its requests. */
  readonly reports: readonly CallReport[];
  readonly close: () => Promise<void>;
}

/** Opens a rig; `settings` replace the client's own. */
export async function openRig(settings: Partial<PartnerApiSettings> = {}): Promise<Rig> {
  const upstream = await Upstream.open();
  const clock = new FakeClock();
  const reports: CallReport[] = [];
  const api = new PartnerApi(
    {
      edition: '2015',
      baseUrl: upstream.url,
      apiKey: KEY,
      apiSecret: SECRET,
      timeoutMs: 5_000,
      connections: 8,
      maxWaiting: 200,
      callsPerSecond: Infinity,
      callsPerDay: null,
      ...settings,
    },
    clock,
    (report) => reports.push(report),
  );
  return {
    upstream,
    api,
    clock,
    reports,
    close: async () => {
      await api.close();
      await upstream.close();
    },
  };
}

/** Lets the sockets work until `condition` holds; the clock stands still. */
export async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

/** The failure that `promise` ends with. Throws where it ends well, or with anything but an `UpstreamError`. */
export async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error: unknown = await promise.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw error;
}
