import type { DayFigures } from './day';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A count that a header may hold; null for anything else. */
function count(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : null;
}

/**
 * The day's figures in an answer's headers; null where the gate adds none: `Rate-Limit: 5000`, `Rate-Limit-Available:
 * 1654`, `Rate-Limit-Reset: 1474384903781` (milliseconds since the epoch). The time until the reset is reckoned from the
 * answer's own `Date`, since nothing says that our clock is right.
 */
export function dayFigures(headers: Headers): DayFigures | null {
  const limit = count(headers['rate-limit']);
  const available = count(headers['rate-limit-available']);
  const resetAtMs = count(headers['rate-limit-reset']);
  if (limit === null && available === null && resetAtMs === null) return null;
  const { date } = headers;
  const sentAtMs = typeof date === 'string' ? Date.parse(date) : NaN;
  const resetsInMs = resetAtMs === null || Number.isNaN(sentAtMs) ? null : resetAtMs - sentAtMs;
  return { limit, available, resetsInMs };
}

/** The longest pause that a `Retry-After` is believed for. */
const LONGEST_RETRY_MS = 60 * 60_000;

/** `Retry-After` in milliseconds; null where it is absent or no number of seconds. */
export function retryAfterMs(headers: Headers): number | null {
  const seconds = count(headers['retry-after']);
  return seconds === null ? null : Math.min(seconds * 1000, LONGEST_RETRY_MS);
}
