import { z } from 'zod';

import { UpstreamNonsense } from '../errors';
import type { ListedEvent } from '../model/listed-event';
import { localDate, localTime } from './dates';
import { isTimeZone } from './time-zones';
import { eventId, id, listOf, maybe, text } from './tolerant';

const listing = z.object({
  eventId,
  eventCode: maybe(text),
  eventHost: maybe(text),
  eventDate: maybe(localDate),
  eventTime: maybe(localTime),
  timeZone: maybe(text.refine(isTimeZone)),
  offers: listOf(z.object({ repName: maybe(text), ticketType: maybe(id) })),
});

/**
 * Reads the events that an account can sell (`{"events": […]}`); those without a usable id are left out.
 *
 * @throws UpstreamNonsense where there is no list of them.
 */
export function readListedEvents(json: unknown): ListedEvent[] {
  const read = z.object({ events: z.array(z.unknown()) }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no list of events in it');
  return listOf(listing)
    .parse(read.data.events)
    .map((wire) => ({
      eventId: wire.eventId,
      code: wire.eventCode,
      host: wire.eventHost,
      localDate: wire.eventDate,
      localTime: wire.eventTime,
      timeZone: wire.timeZone,
      offers: wire.offers.map(({ repName, ticketType }) => ({ name: repName, ticketId: ticketType })),
    }));
}

/**
 * Reads the event's id in `{"event": {"id"}}`.
 *
 * @throws UpstreamNonsense where there is no valid id.
 */
export function readEventId(json: unknown): string {
  const read = z.object({ event: z.object({ id: eventId }) }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no event id in it');
  return read.data.event.id;
}
