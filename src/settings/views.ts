import type { Settings } from './read-settings';

/** How much time and room clients get. */
export const connectionSettings = (settings: Settings) => ({
  headersTimeoutMs: wholeMs(settings.HEADERS_TIMEOUT_SECONDS),
  requestTimeoutMs: wholeMs(settings.REQUEST_TIMEOUT_SECONDS),
  keepAliveMs: wholeMs(settings.KEEP_ALIVE_SECONDS),
  answerTimeoutMs: wholeMs(settings.ANSWER_TIMEOUT_SECONDS),
  maxConnections: settings.MAX_CONNECTIONS,
});

/** Node takes no fractions of a millisecond, and 0 for no limit. */
const wholeMs = (seconds: number): number => Math.ceil(seconds * 1000);

/** Where metrics are served: on the port of GraphQL, on one of their own, or (null) nowhere. */
export function metricsPlace({ METRICS, METRICS_PORT, sandbox }: Settings): 'main' | { port: number } | null {
  if (METRICS_PORT !== undefined) return { port: METRICS_PORT };
  return (METRICS ?? sandbox !== null) ? 'main' : null;
}

/** Where traces are sent; null: nothing is traced. */
export function tracesUrlOf(settings: Settings): string | null {
  if (settings.OTEL_SDK_DISABLED) return null;
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole } = settings;
  return whole ?? (collector === undefined ? null : `${collector.replace(/\/+$/, '')}/v1/traces`);
}

/**
 * The quota that the partner's API key has upstream: null where it has to be learned, `Infinity` for none. The sandbox
 * inside has none unless a setting gives it one.
 */
export function quotaSettings(settings: Settings): {
  callsPerSecond: number | null;
  callsPerDay: number | null;
} {
  const { PARTNER_API_CALLS_PER_SECOND: rate, PARTNER_API_CALLS_PER_DAY: amount, sandbox } = settings;
  const hasNoRate = sandbox !== null && sandbox.SANDBOX_CALLS_PER_SECOND === 0;
  return {
    callsPerSecond: rate === undefined ? (hasNoRate ? Infinity : null) : orInfinity(rate),
    callsPerDay: amount === undefined ? null : orInfinity(amount),
  };
}

const orInfinity = (limit: number): number => (limit === 0 ? Infinity : limit);

/** Who may call, and how often. */
export const accessRules = (settings: Settings) => ({
  frontendKeys: settings.FRONTEND_KEYS ?? null,
  requestsPerAddress: addressLimit(settings.RATE_LIMIT_PER_ADDRESS, 3000),
  requestsPerKey: settings.RATE_LIMIT_PER_KEY,
  cartsPerAddress: addressLimit(settings.MAX_CARTS_PER_ADDRESS, 10),
  cartsPerKey: settings.MAX_CARTS_PER_KEY,
});

const addressLimit = (set: number | undefined, fallback: number) => ({
  most: set ?? fallback,
  countsLoopback: set !== undefined,
});

/** Longer than load balancers take to notice that a process is not ready: most look every five seconds. */
const DRAIN_SECONDS = 10;

/** How long requests are still served after SIGTERM, in seconds. At a terminal no load balancer has to notice. */
export const drainSecondsOf = ({ SHUTDOWN_DRAIN_SECONDS: seconds }: Settings, isTerminal: boolean): number =>
  seconds ?? (isTerminal ? 0 : DRAIN_SECONDS);
