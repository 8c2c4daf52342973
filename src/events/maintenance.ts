import { LRUCache } from 'lru-cache';

import type { ClosedHours } from '../partner-api/model/closed-hours';
import type { PartnerEvent } from '../partner-api/model/event';
import { localHourIn } from './local-time';

/** A nightly closure of an event's host. Milliseconds since the epoch; `endsAtMs` is the first moment after it. */
export interface MaintenanceWindow {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/**
 * "These systems go into a nightly maintenance mode at 2AM local time … not transactable between 2-3AM": while the
 * venue's clock shows 2:xx, or the hours of a later edition. So a closure is shorter, or none at all, in a night in which
 * the clocks skip such an hour, and longer where one is repeated.
 */
function isClosed(timeZone: string, { from, to }: ClosedHours, atMs: number): boolean {
  const hour = localHourIn(timeZone, atMs);
  return from <= hour && hour < to;
}

/** Since 2012 hours have begun and ended at a quarter of an hour of UTC in every zone. */
const QUARTER_MS = 15 * 60_000;

/** At most two nights in a row have no such hour: where a zone skips a day of the calendar. */
const FARTHEST_MS = 4 * 24 * 60 * 60_000;

/** The last computed closures by zone and hour. Each is valid until it ends, or until the clock is set back before `validFromMs`. */
const latest = new LRUCache<string, { validFromMs: number; window: MaintenanceWindow }>({ max: 1000 });

/**
 * The closure at `nowMs` in `timeZone`, or else the next one.
 *
 * @param timeZone an IANA zone known to this runtime.
 * @param hours which hours the closure has.
 * @throws Error if the zone has no such hour for days: the runtime's time zone data is unusable.
 */
export function maintenanceIn(timeZone: string, hours: ClosedHours, nowMs: number): MaintenanceWindow {
  const key = `${timeZone} ${hours.from}-${hours.to}`;
  const known = latest.get(key);
  if (known && known.validFromMs <= nowMs && nowMs < known.window.endsAtMs) return known.window;

  const quarterMs = nowMs - (nowMs % QUARTER_MS);
  const isClosedAt = (atMs: number): boolean => isClosed(timeZone, hours, atMs);
  const isOpenAt = (atMs: number): boolean => !isClosedAt(atMs);
  const startsAtMs = isClosedAt(quarterMs)
    ? quarterFrom(quarterMs, -QUARTER_MS, isOpenAt) + QUARTER_MS
    : quarterFrom(quarterMs, QUARTER_MS, isClosedAt);
  const endsAtMs = quarterFrom(startsAtMs, QUARTER_MS, isOpenAt);

  const window = { startsAtMs, endsAtMs };
  latest.set(key, { validFromMs: nowMs, window });
  return window;
}

/** The first quarter of an hour after `fromMs`, in steps of `stepMs`, at which `holds`. */
function quarterFrom(fromMs: number, stepMs: number, holds: (atMs: number) => boolean): number {
  for (let atMs = fromMs + stepMs; Math.abs(atMs - fromMs) <= FARTHEST_MS; atMs += stepMs) {
    if (holds(atMs)) return atMs;
  }
  throw new Error('The clocks of a time zone never show the hours of maintenance.');
}

/** The current or next closure of an event's host. Null if the venue's zone is unknown. */
export function maintenanceOf(event: PartnerEvent, nowMs: number): MaintenanceWindow | null {
  const timeZone = event.venue?.timeZone ?? null;
  return timeZone === null ? null : maintenanceIn(timeZone, event.closedHours, nowMs);
}

/** Whether `nowMs` is in `window`. */
export const isActive = (window: MaintenanceWindow | null, nowMs: number): boolean =>
  window !== null && window.startsAtMs <= nowMs && nowMs < window.endsAtMs;
