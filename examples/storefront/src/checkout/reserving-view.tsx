import { Heading } from '../parts/heading';
import { CancelButton } from './captcha-view';
import { Progress } from './progress';
import type { Visit } from './visit';

/** Seats are being looked for. */
export function ReservingView({ order, pending }: Extract<Visit, { stage: 'reserving' }>) {
  const count = order.input.tickets.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <div className="narrow">
      <Heading title="Looking for seats">Looking for your seats</Heading>
      <p dir="auto">
        {count} ticket{count === 1 ? '' : 's'} for {order.event.name ?? 'the event'}
      </p>
      <Progress doing="Looking for your seats" pending={pending} />
      <p className="quiet">
        Please keep this page open. If you leave it, whatever is found goes back to others at once.
      </p>
      <CancelButton eventId={order.event.id} />
    </div>
  );
}
