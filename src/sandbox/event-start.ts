import type { CatalogueEvent } from './catalogue/catalogue';
import { type Shown, shownIn } from './local-clock';
import { record, text } from './reading';

/** When an event starts, in milliseconds since the epoch; null when it does not say. A range starts at its start. */
export function startMs({ answer }: CatalogueEvent): number | null {
  const [start = ''] = (text(record(answer.event.eventdate).value) ?? '').split('/');
  const ms = Date.parse(start);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * The date and time of an event's start (`2015-07-26` and `18:30:00`) by the clock of its venue, or by UTC where its
 * zone is missing or unknown; nulls when it does not say.
 */
export function localStart(event: CatalogueEvent): { date: string | null; time: string | null } {
  const ms = startMs(event);
  if (ms === null) return { date: null, time: null };
  const { date, time } = shownAt(ms, event.timeZone);
  return { date, time };
}

function shownAt(ms: number, timeZone: string | null): Shown {
  try {
    return shownIn(timeZone ?? 'UTC', ms);
  } catch {
    return shownIn('UTC', ms);
  }
}
