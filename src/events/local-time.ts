import { LRUCache } from 'lru-cache';

import type { PartnerEvent } from '../partner-api/model/event';

/** A date and time without a zone: `2015-07-26` and `18:30:00`. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

/** Every build of Node has English. All options that depend on the language are fixed. */
const FIXED = { calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', hour: '2-digit' } as const;
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const MINUTES = { minute: '2-digit', second: '2-digit' } as const;

/**
 * The formatters of each zone. They use the runtime's time zone data for each instant. Libraries search the next change
 * of the clocks by sampling, and miss the month for which Morocco sets its clocks back.
 */
const formatters = new LRUCache<
  string,
  { readonly whole: Intl.DateTimeFormat; readonly hour: Intl.DateTimeFormat }
>({
  max: 1000,
  memoMethod: (timeZone) => ({
    whole: new Intl.DateTimeFormat('en-US', { timeZone, ...FIXED, ...DATE, ...MINUTES }),
    hour: new Intl.DateTimeFormat('en-US', { timeZone, ...FIXED }),
  }),
});

/**
 * The local time in `timeZone` at `atMs` (milliseconds since the epoch).
 *
 * @param timeZone an IANA zone known to this runtime.
 */
export function localTimeIn(timeZone: string, atMs: number): LocalTime {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatters.memo(timeZone).whole.formatToParts(atMs)) shown[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = shown;
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}:${second}` };
}

/** The local hour, 0 to 23, in `timeZone` at `atMs`. Cheaper than the whole local time. */
export function localHourIn(timeZone: string, atMs: number): number {
  const parts = formatters.memo(timeZone).hour.formatToParts(atMs);
  return Number(parts.find(({ type }) => type === 'hour')?.value);
}

/** The start of an event object never changes, and lists read it often. */
const starts = new WeakMap<PartnerEvent, LocalTime>();

/** The date and time printed on the ticket: the start in the venue's own time zone. Null if start or zone is unknown. */
export function localStart(event: PartnerEvent): LocalTime | null {
  const known = starts.get(event);
  const timeZone = event.venue?.timeZone ?? null;
  if (known || event.startsAt === null || timeZone === null) return known ?? null;
  const start = localTimeIn(timeZone, Date.parse(event.startsAt));
  starts.set(event, start);
  return start;
}
