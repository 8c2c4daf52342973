import { LRUCache } from 'lru-cache';

import type { PartnerEvent } from '../partner-api/event';

/** What a clock on the wall shows: `2015-07-26` and `18:30:00`. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

/**
 * Asking the runtime's own time zone data for each instant is exact where looking for "the next change of the clocks"
 * is not: libraries do that by sampling, and miss the months for which Morocco sets its clocks back.
 */
const clocks = new LRUCache<string, Intl.DateTimeFormat>({
  max: 1000,
  memoMethod: (timeZone) =>
    new Intl.DateTimeFormat('sv', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    }),
});

/**
 * What the clocks of `timeZone` show at `atMs`.
 *
 * @param timeZone an IANA zone known to this runtime.
 */
export function localTimeIn(timeZone: string, atMs: number): LocalTime {
  // The Swedish way of writing a time is ISO 8601's.
  const [date = '', time = ''] = clocks.memo(timeZone).format(atMs).split(' ');
  return { date, time };
}

/** An event's start does not change under its feet, and lists ask for it again and again. */
const starts = new WeakMap<PartnerEvent, LocalTime>();

/** The date and time printed on the ticket: the start by the venue's own clock. Null where start or zone is unknown. */
export function localStart(event: PartnerEvent): LocalTime | null {
  const known = starts.get(event);
  const timeZone = event.venue?.timeZone ?? null;
  if (known || event.startsAt === null || timeZone === null) return known ?? null;
  const start = localTimeIn(timeZone, Date.parse(event.startsAt));
  starts.set(event, start);
  return start;
}
