import { ask, find } from './ask';
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

/** The gateway accepts up to 50 ids at once; smaller portions show sooner. */
const PORTION = 24;

/**
 * Reads all events that the account can sell, portion by portion.
 *
 * @param show is called with all events so far after each portion.
 * @returns whether the account may list its events at all.
 */
export async function readEvents(
  show: (events: readonly EventCard[]) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const sellableEvents = await find('sellableEvents', SellableEventsDocument, {}, signal);
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

/** Reads all that the page of an event shows. Null if there is no such event. */
export async function readEvent(id: string, signal: AbortSignal): Promise<EventPage | null> {
  // The gateway refuses text that is not an id; the shopper may have typed the address.
  if (!/^[A-Za-z0-9]{15,16}$/.test(id)) return null;
  return find('event', EventPageDocument, { id }, signal);
}
