import { Desk } from '../../src/carts/desk';
import { Driver } from '../../src/carts/driver';
import { OpenCarts } from '../../src/carts/open-carts';
import { Ledger } from '../../src/carts/ledger';
import { Line } from '../../src/carts/line/line';
import { LineNotices } from '../../src/carts/line/line-notices';
import { newCart } from '../../src/carts/lifecycle/new-cart';
import type { CartBase, ReservingCart } from '../../src/carts/lifecycle/record';
import type { LifecycleTimes } from '../../src/carts/lifecycle/times';
import { OperationProgress } from '../../src/carts/operation-progress';
import { newCartId } from '../../src/carts/token';
import { UpstreamCalls } from '../../src/carts/upstream/upstream-calls';
import { CartWaiting } from '../../src/carts/waiting';
import { PartnerApi } from '../../src/partner-api/partner-api';
import type { Sandbox } from '../../src/sandbox/sandbox';
import type { Store } from '../../src/storage/store';
import { TWO_TICKETS } from '../support/carts';
import type { FakeClock } from '../support/fake-clock';

/** Two tickets, as the desk orders them. */
export const ORDER = { ...TWO_TICKETS, acceptBestAvailable: true };

/** The services of one process for its carts, wired as in the gateway. Several processes may share the store. */
export interface CartServices {
  readonly api: PartnerApi;
  readonly ledger: Ledger;
  readonly calls: UpstreamCalls;
  readonly driver: Driver;
  readonly line: Line;
  readonly desk: Desk;
  readonly times: LifecycleTimes;
  /** The errors that the driver reported. */
  readonly errors: unknown[];
  /** A new cart in the ledger, before anything was asked of upstream. */
  readonly begin: (more?: Partial<CartBase>, captchaToken?: string) => Promise<ReservingCart>;
  /** A new cart whose reserve was sent; it polls where `forcePolling` is true. */
  readonly reserve: (forcePolling?: boolean) => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * Builds the services. The driver is not started.
 *
 * @param callsPerDay the quota of a day; null: none.
 */
export function openCartServices(
  sandbox: Sandbox,
  store: Store,
  clock: FakeClock,
  callsPerDay: number | null = null,
): CartServices {
  const times = {
    leaseMs: 120_000,
    openSinceMs: clock.now(),
    giveUpMs: 300_000,
    releaseGraceMs: 0,
    interruptedAfterMs: 6000,
  };
  const errors: unknown[] = [];
  const { url: baseUrl, apiKey, apiSecret } = sandbox;
  const limits = {
    timeoutMs: 15_000,
    connections: 256,
    maxWaiting: 1000,
    callsPerSecond: Infinity,
    callsPerDay,
  };
  const api = new PartnerApi({ edition: '2015', baseUrl, apiKey, apiSecret, ...limits }, clock);
  const ledger = new Ledger(store, times, clock);
  const calls = new UpstreamCalls(api, ledger, clock, (steadyMs) => steadyMs);
  const driver = new Driver(ledger, calls, times, clock, (error) => errors.push(error));

  const caller = { ip: '203.0.113.1' };
  const events = {
    find: (eventId: string) => api.event(eventId, caller),
    maintenanceEndsInSeconds: () => null,
  };
  const openCarts = new OpenCarts();
  const waiting = new CartWaiting(ledger, times, clock);
  const notices = new LineNotices(() => null);
  const line = new Line(
    { most: 1000, reservations: Infinity, atOnce: 256 },
    { ledger, calls, api, openCarts, obstacle: () => null, notices, clock },
    (error) => errors.push(error),
  );
  const progress = new OperationProgress(waiting, line, times, clock);
  const parts = { ledger, driver, line, notices, openCarts, events, waiting, progress, times, clock };
  const desk = new Desk({ ...parts, edition: '2015', keySecret: apiSecret });

  const beginCart = async (
    more: Partial<CartBase> = {},
    captchaToken: string | null = null,
  ): Promise<ReservingCart> => {
    const of = {
      id: newCartId(),
      eventId: ORDER.eventId,
      currency: 'USD',
      caller,
      accounts: [],
      requestId: 'test',
      fingerprint: null,
      edition: '2015',
      request: ORDER,
      captchaToken,
    };
    const record = { ...newCart(of, clock.now(), times), ...more };
    await ledger.open(record);
    return record;
  };
  return {
    api,
    ledger,
    calls,
    driver,
    line,
    desk,
    times,
    errors,
    begin: beginCart,
    reserve: async (forcePolling = false) => {
      const { id } = await beginCart({ caller: { ...caller, forcePolling } });
      await ledger.withCart(id, (lock) => calls.reserve(lock, { waitedMs: 0 }));
      return id;
    },
    close: async () => {
      await line.stop();
      await driver.stop();
      ledger.close();
      await api.close();
    },
  };
}
