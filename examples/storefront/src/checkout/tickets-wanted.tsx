import type { Order } from './visit';

/** What the shopper asked for, for example `2 tickets for Family Day`. */
export function TicketsWanted({ order }: { order: Order }) {
  const count = order.input.tickets.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <p dir="auto">
      {count} ticket{count === 1 ? '' : 's'} for {order.event.name ?? 'the event'}
    </p>
  );
}
