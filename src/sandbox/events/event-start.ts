import type { CatalogueEvent } from '../catalogue/catalogue-event';
import { record, text } from '../catalogue/json-values';
import { zonedTime, type ZonedTime } from '../time/zoned-time';

/** When an event starts, in milliseconds since the epoch; null if it does not state it. A range starts at its start. */
export function startMs({ answer }: CatalogueEvent): number | null {
  const [start = ''] = (text(record(answer.event.eventdate).value) ?? '').split('/');
  const ms = Date.parse(start);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * The local date and time of an event's start (`2015-07-26` and `18:30:00`), or in UTC if its zone is missing or
 * unknown; nulls if it states no start.
 */
export function localStart(event: CatalogueEvent): { date: string | null; time: string | null } {
  const ms = startMs(event);
  if (ms === null) return { date: null, time: null };
  const { date, time } = zonedTimeOrUtc(event.timeZone, ms);
  return { date, time };
}

function zonedTimeOrUtc(timeZone: string | null, ms: number): ZonedTime {
  try {
    return zonedTime(timeZone ?? 'UTC', ms);
  } catch {
    return zonedTime('UTC', ms);
  }
}
