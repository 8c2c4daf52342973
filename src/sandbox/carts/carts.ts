import type { EditionRules } from '../editions';
import { downRefusal } from '../events/maintenance';
import type { Inventory } from '../seats/inventory';
import { priceLines, type Selection } from '../offers/selection';
import { outcomeOf, type Operation, type Outcome } from '../polling/operation';
import { type Refusal, refusal } from '../server/refusal';
import type { Schedule } from '../time/schedule';
import { newCart, seatNames, type Cart } from './cart';
import { cartOutcome } from './cart-body';
import type { Holding } from './holding';

/** How long an ended cart is still known, and how long a session may stay open without a reserve. */
const KEPT_MS = 600_000;

/** An open cart in the report. */
export interface CartReport {
  cartId: string;
  eventId: string | null;
  state: 'reserving' | 'held' | 'purchasing' | 'releasing';
  /** `section/row/seat`. */
  seats: string[];
  /** ISO 8601; null without seats. */
  holdExpiresAt: string | null;
}

/** All carts, from the session or reserve that creates them until ten minutes after they end. */
export class Carts {
  readonly counts = { reserves: 0, deletes: 0, orphanedByEarlyDelete: 0 };
  private readonly byId = new Map<string, Cart>();
  /** Carts that hold seats or have a reserve pending. These count against the partner's limit. */
  private readonly open = new Set<Cart>();

  constructor(
    private readonly schedule: Schedule,
    private readonly inventory: Inventory,
    private readonly holdSeconds: number,
    private readonly edition: EditionRules,
  ) {}

  /** Creates a cart without seats: a captcha session, or the start of a reserve without one. */
  create(session: boolean, nowMs: number): Cart {
    const cart = newCart(session);
    this.byId.set(cart.id, cart);
    if (session) this.awaitReserve(cart, nowMs);
    return cart;
  }

  /** The cart with this id, ended or not. */
  find(id: string | null | undefined): Cart | undefined {
    return this.byId.get(id ?? '');
  }

  /**
   * The cart with this id.
   * @throws Refusal 90003 if it is unknown, deleted or expired.
   */
  active(id: string | null | undefined): Cart {
    const cart = this.find(id);
    if (cart === undefined || cart.ended) throw refusal(90003);
    return cart;
  }

  /** How many of the partner's simultaneous reservations belong to carts other than `cart`. */
  otherReservations(cart: Cart | undefined, counted: 'holdingOrPending' | 'holding'): number {
    let count = 0;
    for (const other of this.open) {
      if (other !== cart && (counted === 'holdingOrPending' || other.holding !== null)) count += 1;
    }
    return count;
  }

  /** Records that a reserve polls. `complete` follows later. A cart with seats keeps their event until then. */
  begin(cart: Cart, selection: Selection, operation: Operation): void {
    if (cart.holding === null) cart.event = selection.event;
    cart.reserving = operation;
    this.open.add(cart);
  }

  /**
   * Completes a polled reserve, wanted or not: after a DELETE that did not wait for it, the cart is active again and
   * holds seats that no client wants ("Delete a cart", "Polling"). While the event's host is down it gets none.
   */
  complete(cart: Cart, selection: Selection, hostIsDown: boolean, nowMs: number): Outcome {
    cart.reserving = null;
    const deletedEarly = cart.ended;
    return outcomeOf(() => {
      if (hostIsDown) throw this.reserveFailed(cart, downRefusal(this.edition), nowMs);
      const outcome = this.hold(cart, selection, nowMs);
      if (deletedEarly) this.counts.orphanedByEarlyDelete += 1;
      return outcome;
    });
  }

  /**
   * Reserves now. Seats that the cart held before are returned for the new ones; without new ones they stay held.
   * @throws Refusal 20052 if no seats match.
   */
  hold(cart: Cart, selection: Selection, nowMs: number): Outcome {
    const { event, currency, quantity, seatRequest } = selection;
    const before = cart.holding;
    if (before !== null) this.inventory.release(before.contents.seats);
    const seats = this.inventory.take(event.seating, quantity, seatRequest);
    if (seats === null) {
      if (before !== null) this.inventory.takeThese(before.contents.seats);
      throw this.reserveFailed(cart, refusal(20052), nowMs);
    }
    const contents = { eventId: event.id, currency, seats, lines: priceLines(selection, seats.block) };
    cart.event = event;
    cart.ended = false;
    this.open.add(cart);
    this.counts.reserves += 1;
    return this.keep(cart, { contents, delivery: null, payment: null }, nowMs);
  }

  /** Holds this for the full hold time from `nowMs` on. Returns the outcome of the call that changed the cart. */
  keep(cart: Cart, changed: Omit<Holding, 'expiresMs'>, nowMs: number): Outcome {
    const { contents, delivery, payment } = changed;
    const holding = { contents, delivery, payment, expiresMs: nowMs + this.holdSeconds * 1000 };
    cart.holding = holding;
    this.schedule.at(holding.expiresMs, (dueMs) => {
      if (cart.holding?.expiresMs === dueMs) this.expire(cart, dueMs);
    });
    return this.outcomeOf(cart, holding);
  }

  /** What a call that changed a cart returns of it. */
  outcomeOf(cart: Cart, holding: Holding): Outcome {
    return cartOutcome(cart.id, holding, this.edition);
  }

  /** Ends a cart whose seats are bought. They never become free again. */
  sell(cart: Cart, { contents }: Holding, nowMs: number): void {
    this.inventory.sell(contents.seats);
    cart.holding = null;
    this.end(cart, nowMs);
  }

  /** Deletes a cart and frees its seats at once. A polled reserve of it continues, though. */
  delete(cart: Cart, nowMs: number): void {
    if (!cart.ended) this.counts.deletes += 1;
    this.end(cart, nowMs);
  }

  /** The carts that hold seats or have a reserve pending. */
  report(): CartReport[] {
    return Array.from(this.open, (cart) => {
      const { holding } = cart;
      return {
        cartId: cart.id,
        eventId: cart.event?.id ?? null,
        state: stateOf(cart),
        seats: holding === null ? [] : seatNames(holding.contents),
        holdExpiresAt: holding === null ? null : new Date(holding.expiresMs).toISOString(),
      };
    });
  }

  /** How many captcha sessions are open without a reserve. */
  openSessions(): number {
    let count = 0;
    for (const cart of this.byId.values()) if (!cart.ended && !this.open.has(cart)) count += 1;
    return count;
  }

  /** After a reserve without seats, the cart keeps what it held, or stays open as a session, or ends. */
  private reserveFailed(cart: Cart, failure: Refusal, nowMs: number): Refusal {
    if (cart.holding === null) {
      if (cart.session && !cart.ended) this.awaitReserve(cart, nowMs);
      else this.end(cart, nowMs);
    }
    return failure;
  }

  /** Keeps a session open without a reserve, for ten minutes. */
  private awaitReserve(cart: Cart, nowMs: number): void {
    this.open.delete(cart);
    this.schedule.at(nowMs + KEPT_MS, (dueMs) => {
      if (!cart.ended && !this.open.has(cart)) this.end(cart, dueMs);
    });
  }

  private expire(cart: Cart, nowMs: number): void {
    if (cart.reserving === null) this.end(cart, nowMs);
    else this.releaseSeats(cart);
  }

  private end(cart: Cart, nowMs: number): void {
    this.releaseSeats(cart);
    cart.ended = true;
    if (cart.reserving !== null) return;
    this.open.delete(cart);
    this.schedule.at(nowMs + KEPT_MS, () => {
      if (cart.ended && cart.reserving === null) this.byId.delete(cart.id);
    });
  }

  private releaseSeats(cart: Cart): void {
    if (cart.holding !== null) this.inventory.release(cart.holding.contents.seats);
    cart.holding = null;
  }
}

function stateOf(cart: Cart): CartReport['state'] {
  if (cart.reserving !== null) return 'reserving';
  if (cart.purchasing !== null) return 'purchasing';
  return cart.deleting !== null ? 'releasing' : 'held';
}
