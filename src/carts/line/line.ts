import { type Clock, sleep } from '../../clock';
import {
  UpstreamDown,
  UpstreamError,
  UpstreamReservationsFull,
  UpstreamThrottled,
} from '../../partner-api/errors';
import type { PartnerApi, TakenTurn } from '../../partner-api/partner-api';
import { Stop } from '../../stop';
import type { Failure } from '../failures';
import type { Lock } from '../../storage/store';
import type { Ledger } from '../ledger';
import type { CartRecord } from '../lifecycle/record';
import type { OpenCarts } from '../open-carts';
import { type TraceStep, untraced } from '../upstream/trace-step';
import { toCartFailure } from '../upstream/to-cart-failure';
import type { UpstreamCalls } from '../upstream/upstream-calls';
import type { LineNotices } from './line-notices';
import { LineBook, type StandingCart, stands } from './line-book';
import { Reservations } from './reservations';

/** A cart's place in line. */
export interface LinePlace {
  /** 1: the next. */
  readonly position: number;
  readonly estimatedWaitMs: number;
}

export interface LineSettings {
  /** Carts that may stand in line. */
  readonly most: number;
  /** Reservations that the partner may have at once; `Infinity`: not known. */
  readonly reservations: number;
  /** Reserves that are under way at once. */
  readonly atOnce: number;
}

export interface LineParts {
  readonly ledger: Ledger;
  readonly calls: Pick<UpstreamCalls, 'openCart' | 'reserve' | 'refuse'>;
  readonly api: Pick<PartnerApi, 'takeTurn' | 'budget' | 'isDown' | 'probe' | 'opensCarts'>;
  readonly openCarts: OpenCarts;
  /** Why a cart of this event cannot be reserved now, as far as is known without asking upstream; null if it can. */
  readonly obstacle: (eventId: string) => Failure | null;
  readonly notices: LineNotices;
  /** Makes the reserve of a cart. @default untraced */
  readonly traceStep?: TraceStep;
  readonly clock: Clock;
}

/** A cart whose turn is so near is answered together with upstream's response, rather than with its place in line. */
const ANSWER_WITHIN_MS = 1000;
/** The day's calls are used: the line asks so often whether there are new ones. */
const NEXT_DAY_LOOK_MS = 30_000;
/** Upstream is down: the line looks so often whether it is back. */
const DOWN_LOOK_MS = 500;
/** The pause after the ledger failed, before it is asked again. */
const LEDGER_PAUSE_MS = 1000;
/** Another process has the lock of the cart whose turn it is: after so long, the cart is looked at again. */
const LOOK_AGAIN_MS = 1000;
/** What a cart costs in calls, roughly, where nothing was measured yet: reserve, poll, payment, purchase. */
const CALLS_PER_CART = 3;
/** How long a shopper keeps a reservation, roughly, where nothing was measured yet. */
const CART_SECONDS = 120;

/**
 * The line of carts that wait for their reserve: for a call of the quota, or for one of the partner's reservations. First
 * come, first served, callers taking turns. Who stands in line is in the ledger; every process keeps the order for itself
 * (`LineBook`), and serves the next cart, whichever process it came to. Upstream is asked only when a cart's turn has
 * come.
 */
export class Line {
  readonly #book: LineBook;
  readonly #reservations: Reservations;
  /** The carts whose turn has come, with what is done for them. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #stop = new Stop();
  /** Wakes those whose turn seemed near when they joined. */
  readonly #wakes = new Map<string, () => void>();
  readonly #stopObserving: () => void;
  #cancelTimer: () => void = () => {};
  #isServing = false;
  /** Until then nothing is served: the ledger has failed. */
  #resumesAtMs = -Infinity;

  /** @param onError called with what should not happen, such as a ledger that fails. */
  constructor(
    private readonly settings: LineSettings,
    private readonly parts: LineParts,
    private readonly onError: (error: unknown) => void,
  ) {
    const { clock, ledger, api, openCarts, notices } = parts;
    this.#reservations = new Reservations(settings.reservations, clock);
    const byCalls = () => api.budget.report().callsPerSecond / CALLS_PER_CART;
    const expected = { byCalls, cartSeconds: CART_SECONDS };
    this.#book = new LineBook(this.#reservations, openCarts, notices, expected, clock);
    const stopOwn = ledger.observe((id, record) => this.#note(id, record, true));
    const stopOthers = ledger.observeOthers((id, record) => this.#note(id, record, false));
    this.#stopObserving = () => {
      stopOwn();
      stopOthers();
    };
  }

  /**
   * Puts the carts that stand in line in the ledger in their order, and begins to serve.
   *
   * @param onCart called with every cart in the ledger, which is read only once.
   */
  async start(onCart: (record: CartRecord) => void = () => {}): Promise<void> {
    const standing: StandingCart[] = [];
    for await (const record of this.parts.ledger.all()) {
      onCart(record);
      if (stands(record)) standing.push(record);
      else this.#book.found(record);
    }
    standing.sort((one, other) => one.place.joinedAtMs - other.place.joinedAtMs);
    for (const record of standing) this.#book.found(record);
    this.#serve();
  }

  /** Serves no more, and resolves when what is under way has ended. Who stands in line stays in the ledger. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#cancelTimer();
    await Promise.allSettled(this.#underWay.values());
    this.#stopObserving();
  }

  /** Carts that stand in line. */
  get length(): number {
    return this.#book.size;
  }

  /** In how many seconds there will be room for one more; null: there is room. */
  get fullForSeconds(): number | null {
    if (this.#book.sizeWithAside < this.settings.most) return null;
    return Math.max(Math.ceil(this.#book.nextInMs / 1000), 1);
  }

  /**
   * Puts a cart that was just written to the ledger in line. Resolves when upstream has answered its reserve, or as soon
   * as it is known that its turn is not near.
   */
  async join(record: CartRecord): Promise<void> {
    this.#book.join(record);
    await this.turnOf(record.id);
  }

  /** Resolves as `join` does, for a cart that is in line already. */
  async turnOf(id: string): Promise<void> {
    this.#serve();
    const { clock } = this.parts;
    const untilMs = clock.now() + ANSWER_WITHIN_MS;
    for (;;) {
      const work = this.#underWay.get(id);
      if (work) await work;
      const place = this.placeOf(id);
      if (!place || place.estimatedWaitMs > ANSWER_WITHIN_MS) return;
      const waitMs = untilMs - clock.now();
      if (waitMs <= 0 || this.#stop.aborted) return;
      await this.#turnWithin(id, waitMs);
    }
  }

  /** Resolves when the cart has its turn or leaves the line, or after `withinMs`. */
  async #turnWithin(id: string, withinMs: number): Promise<void> {
    const turn = new Stop();
    const wake = () => turn.abort();
    this.#stop.addEventListener('abort', wake);
    this.#wakes.set(id, wake);
    await sleep(this.parts.clock, withinMs, turn);
    this.#wakes.delete(id);
    this.#stop.removeEventListener('abort', wake);
  }

  /** A cart's place; null if it does not stand in line, or its turn has come. */
  placeOf(id: string): LinePlace | null {
    const wait = this.#book.waitOf(id);
    if (wait === null) return null;
    const { openCarts, api } = this.parts;
    const { budget } = api;
    const pauseMs = budget.isDayUsed ? budget.dayResetsInSeconds * 1000 : budget.pauseMs;
    const ofAccount = openCarts.placeOf(id);
    return {
      position: Math.max(wait.ahead + 1, ofAccount.position),
      estimatedWaitMs: Math.max(pauseMs + wait.estimatedWaitMs, ofAccount.estimatedWaitMs),
    };
  }

  /** Takes note of what became of a cart, in this process or another. */
  #note(id: string, record: CartRecord | undefined, isOwn: boolean): void {
    // One that has left the line may have stood before one that can be served.
    const mayServe = this.#book.note(id, record, isOwn) || !isOwn;
    if (!record || !stands(record)) this.#wakes.get(id)?.();
    if (mayServe) this.#serve();
  }

  /** Serves as long as there are turns and reservations. One loop at a time. */
  #serve(): void {
    if (this.#isServing || this.#stop.aborted) return;
    this.#isServing = true;
    this.#cancelTimer();
    void this.#serveInTurn();
  }

  async #serveInTurn(): Promise<void> {
    const { api, clock } = this.parts;
    try {
      while (this.#mayServe()) {
        const askedAtMs = clock.now();
        const turn = api.takeTurn('reserve', 'line', { stop: this.#stop });
        // Not awaited where there is no need: a cart that can be served at once is, before `join` looks.
        if (turn) await turn;
        if (!this.#serveNext({ waitedMs: clock.now() - askedAtMs })) return;
      }
    } catch (error) {
      if (!this.#stop.aborted) await this.#withoutTurn(error);
    } finally {
      // In the same turn of the event loop as the loop's end, so that nobody who joins now is overlooked.
      this.#isServing = false;
    }
  }

  /** Serves the next cart with a turn, which is given back if there is none. Returns whether there was one. */
  #serveNext(turn: TakenTurn): boolean {
    const id = this.#mayServe() ? this.#book.take() : undefined;
    if (id === undefined) this.parts.api.budget.giveBack();
    else this.#begin(id, turn);
    return id !== undefined;
  }

  /** There is no turn to be had, for another reason than that others go first. */
  async #withoutTurn(error: unknown): Promise<void> {
    if (error instanceof UpstreamThrottled) return this.#serveLater(NEXT_DAY_LOOK_MS);
    if (error instanceof UpstreamDown) return this.#serveLater(DOWN_LOOK_MS);
    if (error instanceof UpstreamError) await this.#refuseFirst(error).catch(this.onError);
    else this.onError(error);
    this.#serveLater(error instanceof UpstreamError ? 0 : LEDGER_PAUSE_MS);
  }

  #mayServe(): boolean {
    const takeableInMs = this.#book.takeableInMs;
    if (takeableInMs === Infinity || this.#stop.aborted || this.#underWay.size >= this.settings.atOnce)
      return false;
    if (takeableInMs > 0) {
      this.#serveLater(takeableInMs);
      return false;
    }
    const { api, clock } = this.parts;
    // Nobody in line is refused for an outage: they wait for its end.
    if (api.isDown && !api.probe()) {
      this.#serveLater(DOWN_LOOK_MS);
      return false;
    }
    const nowMs = clock.now();
    const atMs = Math.max(this.#reservations.roomAtMs, this.#resumesAtMs);
    if (atMs <= nowMs) return true;
    if (atMs !== Infinity) this.#serveLater(atMs - nowMs);
    return false;
  }

  #serveLater(delayMs: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.parts.clock.after(delayMs, () => this.#serve());
  }

  #begin(id: string, turn: TakenTurn): void {
    const { traceStep = untraced, ledger, api, clock } = this.parts;
    this.#book.claim(id);
    let hasRead = false;
    const work = ledger
      .tryWithCart(id, async (lock) => {
        const record = await ledger.read(id);
        hasRead = true;
        await traceStep('reserve', () => this.#reserve(lock, record, turn));
      })
      .then((done) => {
        if (!done) this.#passOver(id, turn);
      })
      .catch((error: unknown) => {
        // The ledger failed, perhaps before anything was sent. The record says whether the cart still stands in line.
        if (!hasRead) api.budget.giveBack();
        this.#reservations.note(id, undefined);
        this.#book.putBack(id);
        this.#resumesAtMs = clock.now() + LEDGER_PAUSE_MS;
        this.onError(error);
      })
      .finally(() => {
        this.#underWay.delete(id);
        this.#book.release(id);
        this.#serve();
      });
    this.#underWay.set(id, work);
    this.#wakes.get(id)?.();
  }

  /** Another process has the cart's lock, most likely to serve it: the turn goes to the next one. */
  #passOver(id: string, turn: TakenTurn): void {
    this.#leaveToOther(id);
    this.#serveNext(turn);
  }

  #leaveToOther(id: string): void {
    this.#book.passOver(id);
    this.#lookLater(id);
  }

  /** Takes note of a cart that was passed over, in case that the other process has died, or did something else. */
  #lookLater(id: string): void {
    this.parts.clock.after(LOOK_AGAIN_MS, () => {
      if (this.#stop.aborted) return;
      this.parts.ledger.read(id).then(
        (record) => this.#note(id, record, false),
        (error: unknown) => {
          this.onError(error);
          this.#lookLater(id);
        },
      );
    });
  }

  /** Serves a cart whose turn it is, with the cart's lock. */
  async #reserve(lock: Lock, record: CartRecord | undefined, turn: TakenTurn): Promise<void> {
    const { calls, api, obstacle } = this.parts;
    const { id } = lock;
    if (!record || !stands(record)) {
      this.#book.note(id, record, false);
      this.#serveNext(turn);
      return;
    }
    const failure = obstacle(record.eventId);
    if (failure) {
      api.budget.giveBack();
      return calls.refuse(lock, failure);
    }
    this.#book.served();
    try {
      await this.#call(lock, record.place.captchaToken, turn);
      this.#reservations.accepted();
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      // At the end of this process the cart stays in line for the next one.
      if (this.#stop.aborted) return;
      if (error instanceof UpstreamReservationsFull) this.#reservations.refused();
      else if (!(error instanceof UpstreamThrottled || error instanceof UpstreamDown))
        return calls.refuse(lock, toCartFailure(error, record));
      // Upstream carried nothing out: the cart is the next to be served.
      this.#book.putBack(id);
    }
  }

  /** Makes the reserve, and opens the cart's session before, if a captcha has to. */
  async #call(lock: Lock, captchaToken: string | null, turn: TakenTurn): Promise<void> {
    const { ledger, calls, api, clock } = this.parts;
    let ofReserve = turn;
    if (captchaToken !== null && api.opensCarts) {
      await calls.openCart(lock, captchaToken, turn);
      const opened = await ledger.read(lock.id);
      if (!opened || !stands(opened) || opened.upstreamCartId === null) return;
      const askedAtMs = clock.now();
      await api.takeTurn('reserve', 'line', { isRepeated: true, stop: this.#stop });
      ofReserve = { waitedMs: clock.now() - askedAtMs };
    }
    await calls.reserve(lock, ofReserve);
  }

  /** Fails the cart whose turn it is: upstream cannot be called at all. */
  async #refuseFirst(error: UpstreamError): Promise<void> {
    const { ledger, calls } = this.parts;
    const id = this.#book.take();
    if (id === undefined) return;
    try {
      const done = await ledger.tryWithCart(id, async (lock) => {
        const record = await ledger.read(id);
        // Another process may have served it meanwhile.
        if (record && stands(record)) await calls.refuse(lock, toCartFailure(error, record));
        else this.#book.note(id, record, false);
      });
      if (!done) this.#leaveToOther(id);
      this.#book.release(id);
    } catch (ledgerError) {
      this.#book.putBack(id);
      throw ledgerError;
    }
  }
}
