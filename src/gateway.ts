import type { Logger } from 'pino';

import { type FastReads, type FastReadsParts, createFastReads } from './fast-reads/fast-reads';
import { startApollo } from './graphql/apollo-server';
import { buildSchema } from './graphql/schema';
import { untraced } from './carts/upstream/trace-step';
import { CartCounts } from './health/cart-counts';
import { Health } from './health/health';
import { SharedCartCounts } from './health/shared-cart-counts';
import { Status } from './health/status';
import { documentStatus } from './http/endpoints/document-status';
import { noSubscriptions } from './http/endpoints/no-subscriptions';
import { readManifest } from './http/endpoints/manifest';
import { TrustedDocuments } from './http/endpoints/trusted-documents';
import { HttpServer } from './http/server';
import { checkLocaleData } from './locale-data';
import { callLog } from './logs/call-log';
import { cartLog } from './logs/cart-log';
import { logUnexpected } from './logs/error-log';
import { requestLog } from './logs/request-log';
import { Metrics } from './metrics/metrics';
import { startMetricsServer } from './metrics/metrics-server';
import type { CallReport } from './partner-api/transport/request-queue';
import { EVENT_SHAPE } from './partner-api/wire/event';
import {
  type Settings,
  SettingsError,
  type Upstream,
  drainSecondsOf,
  metricsPlace,
  tracesUrlOf,
} from './settings';
import { DiskStore } from './storage/disk-store';
import { PostgresStore } from './storage/postgres/postgres-store';
import type { Store } from './storage/store';
import { Tracing } from './tracing/tracing';
import { openClocks } from './time/clocks';
import { type Machine, thisMachine } from './time/machine';
import {
  type OnUnexpected,
  buildCarts,
  buildEvents,
  buildPartnerApi,
  buildProxyNotice,
  serverSettings,
} from './wiring';

/** How long requests under way may take to end when the process goes down. */
const CLOSE_WITHIN_MS = 10_000;

/** How long a process waits for the ledger of another that is closing: a little longer than that takes. */
const LEDGER_MARGIN_MS = 2000;

/** How long a process waits at start for a database that cannot be reached, perhaps in a failover. */
const DATABASE_WITHIN_MS = 30_000;

export interface Gateway {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Where its metrics are; null: nowhere. */
  readonly metricsUrl: string | null;
  /** Reports "not ready" from now on and asks clients to close their connections, but still serves all that comes. */
  drain(): void;
  /** Takes no new carts, waits for what is under way, and stops. */
  close(): Promise<void>;
}

/**
 * Builds a gateway from the bottom up, and listens.
 *
 * @param parts another machine's clocks and another store than a process has by itself; `fastReads` returns null for a
 *   gateway that leaves all reads to Apollo Server.
 * @throws LocaleDataMissing with a sentence, where this Node lacks data.
 * @throws StoreUnusable with a sentence, where the ledger cannot be opened.
 */
export async function startGateway(
  settings: Settings,
  upstream: Upstream,
  logger: Logger,
  parts: {
    readonly machine?: Machine;
    readonly store?: Store;
    readonly fastReads?: (parts: FastReadsParts) => FastReads | null;
  } = {},
): Promise<Gateway> {
  checkLocaleData();
  const documents = new TrustedDocuments(
    settings.PERSISTED_QUERIES === undefined ? new Map() : readManifest(settings.PERSISTED_QUERIES),
    settings.PERSISTED_QUERIES_ONLY,
  );
  const place = metricsPlace(settings);
  const metrics = place && new Metrics(documents.operationNames());
  const logRequest = requestLog(logger, settings.LOG_READY_SAMPLE);
  const logCall = callLog(logger);

  const store = parts.store ?? (await openStore(settings, logger));
  const clocks = await openClocks(store, parts.machine ?? thisMachine);
  const { clock, wallClock, toWallTime } = clocks;
  const status = new Status(clock);
  const tracesUrl = tracesUrlOf(settings);
  const tracing = tracesUrl === null ? null : await Tracing.open(tracesUrl);
  const onUnexpected: OnUnexpected = (error, requestId) => {
    status.onUnexpected();
    logUnexpected(logger, error, requestId);
  };
  const onCall = (report: CallReport): void => {
    status.onCall(report);
    metrics?.onCall(report);
    tracing?.onCall(report);
    logCall(report);
  };
  const database = store instanceof PostgresStore ? store : null;
  const api = buildPartnerApi(settings, upstream, clock, onCall, {
    tracing: tracing && {
      origin: tracing.origin,
      headers: settings.TRACE_CONTEXT_TO_UPSTREAM ? tracing.headers : null,
    },
    tokenShelf:
      upstream.apiSecret === null
        ? undefined
        : database?.sharedTokens({ ...upstream, apiSecret: upstream.apiSecret }),
    quotaShelf: database?.sharedQuota(upstream),
  });
  const eventOwner = { ...upstream, edition: settings.PARTNER_API_EDITION, shape: EVENT_SHAPE };
  const { catalogue, availability } = buildEvents(settings, api, clock, database?.sharedEvents(eventOwner));
  const { ledger, driver, line, desk, checkout } = buildCarts(
    settings,
    { api, catalogue, store },
    clocks,
    upstream.apiSecret ?? upstream.apiKey,
    onUnexpected,
    tracing?.step ?? untraced,
  );

  const { limits, READY_ANSWERS_MAX_BYTES: maxBytes } = settings;
  const introspection = settings.INTROSPECTION ?? !settings.isProduction;
  const schema = buildSchema(settings.FEDERATION ? { showsSdl: introspection } : null);
  const { fastReads: makeFastReads = createFastReads } = parts;
  const fastReads = makeFastReads({ schema, limits, maxBytes, clock, wallClock });
  const ownCounts = new CartCounts(clock);
  if (!database) ledger.observe(ownCounts.changed);
  ledger.observe((_, record, before) => status.onCart(record, before));
  const proxyNotice = buildProxyNotice(settings, clock, logger);
  const measured = {
    api,
    budget: api.budget,
    line,
    ledger,
    carts: database ? new SharedCartCounts(database.sharedCounts(), clock) : ownCounts,
    catalogue,
    availability,
    fastReads,
    proxyNotice,
  };
  metrics?.measure(measured);
  ledger.observe(cartLog(logger));
  const health = new Health(store, api, clock);
  const plugins = [...(fastReads ? [fastReads.plugin] : []), noSubscriptions, documentStatus];
  const apollo = await startApollo({ schema, introspection, limits, onUnexpected, plugins });
  const server = new HttpServer(serverSettings(settings, upstream, introspection), {
    apollo,
    fastReads,
    schema,
    documents,
    proxyNotice,
    services: { clock, wallClock, toWallTime, partnerReads: api, desk, checkout, availability, catalogue },
    health: () => health.report(),
    onUnexpected,
    status: () => status.report({ ...measured, health, clock, toWallTime }),
    onRequest: (report) => {
      status.onRequest(report.outcome === 'refused' ? report.code : null);
      metrics?.onRequest(report);
      logRequest?.(report);
    },
    tracing,
    metrics: place === 'main' ? metrics : null,
  });
  metrics?.measureConnections(() => server.openConnections, settings.MAX_CONNECTIONS);

  driver.start();
  await line.start(database ? undefined : (record) => ownCounts.found(record));
  ownCounts.foundAll();
  const url = await server.listen();
  const metricsServer =
    metrics && place !== 'main' && place ? await openMetricsServer(settings.HOST, place.port, metrics) : null;
  return {
    url,
    metricsUrl: metricsServer?.url ?? (place === 'main' ? `${url}/metrics` : null),
    drain: () => server.drain(),
    close: async () => {
      desk.close();
      await server.close(CLOSE_WITHIN_MS);
      await metricsServer?.close();
      await line.stop();
      await driver.stop();
      await apollo.stop();
      await api.close();
      await tracing?.close();
      ledger.close();
      await clocks.close();
      await store.close();
    },
  };
}

/** Listens on METRICS_PORT. Throws SettingsError where that is not possible. */
const openMetricsServer = (host: string, port: number, metrics: Metrics) =>
  startMetricsServer({ host, port }, metrics).catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(
      `METRICS_PORT cannot be used: this process may not listen there (${error.code}).`,
    );
  });

/** Opens the ledger in the database or, once another process that is going down has released it, on disk. */
function openStore(settings: Settings, logger: Logger): Promise<Store> {
  const { STATE_DIR: stateDir, DATABASE_URL: url, DATABASE_CONNECTIONS: connections } = settings;
  const { PARTNER_API_EDITION: edition } = settings;
  if (url !== undefined)
    return PostgresStore.open({ url, connections, edition, openWithinMs: DATABASE_WITHIN_MS });
  const withinMs = drainSecondsOf(settings, false) * 1000 + CLOSE_WITHIN_MS + LEDGER_MARGIN_MS;
  return DiskStore.open(stateDir, {
    withinMs,
    onWait: () =>
      logger.warn(
        { stateDir, withinSeconds: withinMs / 1000 },
        'Another process is using STATE_DIR: waiting for it to end.',
      ),
  });
}
