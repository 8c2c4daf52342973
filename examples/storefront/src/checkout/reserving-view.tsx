import type { Pending } from '../api/outcome';
import { Heading } from '../parts/heading';
import { CancelButton } from './captcha-view';
import { LineView } from './line-view';
import { Progress } from './progress';
import { TicketsWanted } from './tickets-wanted';
import type { Order, Visit } from './visit';

/** The view while the cart stands in line or seats are being reserved. */
export function ReservingView({ order, pending }: Extract<Visit, { stage: 'reserving' }>) {
  if (pending?.queue) return <LineView order={order} queue={pending.queue} />;
  return <LookingView order={order} pending={pending} />;
}

function LookingView({ order, pending }: { order: Order; pending: Pending | null }) {
  return (
    <div className="narrow">
      <Heading title="Looking for seats">Looking for your seats</Heading>
      <TicketsWanted order={order} />
      <Progress doing="Looking for your seats" pending={pending} />
      <p className="quiet">
        Please keep this page open. If you leave it, whatever is found goes back to others.
      </p>
      <CancelButton eventId={order.event.id}>Cancel</CancelButton>
    </div>
  );
}
