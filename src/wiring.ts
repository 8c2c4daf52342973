import type { Logger } from 'pino';

import { Checkout } from './carts/checkout';
import { Desk, type EventFacts } from './carts/desk';
import { Driver } from './carts/driver';
import type { TraceStep } from './carts/upstream/trace-step';
import { underMaintenance } from './carts/failures';
import { Ledger } from './carts/ledger';
import { Line } from './carts/line/line';
import { type LineNotice, LineNotices } from './carts/line/line-notices';
import { OpenCarts } from './carts/open-carts';
import { OperationProgress } from './carts/operation-progress';
import { UpstreamCalls } from './carts/upstream/upstream-calls';
import { CartWaiting } from './carts/waiting';
import type { Clock } from './clock';
import { SeatAvailability } from './events/availability';
import { EventCatalogue } from './events/catalogue';
import type { EventShelf } from './events/event-shelf';
import { isActive, maintenanceOf } from './events/maintenance';
import { saleAt } from './events/sellable';
import { readTypeDefs } from './graphql/schema';
import { ProxyNotice } from './http/access/proxy-notice';
import type { ServerSettings } from './http/server';
import { PartnerApi } from './partner-api/partner-api';
import type { CallReport } from './partner-api/transport/request-queue';
import type { QuotaShelf } from './partner-api/quota/quota-shelf';
import type { TokenShelf } from './partner-api/transport/token-shelf';
import type { CallTracing } from './partner-api/transport/transport';
import { type Settings, type Upstream, accessRules, connectionSettings, quotaSettings } from './settings';
import type { Store } from './storage/store';
import type { Clocks } from './time/clocks';

/*
 * The parts of a gateway by subject, each built from the settings and the parts below it.
 */

/** Reports an unexpected error with the id of its request. */
export type OnUnexpected = (error: unknown, requestId: string) => void;

/** What the way to upstream does without where nobody asks for it. */
export interface ApiExtras {
  /** Follows its calls in traces. */
  readonly tracing?: CallTracing | null;
  /** Where the access token is shared with other processes. */
  readonly tokenShelf?: TokenShelf | undefined;
  /** Where the quota is shared with other processes. */
  readonly quotaShelf?: QuotaShelf | undefined;
}

/** The way to upstream. */
export const buildPartnerApi = (
  settings: Settings,
  upstream: Upstream,
  clock: Clock,
  onCall: (report: CallReport) => void,
  { tracing = null, tokenShelf, quotaShelf }: ApiExtras = {},
): PartnerApi =>
  new PartnerApi(
    {
      edition: settings.PARTNER_API_EDITION,
      baseUrl: upstream.url,
      apiKey: upstream.apiKey,
      apiSecret: upstream.apiSecret,
      timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
      connections: settings.UPSTREAM_CONNECTIONS,
      maxWaiting: settings.UPSTREAM_MAX_WAITING,
      ...quotaSettings(settings),
      proxyUrl: settings.proxyUrl,
      tokenShelf,
      quotaShelf,
    },
    clock,
    onCall,
    tracing,
  );

/** What is read of events; their details are shared with other processes where there is a shelf. */
export function buildEvents(settings: Settings, api: PartnerApi, clock: Clock, shelf?: EventShelf) {
  const catalogue = new EventCatalogue(
    api,
    {
      maxEvents: settings.EVENT_CACHE_MAX,
      ttlMs: settings.EVENT_TTL_SECONDS * 1000,
      staleWhileRevalidateMs: settings.EVENT_STALE_SECONDS * 1000,
      staleIfErrorMs: settings.EVENT_STALE_IF_ERROR_SECONDS * 1000,
      unknownTtlMs: settings.EVENT_UNKNOWN_TTL_SECONDS * 1000,
    },
    clock,
    shelf,
  );
  const availability = new SeatAvailability(api, settings.AVAILABILITY_TTL_SECONDS * 1000, clock);
  return { catalogue, availability };
}

/**
 * What holds, moves and sells carts.
 *
 * @param keySecret makes the carts of idempotency keys unguessable; the same in all processes.
 */
export function buildCarts(
  settings: Settings,
  { api, catalogue, store }: { api: PartnerApi; catalogue: EventCatalogue; store: Store },
  { clock, wallClock, toWallTime, awakeSinceMs }: Clocks,
  keySecret: string,
  onUnexpected: OnUnexpected,
  traceStep: TraceStep,
) {
  const times = {
    leaseMs: settings.CART_LEASE_SECONDS * 1000,
    releaseGraceMs: settings.CART_RELEASE_GRACE_SECONDS * 1000,
    get openSinceMs() {
      return awakeSinceMs();
    },
    giveUpMs: settings.CART_GIVE_UP_SECONDS * 1000,
    // A call and the token it may need first, and something for a busy process.
    interruptedAfterMs: 3 * settings.UPSTREAM_TIMEOUT_MS,
  };
  const lineNotice = (eventId: string): LineNotice | null => {
    const event = catalogue.peek(eventId);
    if (!event) return null;
    const nowMs = wallClock.now();
    if (isActive(maintenanceOf(event, nowMs), nowMs)) return 'UNDER_MAINTENANCE';
    const sale = saleAt(event, nowMs);
    return sale && (sale === 'BEFORE' ? 'NOT_ON_SALE_YET' : 'SALE_ENDED');
  };
  const eventFacts: EventFacts = {
    find: (eventId, caller) => catalogue.find(eventId, caller),
    maintenanceEndsInSeconds: (event) => {
      const nowMs = wallClock.now();
      const window = maintenanceOf(event, nowMs);
      return window && isActive(window, nowMs) ? (window.endsAtMs - nowMs) / 1000 : null;
    },
  };
  const ledger = new Ledger(store, times, clock, api.edition);
  const calls = new UpstreamCalls(api, ledger, clock, toWallTime);
  const driver = new Driver(ledger, calls, times, clock, (error) => onUnexpected(error, 'driver'), traceStep);
  const openCarts = new OpenCarts();
  const waiting = new CartWaiting(ledger, times, clock);
  const notices = new LineNotices(lineNotice);
  const obstacle = (eventId: string) => {
    const event = catalogue.peek(eventId);
    const seconds = event ? eventFacts.maintenanceEndsInSeconds(event) : null;
    return seconds === null ? null : underMaintenance(eventId, { retryAfterSeconds: seconds });
  };
  const line = new Line(
    {
      most: settings.QUEUE_MAX,
      reservations: settings.PARTNER_RESERVATIONS || Infinity,
      atOnce: settings.UPSTREAM_CONNECTIONS,
    },
    { ledger, calls, api, openCarts, obstacle, notices, traceStep, clock },
    (error) => onUnexpected(error, 'line'),
  );
  const progress = new OperationProgress(waiting, line, times, clock);
  const shared = { ledger, calls, waiting, progress, clock };
  const desk = new Desk({
    ...shared,
    driver,
    line,
    notices,
    openCarts,
    events: eventFacts,
    times,
    edition: api.edition,
    keySecret,
  });
  const { SHIPPING_PRECONFIGURED: shippingPreconfigured } = settings;
  const checkout = new Checkout({ ...shared, api, shippingPreconfigured });
  return { ledger, driver, line, desk, checkout };
}

/** Notices proxies that are not believed, or forward no address, and says so in the log. */
export const buildProxyNotice = ({ TRUSTED_PROXIES }: Settings, clock: Clock, logger: Logger): ProxyNotice =>
  new ProxyNotice(TRUSTED_PROXIES, clock, ({ message, ...facts }) => logger.warn(facts, message));

/** How the HTTP server behaves. */
export function serverSettings(
  settings: Settings,
  upstream: Upstream,
  introspection: boolean,
): ServerSettings {
  return {
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    allowedOrigins: settings.ALLOWED_ORIGINS ?? (settings.upstream ? [] : ['*']),
    trustedProxies: settings.TRUSTED_PROXIES,
    forcePollingAllowed: !settings.isProduction,
    playground: settings.PLAYGROUND ?? !settings.isProduction,
    introspection,
    // The pages of the sandbox link to it, in production, too.
    schemaText:
      introspection || (!settings.upstream && settings.INTROSPECTION !== false) ? readTypeDefs() : null,
    sandboxReport: settings.upstream ? null : new URL('/report', upstream.url).href,
    operatorToken: settings.OPERATOR_TOKEN ?? null,
    limits: settings.limits,
    connections: connectionSettings(settings),
    access: accessRules(settings),
  };
}
