import type { Cart } from '../api/outcome';
import { ticketDate } from '../parts/dates';
import { isZero, type Money, moneyText } from '../parts/money';
import { EventPicture } from '../parts/poster';
import { placeText } from '../browse/event-card';
import { Seats } from './seats';
import type { Order } from './visit';

/** The held seats and their cost. */
export function Basket({ order: { event }, cart }: { order: Order; cart: Cart }) {
  return (
    <section className="panel basket" aria-labelledby="basket-title">
      <EventPicture event={event} />
      <h2 id="basket-title" dir="auto">
        {event.name ?? 'Your tickets'}
      </h2>
      <p className="quiet" dir="auto">
        {ticketDate(event.localDate, event.localTime)}
        <br />
        {placeText(event)}
      </p>
      <Seats items={cart.items} />
      <Costs totals={cart.totals} />
    </section>
  );
}

/** The parts of a total and the total itself. Omits parts of zero. */
function Costs({ totals }: Pick<Cart, 'totals'>) {
  if (!totals) return null;
  const { merchandise, fees, tax, delivery, grand } = totals;
  return (
    <dl className="costs">
      <Cost name="Tickets" amount={merchandise} />
      <Cost name="Fees" amount={fees} />
      <Cost name="Taxes" amount={tax} />
      <Cost name="Delivery" amount={delivery} />
      {grand && (
        <div className="costs-total">
          <dt>Total</dt>
          <dd>{moneyText(grand)}</dd>
        </div>
      )}
    </dl>
  );
}

function Cost({ name, amount }: { name: string; amount: Money | null }) {
  if (!amount || isZero(amount)) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{moneyText(amount)}</dd>
    </div>
  );
}
