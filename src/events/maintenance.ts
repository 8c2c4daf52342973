import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

import type { PartnerEvent } from '../partner-api/event';

/** A nightly closure of an event's host. Milliseconds since the epoch; `endsAtMs` is the first moment after it. */
export interface MaintenanceWindow {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** "These systems go into a nightly maintenance mode at 2AM local time … not transactable between 2-3AM". */
const FROM = Temporal.PlainTime.from('02:00');
const UNTIL = Temporal.PlainTime.from('03:00');

/**
 * The closure of one day: all the time in which the venue's clock shows two something. Null on a night on which it
 * never does, since the clocks go forward over it. Where they go back over it, two o'clock comes twice and the closure
 * lasts from the first to the second's end.
 */
function closureOf(day: Temporal.PlainDate, timeZone: string): MaintenanceWindow | null {
  const startsAt = day.toPlainDateTime(FROM).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  const endsAt = day.toPlainDateTime(UNTIL).toZonedDateTime(timeZone, { disambiguation: 'later' });
  const window = { startsAtMs: startsAt.epochMilliseconds, endsAtMs: endsAt.epochMilliseconds };
  return window.startsAtMs < window.endsAtMs ? window : null;
}

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

  const local = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone);
  for (let day = local.toPlainDate(); ; day = day.add({ days: 1 })) {
    const window = closureOf(day, timeZone);
    if (window && nowMs < window.endsAtMs) {
      latest.set(timeZone, { validFromMs: nowMs, window });
      return window;
    }
  }
}

/** The current or next closure of an event's host; null where the venue's zone is unknown. */
export function maintenanceOf(event: PartnerEvent, nowMs: number): MaintenanceWindow | null {
  const timeZone = event.venue?.timeZone ?? null;
  return timeZone === null ? null : maintenanceIn(timeZone, nowMs);
}

/** Whether `window` is on at `nowMs`. */
export const isActive = (window: MaintenanceWindow | null, nowMs: number): boolean =>
  window !== null && window.startsAtMs <= nowMs && nowMs < window.endsAtMs;
