import type { Clock } from '../../clock';
import type { CartRecord, ReservingCart } from '../lifecycle/record';
import type { OpenCarts } from '../open-carts';
import type { LineNotices } from './line-notices';
import type { Reservations } from './reservations';
import { ServiceTimes } from './service-times';
import { StandingOrder } from './standing-order';

/** What a cart in line waits for. */
export interface Wait {
  /** How many are served before it. */
  readonly ahead: number;
  readonly estimatedWaitMs: number;
}

/** A cart that waits for its turn. */
export type StandingCart = ReservingCart & { readonly place: NonNullable<ReservingCart['place']> };

/**
 * A cart that came to another process just now is left to that process for so long: most are served there at once, and
 * the shopper is answered with the seats.
 */
const LEFT_TO_OTHERS_MS = 250;

/** Carts a second while nothing was measured: by the calls that may be made, and by the reservations that end. */
export interface ExpectedPace {
  readonly byCalls: () => number;
  /** How long a shopper keeps a reservation, roughly. */
  readonly cartSeconds: number;
}

/**
 * Who stands in line, in which order, and what they wait for. All of it follows from the records of the carts, those of
 * other processes included: every process keeps this book for itself, and any of them may serve any cart.
 */
export class LineBook {
  readonly #order = new StandingOrder();
  readonly #pace: ServiceTimes;
  /** Carts whose turn has come in this process. */
  readonly #taken = new Set<string>();
  /** Until when carts that came to other processes are left to them. */
  readonly #leftUntilMs = new Map<string, number>();
  /** Carts that had their turn, in another process or before a new captcha, and may come back: as the first. */
  readonly #hadTurn = new Set<string>();

  constructor(
    readonly reservations: Reservations,
    private readonly openCarts: OpenCarts,
    private readonly notices: LineNotices,
    private readonly expected: ExpectedPace,
    private readonly clock: Clock,
  ) {
    this.#pace = new ServiceTimes(() => this.#expectedPerSecond, clock);
  }

  /** Carts that stand in line. */
  get size(): number {
    return this.#order.size;
  }

  /** Those in line, and those that were set aside from it. */
  get sizeWithAside(): number {
    return this.#order.size + this.openCarts.aside;
  }

  /** Puts a new cart in line. */
  join({ id, caller }: CartRecord): void {
    if (this.#order.size === 0) this.#pace.restart();
    this.#order.join(id, caller.ip);
  }

  /** Takes note of a cart that is in the ledger at start. It is left to nobody. */
  found(record: CartRecord): void {
    this.note(record.id, record, false);
    this.#leftUntilMs.delete(record.id);
  }

  /**
   * Takes note of a cart as it is now; undefined: it was forgotten. Returns whether a cart may have its turn now that
   * could not before.
   *
   * @param isOwn whether this process has changed it. Its own new carts get in line by `join`.
   */
  note(id: string, record: CartRecord | undefined, isOwn: boolean): boolean {
    if (record) this.notices.note(record);
    const hasRoom = this.openCarts.note(id, record);
    const hasEnded = this.reservations.note(id, record);
    const hasJoined = record && stands(record) ? this.#noteStanding(record, isOwn) : false;
    if (!record || !stands(record)) this.#noteOther(id, record);
    return hasRoom || hasEnded || hasJoined;
  }

  /** Takes the cart whose turn it is. Those whose account is full are set aside, and served as soon as it is not. */
  take(): string | undefined {
    for (;;) {
      this.#takeBack();
      const id = this.#order.take();
      if (id === undefined) return undefined;
      this.#leftUntilMs.delete(id);
      if (this.openCarts.hasRoom(id)) {
        this.#taken.add(id);
        return id;
      }
      this.openCarts.setAside(id);
    }
  }

  /** In how many milliseconds a cart may be taken; 0: now; Infinity: there is none. */
  get takeableInMs(): number {
    this.#takeBack();
    const next = this.#order.next();
    if (next === undefined) return Infinity;
    return Math.max((this.#leftUntilMs.get(next) ?? -Infinity) - this.clock.now(), 0);
  }

  /** Upstream is about to be asked for a cart that was taken. */
  claim(id: string): void {
    this.reservations.claim(id);
    this.openCarts.claim(id);
  }

  /** A cart that was taken is really served now. */
  served(): void {
    this.#pace.served();
  }

  /** What was done for a cart that was taken has ended. */
  release(id: string): void {
    this.#taken.delete(id);
    this.openCarts.unclaim(id);
  }

  /** Puts a cart that was taken back at the head of the line: nothing was asked of upstream. */
  putBack(id: string): void {
    this.#taken.delete(id);
    this.#order.joinFirst(id);
  }

  /**
   * A cart that was taken is not served by this process now. Its reservation stays counted until its next note: another
   * process is most likely to have it. If it stands in line again, it is the first.
   */
  passOver(id: string): void {
    this.#hadTurn.add(id);
  }

  /** What a cart waits for; null if it does not stand in line. */
  waitOf(id: string): Wait | null {
    const ahead = this.#order.ahead(id) ?? (this.openCarts.isAside(id) ? 0 : null);
    if (ahead === null) return null;
    // The next one waits for a call alone, or else for a reservation to end.
    const before = this.reservations.roomAtMs === -Infinity ? ahead : ahead + 1;
    return { ahead, estimatedWaitMs: this.#pace.estimateMs(before) };
  }

  /** How long until one more cart is served, in milliseconds. */
  get nextInMs(): number {
    return this.#pace.estimateMs(1);
  }

  /** Returns whether the cart has got in line. */
  #noteStanding(record: StandingCart, isOwn: boolean): boolean {
    const { id } = record;
    const isBack = this.#hadTurn.delete(id);
    if ((isOwn && !isBack) || this.#taken.has(id) || this.#order.has(id) || this.openCarts.isAside(id))
      return false;
    if (isBack) this.#order.joinFirst(id);
    else this.join(record);
    const nowMs = this.clock.now();
    const leftUntilMs = Math.min(record.place.joinedAtMs, nowMs) + LEFT_TO_OTHERS_MS;
    if (!isOwn && leftUntilMs > nowMs) this.#leftUntilMs.set(id, leftUntilMs);
    return true;
  }

  #noteOther(id: string, record: CartRecord | undefined): void {
    // Also while its call is under way: the process that made it may have died, and this one then ends the call.
    const mayComeBack = record?.state === 'RESERVING' && record.place !== null;
    if (mayComeBack) this.#hadTurn.add(id);
    else this.#hadTurn.delete(id);
    // Another process serves it.
    if (this.#order.has(id) && record?.calling) this.#pace.served();
    this.#order.leave(id);
    this.#leftUntilMs.delete(id);
  }

  /** Puts those who were set aside, and for whom there is room now, at the head of the line. */
  #takeBack(): void {
    for (const id of this.openCarts.takeBack()) this.#order.joinFirst(id);
  }

  get #expectedPerSecond(): number {
    return this.reservations.roomAtMs === -Infinity
      ? this.expected.byCalls()
      : Math.max(this.reservations.size, 1) / this.expected.cartSeconds;
  }
}

/** Whether a cart waits for its turn, or would if there were a turn for it. */
export const stands = (record: CartRecord): record is StandingCart =>
  record.state === 'RESERVING' &&
  record.calling === null &&
  record.place !== null &&
  record.place.keptUntilMs === null;
