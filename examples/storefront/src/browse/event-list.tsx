import { useDeferredValue, useEffect, useState } from 'react';

import { type EventCard, readEvents } from '../api/events';
import type { Trouble } from '../api/outcome';
import { troubleOf } from '../checkout/carry-out';
import { Heading } from '../parts/heading';
import { TroubleNotice } from '../parts/trouble-notice';
import { EventCardLink } from './event-card';
import { FindById } from './find-by-id';
import { matches } from './matches';

/** The list of events, with a search. */
export function EventList() {
  const [round, setRound] = useState(0);
  const [events, setEvents] = useState<readonly EventCard[]>([]);
  const [state, setState] = useState<'loading' | 'there' | 'not listed'>('loading');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [text, setText] = useState('');
  const [onlySellable, setOnlySellable] = useState(true);
  const shownText = useDeferredValue(text);

  useEffect(() => {
    const gone = new AbortController();
    setTrouble(null);
    readEvents(setEvents, gone.signal).then(
      (isListed) => setState(isListed ? 'there' : 'not listed'),
      (error: unknown) => !gone.signal.aborted && setTrouble(troubleOf(error)),
    );
    return () => gone.abort();
  }, [round]);

  const shown = events.filter((event) => matches(event, shownText) && (event.sellable || !onlySellable));
  return (
    <>
      <Heading title="What's on">What’s on</Heading>
      <search className="filters">
        <label className="field">
          <span className="field-label">Search</span>
          <input
            type="search"
            value={text}
            onChange={(change) => setText(change.target.value)}
            placeholder="Artist, event, venue or city"
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={onlySellable}
            onChange={(change) => setOnlySellable(change.target.checked)}
          />
          On sale now
        </label>
      </search>
      <p className="count" role="status">
        {state === 'loading' && !trouble ? 'Looking up events …' : countText(shown.length)}
      </p>
      {trouble && <TroubleNotice trouble={trouble} again={() => setRound(round + 1)} />}
      {state === 'not listed' && <FindById />}
      <ul className="event-grid">
        {shown.map((event) => (
          <li key={event.id}>
            <EventCardLink event={event} />
          </li>
        ))}
      </ul>
    </>
  );
}

const countText = (count: number): string =>
  count === 0 ? 'No events match.' : `${count} event${count === 1 ? '' : 's'}`;
