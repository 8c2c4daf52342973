import type { EventCard } from '../api/events';
import { ticketDate } from '../parts/dates';
import { isZero, moneyText } from '../parts/money';
import { EventPicture } from '../parts/poster';
import { toEvent } from '../route';

/** One event of the list. */
export function EventCardLink({ event }: { event: EventCard }) {
  const price = priceText(event);
  return (
    <a className="event-card" href={toEvent(event.id)}>
      <EventPicture event={event} />
      <span className="event-card-text">
        <span className="event-card-date">{ticketDate(event.localDate, event.localTime)}</span>
        <span className="event-card-name" dir="auto">
          {event.name ?? 'An event without a name'}
        </span>
        <span className="event-card-place" dir="auto">
          {placeText(event)}
        </span>
        <span className="event-card-price">
          {event.apiTransactable ? (price ?? 'See prices') : 'Sold elsewhere'}
          {!event.sellable && event.apiTransactable && <span className="tag">Not on general sale</span>}
        </span>
      </span>
    </a>
  );
}

/** `Pike Hall, Seattle, WA` */
export const placeText = ({ venue }: Pick<EventCard, 'venue'>): string =>
  [venue?.name, venue?.address?.city, venue?.address?.regionCode ?? venue?.address?.countryCode]
    .filter(Boolean)
    .join(', ') || 'Venue to be announced';

function priceText({ priceRange }: EventCard): string | undefined {
  const from = priceRange?.min?.display;
  if (!from) return undefined;
  if (isZero(from)) return 'Free';
  return priceRange?.max?.display?.amount === from.amount ? moneyText(from) : `From ${moneyText(from)}`;
}
