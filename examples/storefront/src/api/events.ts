import { ask } from './ask';
import {
  type EventCardFragment,
  EventCardsDocument,
  EventPageDocument,
  type EventPageQuery,
  SellableEventsDocument,
} from './generated/graphql';

export type EventCard = EventCardFragment;
export type EventPage = NonNullable<EventPageQuery['event']>;
export type Ticket = EventPage['tickets'][number];

/** The most that the gateway gives at once is 50; smaller portions show sooner. */
const PORTION = 24;

/**
 * Reads all events that the account can sell, portion by portion.
 *
 * @param show is given all that is there so far, each time there is more.
 * @returns whether the account may list its events at all.
 */
export async function readEvents(
  show: (events: readonly EventCard[]) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { sellableEvents } = await ask(SellableEventsDocument, {}, signal);
  if (!sellableEvents) return false;
  const ids = sellableEvents.map(({ eventId }) => eventId);
  const events: EventCard[] = [];
  for (let from = 0; from < ids.length; from += PORTION) {
    const portion = await ask(EventCardsDocument, { ids: ids.slice(from, from + PORTION) }, signal);
    events.push(...portion.events.filter((event) => event !== null));
    show([...events]);
  }
  return true;
}

/** Reads one event with all that its page shows. Null when there is no such event. */
export async function readEvent(id: string, signal: AbortSignal): Promise<EventPage | null> {
  // What was typed into the address need not be an id; the gateway would refuse it.
  if (!/^[A-Za-z0-9]{15,16}$/.test(id)) return null;
  const { event } = await ask(EventPageDocument, { id }, signal);
  return event;
}
