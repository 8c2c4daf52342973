import { Heading } from '../parts/heading';
import type { Visit } from './visit';

/** The view of a purchase whose response was lost. It is not shown as failed, and not sent again. */
export function UnsureView({ order, reference }: Extract<Visit, { stage: 'unsure' }>) {
  return (
    <div className="narrow">
      <Heading title="Checking your order">We are checking your order</Heading>
      <p role="status">
        The box office has your order for {order.event.name ?? 'the event'}, but its answer was lost on the
        way. We are finding out what became of it.
      </p>
      <p className="notice">
        <strong>Please do not buy these tickets again.</strong> If the order went through, the tickets are
        yours and a mail is on its way. If it did not, nothing is charged, and we will say so here.
      </p>
      <progress aria-label="Checking your order" />
      {reference !== null && (
        <p className="quiet">
          If you ask for help, give this reference: <code>{reference}</code>
        </p>
      )}
    </div>
  );
}
