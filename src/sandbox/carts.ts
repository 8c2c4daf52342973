import { randomBytes } from 'node:crypto';
import type { Agenda } from './agenda';
import { refusal } from './answers';
import { cartOutcome } from './cart-body';
import type { CatalogueEvent } from './catalogue/catalogue';
import type { CartContents, Holding } from './holding';
import type { Inventory } from './inventory';
import { orRefusal, type Operation, type Outcome } from './polling';
import { priced, type Selection } from './selection';

/** How long an ended cart is still known, and how long a session may stay without a reserve. */
const KEPT_MS = 600_000;

/** Upstream's state of one cart. */
export interface Cart {
  readonly id: string;
  /** Whether it began as a captcha session, which outlives a failed reserve. */
  readonly session: boolean;
  /** The event of its latest reserve. */
  event: CatalogueEvent | null;
  holding: Holding | null;
  /** Its calls, while they poll. */
  reserving: Operation | null;
  shipping: Operation | null;
  purchasing: Operation | null;
  deleting: Operation | null;
  ended: boolean;
}

/** An open cart as the report shows it. */
export interface CartReport {
  cartId: string;
  eventId: string | null;
  state: 'reserving' | 'held' | 'purchasing' | 'releasing';
  /** `section/row/seat`. */
  seats: string[];
  /** ISO 8601; null without seats. */
  holdExpiresAt: string | null;
}

/** All carts, from the session or reserve that makes them until some minutes after their end. */
export class Carts {
  /** What became of the carts so far. */
  readonly tally = { reserves: 0, deletes: 0, orphanedByEarlyDelete: 0 };
  private readonly byId = new Map<string, Cart>();
  /** Those that hold seats or have a reserve pending: what counts against the partner's limit. */
  private readonly open = new Set<Cart>();

  constructor(
    private readonly agenda: Agenda,
    private readonly inventory: Inventory,
    private readonly holdSeconds: number,
  ) {}

  /** A new cart without seats: a captcha session, or the start of a reserve that needs none. */
  create(session: boolean, nowMs: number): Cart {
    const cart: Cart = {
      id: newCartId(),
      session,
      event: null,
      holding: null,
      reserving: null,
      shipping: null,
      purchasing: null,
      deleting: null,
      ended: false,
    };
    this.byId.set(cart.id, cart);
    if (session) this.awaitReserve(cart, nowMs);
    return cart;
  }

  /** The cart of this id, ended or not. */
  find(id: string | null | undefined): Cart | undefined {
    return this.byId.get(id ?? '');
  }

  /**
   * The cart of this id.
   * @throws Refusal 90003 when it is unknown, deleted or expired.
   */
  alive(id: string | null | undefined): Cart {
    const cart = this.find(id);
    if (cart === undefined || cart.ended) throw refusal(90003);
    return cart;
  }

  /** How many of the partner's simultaneous reservations are others than `cart`; pending ones only if asked for. */
  reservationsBeside(cart: Cart | undefined, counted: 'holdingOrPending' | 'holding'): number {
    let count = 0;
    for (const other of this.open) {
      if (other !== cart && (counted === 'holdingOrPending' || other.holding !== null)) count += 1;
    }
    return count;
  }

  /** Notes that a reserve polls; it is `complete`d later. */
  begin(cart: Cart, selection: Selection, operation: Operation): void {
    cart.event = selection.event;
    cart.reserving = operation;
    this.open.add(cart);
  }

  /**
   * Takes a polled reserve's seats, wanted or not: after a DELETE that did not wait for it, the cart is alive again and
   * holds seats that nobody asks for ("Delete a cart", "Polling").
   */
  complete(cart: Cart, selection: Selection, nowMs: number): Outcome {
    cart.reserving = null;
    const deletedEarly = cart.ended;
    return orRefusal(() => {
      const outcome = this.hold(cart, selection, nowMs);
      if (deletedEarly) this.tally.orphanedByEarlyDelete += 1;
      return outcome;
    });
  }

  /**
   * Reserves now. Seats that the cart held before are given back for the new ones, and kept if there are none.
   * @throws Refusal 20052 when no seats match.
   */
  hold(cart: Cart, selection: Selection, nowMs: number): Outcome {
    const { event, currency, quantity, wish } = selection;
    const before = cart.holding;
    if (before !== null) this.inventory.release(before.contents.seats);
    const seats = this.inventory.take(event.seating, quantity, wish);
    if (seats === null) {
      if (before !== null) this.inventory.takeThese(before.contents.seats);
      else if (cart.session && !cart.ended) this.awaitReserve(cart, nowMs);
      else this.end(cart, nowMs);
      throw refusal(20052);
    }
    const contents = { eventId: event.id, currency, seats, lines: priced(selection, seats.block) };
    cart.event = event;
    cart.ended = false;
    this.open.add(cart);
    this.tally.reserves += 1;
    return this.keep(cart, { contents, delivery: null, payment: null }, nowMs);
  }

  /** Lets a cart hold this from now on and for the full time. Returns what the call that did it answers. */
  keep(cart: Cart, { contents, delivery, payment }: Omit<Holding, 'expiresMs'>, nowMs: number): Outcome {
    const holding = { contents, delivery, payment, expiresMs: nowMs + this.holdSeconds * 1000 };
    cart.holding = holding;
    this.agenda.at(holding.expiresMs, (dueMs) => {
      if (cart.holding?.expiresMs === dueMs) this.expire(cart, dueMs);
    });
    return cartOutcome(cart.id, holding);
  }

  /** Ends a cart whose seats are bought: they are never free again. */
  sell(cart: Cart, { contents }: Holding, nowMs: number): void {
    this.inventory.sell(contents.seats);
    cart.holding = null;
    this.end(cart, nowMs);
  }

  /** Deletes a cart: its seats are free at once. A reserve of it that still polls goes on, though. */
  delete(cart: Cart, nowMs: number): void {
    if (!cart.ended) this.tally.deletes += 1;
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

  /** How many captcha sessions are open and without reserve. */
  openSessions(): number {
    let count = 0;
    for (const cart of this.byId.values()) if (!cart.ended && !this.open.has(cart)) count += 1;
    return count;
  }

  /** Leaves a session open without a reserve, though not for ever. */
  private awaitReserve(cart: Cart, nowMs: number): void {
    this.open.delete(cart);
    this.agenda.at(nowMs + KEPT_MS, (dueMs) => {
      if (!cart.ended && !this.open.has(cart)) this.end(cart, dueMs);
    });
  }

  private expire(cart: Cart, nowMs: number): void {
    if (cart.reserving === null) this.end(cart, nowMs);
    else this.giveBack(cart);
  }

  private end(cart: Cart, nowMs: number): void {
    this.giveBack(cart);
    cart.ended = true;
    if (cart.reserving !== null) return;
    this.open.delete(cart);
    this.agenda.at(nowMs + KEPT_MS, () => {
      if (cart.ended && cart.reserving === null) this.byId.delete(cart.id);
    });
  }

  private giveBack(cart: Cart): void {
    if (cart.holding !== null) this.inventory.release(cart.holding.contents.seats);
    cart.holding = null;
  }
}

function stateOf(cart: Cart): CartReport['state'] {
  if (cart.reserving !== null) return 'reserving';
  if (cart.purchasing !== null) return 'purchasing';
  return cart.deleting !== null ? 'releasing' : 'held';
}

/** The seats as `section/row/seat`. */
export function seatNames({ seats: { block, positions } }: CartContents): string[] {
  return positions.map((position) => `${block.section}/${block.row}/${block.seats[position] ?? ''}`);
}

/** Base64 with `+`, `/` and `=` in it every time, so that a client that does not encode it is found out. */
function newCartId(): string {
  for (;;) {
    const id = randomBytes(56).toString('base64');
    if (id.includes('+') && id.includes('/')) return id;
  }
}
