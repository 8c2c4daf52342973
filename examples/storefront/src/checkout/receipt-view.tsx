import { Heading } from '../parts/heading';
import { moneyText } from '../parts/money';
import { ticketDate } from '../parts/dates';
import { EventPicture } from '../parts/poster';
import { placeText } from '../browse/event-card';
import { toEvents } from '../route';
import { Seats } from './seats';
import type { Visit } from './visit';

/** The receipt of a purchase. */
export function ReceiptView({ order: { event }, cart, receipt }: Extract<Visit, { stage: 'bought' }>) {
  const { orderNumber, redemptionUrl, appUrl, grandTotal } = receipt;
  return (
    <div className="narrow">
      <Heading title="Your tickets">The tickets are yours</Heading>
      <section className="panel receipt" aria-label="Receipt">
        <EventPicture event={event} />
        <h2 dir="auto">{event.name}</h2>
        <p className="quiet" dir="auto">
          {ticketDate(event.localDate, event.localTime)}
          <br />
          {placeText(event)}
        </p>
        {cart && <Seats items={cart.items} />}
        <dl className="costs">
          {orderNumber !== null && (
            <div>
              <dt>Order</dt>
              <dd>{orderNumber}</dd>
            </div>
          )}
          {grandTotal && (
            <div className="costs-total">
              <dt>Paid</dt>
              <dd>{moneyText(grandTotal)}</dd>
            </div>
          )}
        </dl>
      </section>
      {redemptionUrl === null && <p>The tickets come by mail: look for one from the box office.</p>}
      <div className="actions">
        {redemptionUrl !== null && (
          <a className="button button-main" href={redemptionUrl} rel="noreferrer">
            Get your tickets
          </a>
        )}
        {appUrl !== null && (
          <a className="button button-quiet" href={appUrl}>
            Open in the app
          </a>
        )}
        <a className="button button-quiet" href={toEvents}>
          Other events
        </a>
      </div>
    </div>
  );
}
