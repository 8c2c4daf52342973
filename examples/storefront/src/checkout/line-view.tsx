import { useState } from 'react';

import { Heading } from '../parts/heading';
import { useSlowly } from '../parts/use-slowly';
import { CancelButton } from './captcha-view';
import { hasGrown, noticeText, type PlaceInLine, placeText, waitText } from './line-words';
import { TicketsWanted } from './tickets-wanted';
import type { Order } from './visit';

/** The shortest time between two places that a screen reader announces. A short line moves every second. */
const ANNOUNCE_EVERY_MS = 20_000;

/**
 * The view while the cart stands in line. Place and time change with each response of the gateway, and never in between: a
 * countdown would promise what nobody knows.
 */
export function LineView({ order, queue }: { order: Order; queue: PlaceInLine }) {
  const before = useBefore(queue);
  const notice = noticeText(queue.notice);
  const place = `You are ${placeText(queue)}.`;
  const wait = `${capitalized(waitText(queue))}.${hasGrown(queue, before) ? ' That is longer than before.' : ''}`;
  const announced = useSlowly(`${place} ${wait}`, ANNOUNCE_EVERY_MS);
  return (
    <div className="narrow">
      <Heading title="In line">You are in line</Heading>
      <TicketsWanted order={order} />
      <div className="line">
        <p className="line-place">{place}</p>
        <p className="line-wait">{wait}</p>
      </div>
      <p className="visually-hidden" role="status">
        {announced}
      </p>
      <div role="status">{notice && <p className="notice">{notice}</p>}</div>
      <p className="quiet">
        No seats are held yet. Please keep this page open: it goes on by itself when it is your turn. If you
        leave it, you give up your place.
      </p>
      <CancelButton eventId={order.event.id}>Leave the line</CancelButton>
    </div>
  );
}

/** Returns the place that was shown before this one. Null at first. */
function useBefore(queue: PlaceInLine): PlaceInLine | null {
  const [seen, setSeen] = useState<{ queue: PlaceInLine; before: PlaceInLine | null }>({
    queue,
    before: null,
  });
  if (seen.queue === queue) return seen.before;
  setSeen({ queue, before: seen.queue });
  return seen.queue;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
