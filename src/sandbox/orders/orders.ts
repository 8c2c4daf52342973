import { randomBytes, randomUUID } from 'node:crypto';
import { seatNames, type Cart } from '../carts/cart';
import { grandCents, type CartContents, type Holding } from '../carts/holding';
import type { CatalogueEvent } from '../catalogue/catalogue-event';
import { PRECONFIGURED_DELIVERY, type DeliveryOption } from '../checkout/delivery';

/** The order that one cart became. */
export interface Order {
  /** For example `39-5234153/LA1`. It ends with the event's host. */
  number: string;
  token: string;
  cartId: string;
  /** The partner's own reference, from the purchase. */
  sourceAccountId: string | null;
  boughtMs: number;
  event: CatalogueEvent;
  contents: CartContents;
  delivery: DeliveryOption;
  totalCents: number;
  /** Null if there was nothing to pay. */
  emailAddress: string | null;
}

/** An order in the report. */
export interface OrderReport {
  cartId: string;
  eventId: string;
  orderNumber: string;
  sourceAccountId: string | null;
  /** `section/row/seat`. */
  seats: string[];
}

const FIRST_NUMBER = 5_234_153;

/** All orders, for as long as the sandbox runs. */
export class Orders {
  private readonly byNumber = new Map<string, Order>();
  private readonly byToken = new Map<string, Order>();
  private readonly timesBought = new Map<string, number>();

  /** Records that `cart` was bought at `nowMs` with what it held. */
  place(cart: Cart, holding: Holding, sourceAccountId: string | null, nowMs: number): Order {
    const { event } = cart;
    if (event === null) throw new Error('a cart that holds seats has an event');
    const order: Order = {
      number: `39-${FIRST_NUMBER + this.byNumber.size}/${event.host}`,
      token: randomUUID() + randomBytes(15).toString('hex'),
      cartId: cart.id,
      sourceAccountId,
      boughtMs: nowMs,
      event,
      contents: holding.contents,
      delivery: holding.delivery ?? PRECONFIGURED_DELIVERY,
      totalCents: grandCents(holding),
      emailAddress: holding.payment?.emailAddress ?? null,
    };
    this.byNumber.set(order.number, order);
    this.byToken.set(order.token, order);
    this.timesBought.set(cart.id, (this.timesBought.get(cart.id) ?? 0) + 1);
    return order;
  }

  /** Whether a cart was ever bought. */
  isBought(cartId: string | null): boolean {
    return cartId !== null && this.timesBought.has(cartId);
  }

  /** The order with this number. */
  byOrderNumber(number: string): Order | undefined {
    return this.byNumber.get(number);
  }

  /** The order with this token. */
  byOrderToken(token: string): Order | undefined {
    return this.byToken.get(token);
  }

  /** All orders, oldest first. */
  all(): Order[] {
    return [...this.byNumber.values()];
  }

  /** The orders' part of the report. */
  report() {
    const orders = this.all().map(({ cartId, event, number, sourceAccountId, contents }): OrderReport => ({
      cartId,
      eventId: event.id,
      orderNumber: number,
      sourceAccountId,
      seats: seatNames(contents),
    }));
    // Not with Math.max(...): after a long run there are too many carts for one call's arguments.
    const maxPurchasesPerCart = [...this.timesBought.values()].reduce((a, b) => Math.max(a, b), 0);
    return { orders, purchases: orders.length, maxPurchasesPerCart };
  }
}
