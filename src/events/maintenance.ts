import { LRUCache } from 'lru-cache';

import type { PartnerEvent } from '../partner-api/event';
import { localTimeIn } from './local-time';

/** A nightly closure of an event's host. Milliseconds since the epoch; `endsAtMs` is the first moment after it. */
export interface MaintenanceWindow {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/**
 * "These systems go into a nightly maintenance mode at 2AM local time … not transactable between 2-3AM": all the time in
 * which the venue's clock shows two something. So there is none on a night on which the clocks go forward over it, and
 * where they go back over it, two o'clock comes twice.
 */
const isClosed = (timeZone: string, atMs: number): boolean =>
  localTimeIn(timeZone, atMs).time.startsWith('02');

/** No zone's two o'clock has begun or ended at anything but a quarter of an hour of UTC since 1972. */
const QUARTER_MS = 15 * 60_000;

/** The closures last computed, by zone: each is right until it ends, or until the clock is set back before the day. */
const latest = new LRUCache<string, { validFromMs: number; window: MaintenanceWindow }>({ max: 1000 });

/**
 * The closure that is on at `nowMs` in `timeZone`, or else the next one.
 *
 * @param timeZone an IANA zone known to this runtime.
 */
export function maintenanceIn(timeZone: string, nowMs: number): MaintenanceWindow {
  const known = latest.get(timeZone);
  if (known && known.validFromMs <= nowMs && nowMs < known.window.endsAtMs) return known.window;

  let startsAtMs = nowMs - (nowMs % QUARTER_MS);
  if (isClosed(timeZone, startsAtMs))
    while (isClosed(timeZone, startsAtMs - QUARTER_MS)) startsAtMs -= QUARTER_MS;
  else while (!isClosed(timeZone, startsAtMs)) startsAtMs += QUARTER_MS;
  let endsAtMs = startsAtMs + QUARTER_MS;
  while (isClosed(timeZone, endsAtMs)) endsAtMs += QUARTER_MS;

  const window = { startsAtMs, endsAtMs };
  latest.set(timeZone, { validFromMs: nowMs, window });
  return window;
}

/** The current or next closure of an event's host; null where the venue's zone is unknown. */
export function maintenanceOf(event: PartnerEvent, nowMs: number): MaintenanceWindow | null {
  const timeZone = event.venue?.timeZone ?? null;
  return timeZone === null ? null : maintenanceIn(timeZone, nowMs);
}

/** Whether `window` is on at `nowMs`. */
export const isActive = (window: MaintenanceWindow | null, nowMs: number): boolean =>
  window !== null && window.startsAtMs <= nowMs && nowMs < window.endsAtMs;
