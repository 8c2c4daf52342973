import { Temporal } from 'temporal-polyfill';

import type { PartnerEvent } from '../partner-api/event';

/** The date and time printed on the ticket: the start by the venue's own clock. Null where start or zone is unknown. */
export function localStart(event: PartnerEvent): { date: string; time: string } | null {
  const timeZone = event.venue?.timeZone ?? null;
  if (event.startsAt === null || timeZone === null) return null;
  const local = Temporal.Instant.from(event.startsAt).toZonedDateTimeISO(timeZone);
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString() };
}
