import { Desk } from '../../src/carts/desk';
import { Driver } from '../../src/carts/driver';
import { OpenCarts } from '../../src/carts/open-carts';
import { Ledger } from '../../src/carts/ledger';
import { begin } from '../../src/carts/lifecycle';
import type { CartRecord } from '../../src/carts/record';
import type { LifecycleTimes } from '../../src/carts/schedule';
import { newCartId } from '../../src/carts/token';
import { UpstreamCalls } from '../../src/carts/upstream-calls';
import { PartnerApi } from '../../src/partner-api/partner-api';
import type { Sandbox } from '../../src/sandbox/sandbox';
import type { Store } from '../../src/storage/store';
import { TWO_TICKETS } from '../support/carts';
import type { FakeClock } from '../support/fake-clock';

/** Two tickets, as the desk orders them. */
export const ORDER = { ...TWO_TICKETS, acceptBestAvailable: true };

/** What one process has for its carts, wired as in the gateway, over a store that several processes may share. */
export interface Rooms {
  readonly ledger: Ledger;
  readonly calls: UpstreamCalls;
  readonly driver: Driver;
  readonly desk: Desk;
  readonly times: LifecycleTimes;
  /** What the driver said should not happen. */
  readonly errors: unknown[];
  /** A new cart in the ledger, before anything was asked of upstream. */
  readonly begin: (more?: Partial<CartRecord>) => Promise<CartRecord>;
  /** A new cart whose reserve was sent; it polls where `forcePolling` is true. */
  readonly reserve: (forcePolling?: boolean) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens the rooms; the driver is not started. */
export function openRooms(sandbox: Sandbox, store: Store, clock: FakeClock): Rooms {
  const times = {
    leaseMs: 120_000,
    openSinceMs: clock.now(),
    giveUpMs: 300_000,
    interruptedAfterMs: 6000,
  };
  const errors: unknown[] = [];
  const { url: baseUrl, apiKey, apiSecret } = sandbox;
  const limits = { timeoutMs: 2000, connections: 256, maxWaiting: 1000 };
  const api = new PartnerApi({ baseUrl, apiKey, apiSecret, ...limits }, clock);
  const ledger = new Ledger(store, times, clock);
  const calls = new UpstreamCalls(api, ledger);
  const driver = new Driver(ledger, calls, times, clock, (error) => errors.push(error));

  const caller = { ip: '203.0.113.1' };
  const events = {
    find: (eventId: string) => api.event(eventId, caller),
    maintenanceEndsInSeconds: () => null,
  };
  const openCarts = new OpenCarts(ledger, clock);
  const desk = new Desk(ledger, driver, calls, openCarts, events, times, apiSecret, clock);

  const beginCart = async (more: Partial<CartRecord> = {}): Promise<CartRecord> => {
    const of = {
      id: newCartId(),
      eventId: ORDER.eventId,
      currency: 'USD',
      caller,
      requestId: 'test',
      fingerprint: null,
    };
    const record = { ...begin(of, clock.now(), times), ...more };
    await ledger.open(record);
    return record;
  };
  return {
    ledger,
    calls,
    driver,
    desk,
    times,
    errors,
    begin: beginCart,
    reserve: async (forcePolling = false) => {
      const { id } = await beginCart({ caller: { ...caller, forcePolling } });
      await ledger.withCart(id, () => calls.reserve(id, ORDER));
      return id;
    },
    close: async () => {
      await driver.stop();
      ledger.close();
      await api.close();
    },
  };
}
