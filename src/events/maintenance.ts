import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

import type { PartnerEvent } from '../partner-api/event';

/** A nightly closure of an event's host. Milliseconds since the epoch; `endsAtMs` is the first moment after it. */
export interface MaintenanceWindow {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** "These systems go into a nightly maintenance mode at 2AM local time … not transactable between 2-3AM". */
const TWO_O_CLOCK_UTC = { plainTime: '02:00', timeZone: 'UTC' };
const HOUR_MS = 60 * 60_000;

/**
 * The closures of one day: all the time in which the venue's clock shows two something. There is none on a night on
 * which the clocks go forward over it, and a short one where they go forward in the midst of it. Where they go back
 * over it, two o'clock comes twice: one long closure, or two where the clock shows something else in between.
 */
function closuresOf(day: Temporal.PlainDate, timeZone: string): MaintenanceWindow[] {
  const dayEndsAtMs = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const closures: MaintenanceWindow[] = [];
  let since: Temporal.ZonedDateTime | null = day.toZonedDateTime(timeZone);
  while (since && since.epochMilliseconds < dayEndsAtMs) {
    const changed: Temporal.ZonedDateTime | null = since.getTimeZoneTransition('next');
    // Until the clocks are changed, the whole hour would lie here.
    const hourMs = day.toZonedDateTime(TWO_O_CLOCK_UTC).epochMilliseconds - since.offsetNanoseconds / 1e6;
    const startsAtMs = Math.max(hourMs, since.epochMilliseconds);
    const endsAtMs = Math.min(hourMs + HOUR_MS, changed?.epochMilliseconds ?? Infinity);
    if (startsAtMs < endsAtMs) {
      const goesOn = closures.at(-1)?.endsAtMs === startsAtMs ? closures.pop() : undefined;
      closures.push({ startsAtMs: goesOn?.startsAtMs ?? startsAtMs, endsAtMs });
    }
    since = changed;
  }
  return closures;
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
    const window = closuresOf(day, timeZone).find(({ endsAtMs }) => nowMs < endsAtMs);
    if (window) {
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
