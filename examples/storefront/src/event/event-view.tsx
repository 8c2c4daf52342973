import { useCallback } from 'react';

import { type EventPage, readEvent } from '../api/events';
import { placeText } from '../browse/event-card';
import { calendarDay, clockTime, ticketDate } from '../parts/dates';
import { Heading } from '../parts/heading';
import { plainText } from '../parts/plain-text';
import { EventPicture } from '../parts/poster';
import { TroubleNotice } from '../parts/trouble-notice';
import { useLoaded } from '../parts/use-loaded';
import { toEvents } from '../route';
import { TicketForm } from './ticket-form';

/** The page of an event: date, place, prices and the ticket form. */
export function EventView({ id }: { id: string }) {
  const loaded = useLoaded(useCallback((signal: AbortSignal) => readEvent(id, signal), [id]));
  switch (loaded.state) {
    case 'loading':
      return <p role="status">Opening the event …</p>;
    case 'failed':
      return (
        <>
          <Heading title="Event">This event cannot be shown</Heading>
          <TroubleNotice trouble={loaded.trouble} again={loaded.again} />
          <p>
            <a href={toEvents}>All events</a>
          </p>
        </>
      );
    case 'there':
      return loaded.value ? <Details event={loaded.value} /> : <NoSuchEvent />;
  }
}

function Details({ event }: { event: EventPage }) {
  const notes = event.notes.map(({ text }) => plainText(text ?? '')).filter(Boolean);
  // Most event names already contain the artists.
  const others = event.artists
    .flatMap(({ name }) => name ?? [])
    .filter((name) => !event.name?.includes(name));
  return (
    <article className="event">
      <div className="event-head">
        <EventPicture event={event} />
        <div className="event-facts">
          <Heading title={event.name ?? 'Event'}>
            <span dir="auto">{event.name ?? 'An event without a name'}</span>
          </Heading>
          <p className="event-when">{ticketDate(event.localDate, event.localTime)}</p>
          <p dir="auto">{placeText(event)}</p>
          {others.length > 0 && (
            <p className="quiet" dir="auto">
              With {others.join(', ')}
            </p>
          )}
        </div>
      </div>
      <SaleState event={event} />
      {event.apiTransactable && event.tickets.length > 0 && <TicketForm event={event} />}
      {notes.length > 0 && (
        <section className="notes" aria-labelledby="notes-title">
          <h2 id="notes-title">Good to know</h2>
          <ul>
            {notes.map((note, index) => (
              <li key={index} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** Why tickets cannot be reserved now: nightly maintenance, not on sale yet, sold elsewhere. */
function SaleState({ event }: { event: EventPage }) {
  const { apiTransactable, maintenance, onsaleAt, offsaleAt, sellable, tickets, url } = event;
  if (!apiTransactable) {
    return (
      <div className="notice">
        <p className="notice-title">Not sold here</p>
        <p>
          Tickets for this event are sold on its own page only.{' '}
          {url !== null && <a href={url}>Go to the event’s page</a>}
        </p>
      </div>
    );
  }
  if (tickets.length === 0) return <p className="notice">There are no tickets for this event at present.</p>;
  if (maintenance?.active) {
    return (
      <div className="notice">
        <p className="notice-title">The box office is closed for the night</p>
        <p>It opens again at {clockTime(maintenance.endsAt)} by your clock.</p>
      </div>
    );
  }
  if (sellable) return null;
  const isEarly = onsaleAt !== null && Date.parse(onsaleAt) > Date.now();
  const isLate = offsaleAt !== null && Date.parse(offsaleAt) < Date.now();
  return (
    <p className="notice">
      {isEarly && `General sale begins on ${calendarDay(onsaleAt)}. `}
      {isLate && `General sale ended on ${calendarDay(offsaleAt)}. `}
      {!isEarly && !isLate && 'This event is not on general sale just now. '}
      You can still try to find seats: some may be kept for members or presales.
    </p>
  );
}

const NoSuchEvent = () => (
  <>
    <Heading title="Not found">There is no such event</Heading>
    <p>
      It may have been moved or cancelled. <a href={toEvents}>See what’s on</a>
    </p>
  </>
);
