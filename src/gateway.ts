import type { Logger } from 'pino';

import { Checkout } from './carts/checkout';
import { Desk } from './carts/desk';
import { Driver } from './carts/driver';
import { Ledger } from './carts/ledger';
import { OpenCarts } from './carts/open-carts';
import { UpstreamCalls } from './carts/upstream-calls';
import { type Clock, steadyClock, wallClock } from './clock';
import { SeatAvailability } from './events/availability';
import { EventCatalogue } from './events/catalogue';
import { isActive, maintenanceOf } from './events/maintenance';
import { startApollo } from './graphql/apollo';
import { KnownReads } from './graphql/known-reads';
import { buildSchema, readTypeDefs } from './graphql/schema';
import { ReadyAnswers } from './http/ready-answers';
import { HttpServer } from './http/server';
import { TrustedDocuments, readManifest } from './http/trusted-documents';
import { PartnerApi } from './partner-api/partner-api';
import { type Settings, type Upstream, connectionSettings, doorSettings } from './settings';
import { DiskStore } from './storage/disk-store';
import type { Store } from './storage/store';

/** How long requests under way may take to end when the process goes down. */
const CLOSE_WITHIN_MS = 10_000;

export interface Gateway {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no new carts, lets what is under way come to an end, and stops. */
  close(): Promise<void>;
}

/**
 * Builds the rooms of the house, wires them, and opens the door.
 *
 * @param parts other clocks and stores than a process has by itself.
 * @throws StoreUnusable with a sentence, where the ledger cannot be opened.
 */
export async function startGateway(
  settings: Settings,
  upstream: Upstream,
  logger: Logger,
  parts: { readonly clock?: Clock; readonly store?: Store } = {},
): Promise<Gateway> {
  // What happens at a time of day goes by the system's clock; what takes its time, by one that nobody sets.
  const dayClock = parts.clock ?? wallClock;
  const clock = parts.clock ?? steadyClock;
  const manifest = settings.PERSISTED_QUERIES;
  const documents = new TrustedDocuments(
    manifest === undefined ? new Map() : readManifest(manifest),
    settings.PERSISTED_QUERIES_ONLY,
  );
  const store = parts.store ?? (await DiskStore.open(settings.STATE_DIR));
  const onUnforeseen = (error: unknown, requestId: string) =>
    logger.error({ err: error, requestId }, 'unforeseen');

  const api = new PartnerApi(
    {
      baseUrl: upstream.url,
      apiKey: upstream.apiKey,
      apiSecret: upstream.apiSecret,
      timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
      connections: settings.UPSTREAM_CONNECTIONS,
      maxWaiting: settings.UPSTREAM_MAX_WAITING,
    },
    clock,
    (call) => logger.debug(call, 'upstream call'),
  );

  const events = new EventCatalogue(
    api,
    {
      maxEvents: settings.EVENT_CACHE_MAX,
      ttlMs: settings.EVENT_TTL_SECONDS * 1000,
      staleWhileRevalidateMs: settings.EVENT_STALE_SECONDS * 1000,
      staleIfErrorMs: settings.EVENT_STALE_IF_ERROR_SECONDS * 1000,
      unknownTtlMs: settings.EVENT_UNKNOWN_TTL_SECONDS * 1000,
    },
    clock,
  );

  const availability = new SeatAvailability(api, settings.AVAILABILITY_TTL_SECONDS * 1000, clock);

  const times = {
    leaseMs: settings.CART_LEASE_SECONDS * 1000,
    openSinceMs: clock.now(),
    giveUpMs: settings.CART_GIVE_UP_SECONDS * 1000,
    // A call and the token it may need first, and something for a busy process.
    interruptedAfterMs: 3 * settings.UPSTREAM_TIMEOUT_MS,
  };
  const ledger = new Ledger(store, times, clock);
  const calls = new UpstreamCalls(api, ledger);
  const driver = new Driver(ledger, calls, times, clock, (error) => onUnforeseen(error, 'driver'));
  const eventFacts = {
    find: events.find.bind(events),
    maintenanceEndsInSeconds: (event: Parameters<typeof maintenanceOf>[0]) => {
      const nowMs = dayClock.now();
      const window = maintenanceOf(event, nowMs);
      return window && isActive(window, nowMs) ? (window.endsAtMs - nowMs) / 1000 : null;
    },
  };
  const openCarts = new OpenCarts(ledger, clock);
  const desk = new Desk(ledger, driver, calls, openCarts, eventFacts, times, upstream.apiSecret, clock);

  const checkout = new Checkout(
    desk,
    ledger,
    calls,
    api,
    { shippingPreconfigured: settings.SHIPPING_PRECONFIGURED },
    clock,
  );

  const introspection = settings.INTROSPECTION ?? !settings.isProduction;
  const schema = buildSchema();
  const { limits } = settings;
  const reads = new KnownReads(schema, limits, settings.READY_ANSWERS_MAX_BYTES);
  const apollo = await startApollo({ schema, introspection, limits, onUnforeseen, reads });
  const server = new HttpServer(
    {
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      allowedOrigins: settings.ALLOWED_ORIGINS ?? (settings.upstream ? [] : ['*']),
      trustedProxies: settings.TRUSTED_PROXIES,
      forcePollingAllowed: !settings.isProduction,
      playground: settings.PLAYGROUND ?? !settings.isProduction,
      introspection,
      schemaText: introspection || !settings.upstream ? readTypeDefs() : null,
      sandboxReport: settings.upstream ? null : new URL('/report', upstream.url).href,
      operatorToken: settings.OPERATOR_TOKEN ?? null,
      limits,
      connections: connectionSettings(settings),
      door: doorSettings(settings),
    },
    {
      apollo,
      reads,
      ready: new ReadyAnswers(settings.READY_ANSWERS_MAX_BYTES, clock, dayClock),
      schema,
      documents,
      rooms: { clock, dayClock, api, desk, checkout, availability, catalogue: events },
      onUnforeseen,
    },
  );

  driver.start();
  const url = await server.listen();
  return {
    url,
    close: async () => {
      desk.close();
      await server.close(CLOSE_WITHIN_MS);
      await driver.stop();
      await apollo.stop();
      await api.close();
      ledger.close();
      await store.close();
    },
  };
}
