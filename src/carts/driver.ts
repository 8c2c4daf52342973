import { type Clock, every, sleep } from '../clock';
import type { Lock } from '../storage/store';
import type { Ledger } from './ledger';
import { type Step, nextStep } from './lifecycle/schedule';
import type { LifecycleTimes } from './lifecycle/times';
import { type TraceStep, untraced } from './upstream/trace-step';
import type { UpstreamCalls } from './upstream/upstream-calls';

/** How many carts this process moves at once. The next is claimed as soon as one is done. */
const AT_ONCE = 64;

/** The pause after a failure of the ledger, before the next try. */
const LEDGER_PAUSE_MS = 1000;

/** How often carts that ended long ago are removed, where the store can remove many at once. */
const FORGET_EVERY_MS = 60_000;

/** At the end of the process, how long steps may still wait for their turn: the quota may make them wait for an hour. */
const LAST_TURNS_MS = 3000;

/**
 * Moves carts. It claims those whose next step is due and takes it: polls, releases abandoned carts, marks expired ones,
 * forgets those that ended a day ago. It needs no request to do so.
 */
export class Driver {
  readonly #underWay = new Set<Promise<void>>();
  #running = false;
  #stopWatching: () => void = () => {};
  #stopForgetting: () => void = () => {};
  #callOffTimer: () => void = () => {};
  /** When the timer fires; a step that is due earlier needs a turn before it. */
  #wakesAtMs = Infinity;
  #turning = false;
  #turnAgain = false;
  /** The current turn, or else the last one. */
  #turnTaken: Promise<void> = Promise.resolve();

  /** @param onError receives unexpected errors, such as a failure of the ledger. */
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: UpstreamCalls,
    private readonly times: LifecycleTimes,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
    private readonly traceStep: TraceStep = untraced,
  ) {}

  /** Begins to move carts. */
  start(): void {
    this.#running = true;
    this.#stopWatching = this.ledger.watch((atMs) => {
      if (atMs < this.#wakesAtMs) this.#turn();
    });
    this.#stopForgetting = every(this.clock, FORGET_EVERY_MS, () => {
      this.ledger.forgetEnded().catch(this.onError);
    });
    this.#turn();
  }

  /** Claims no more carts, and resolves when the steps under way have ended. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#stopWatching();
    this.#stopForgetting();
    // No other process may take what this turn has claimed meanwhile, so its steps are still begun.
    await this.#turnTaken;
    this.#callOffTimer();
    const cancel = this.clock.after(LAST_TURNS_MS, () => this.calls.stopWaiting());
    await Promise.allSettled(this.#underWay);
    cancel();
  }

  /** Takes the steps of one cart that are due now, one after the other, and resolves when the next is not due yet. */
  async advance(id: string): Promise<void> {
    await this.ledger.withCart(id, async (lock) => {
      for (let steps = 0; ; steps++) {
        const record = await this.ledger.read(id);
        if (!record) return;
        const step = nextStep(record, this.times);
        if (step.atMs > this.clock.now()) {
          // An earlier process wrote the due time. Unless it is written again, the cart waits until the claim ends.
          if (steps === 0) await this.ledger.apply(id, { kind: 'timePassed' }, lock);
          return;
        }
        await this.traceStep(step.kind, () => this.#take(step.kind, lock));
      }
    });
  }

  async #take(kind: Step['kind'], lock: Lock): Promise<void> {
    switch (kind) {
      case 'poll':
        return this.calls.poll(lock);
      case 'delete':
        return this.calls.delete(lock);
      case 'lookUp':
        return this.calls.lookUp(lock);
      case 'tick':
        return void (await this.ledger.apply(lock.id, { kind: 'timePassed' }, lock));
      case 'forget':
        return this.ledger.forget(lock.id, lock);
    }
  }

  /** Like `advance`, but resolves after `withinMs` at the latest. What was begun goes on, and `stop` waits for it. */
  async advanceFor(id: string, withinMs: number): Promise<void> {
    let isLate = false;
    const step = this.advance(id);
    const ended = step
      .catch((error: unknown) => {
        if (isLate) this.onError(error);
      })
      .finally(() => {
        this.#underWay.delete(ended);
        // No timer was set while all places were taken.
        if (this.#underWay.size === AT_ONCE - 1) this.#turn();
      });
    this.#underWay.add(ended);
    await Promise.race([step, sleep(this.clock, withinMs)]);
    isLate = true;
  }

  /** Claims what is due and sets the timer for what is next. One turn at a time; a call during one requests another. */
  #turn(): void {
    this.#turnAgain = true;
    if (this.#turning || !this.#running) return;
    this.#turnTaken = this.#takeTurns();
  }

  async #takeTurns(): Promise<void> {
    this.#turning = true;
    try {
      while (this.#turnAgain && this.#running) {
        this.#turnAgain = false;
        this.#callOffTimer();
        this.#wakesAtMs = Infinity;
        for (const id of await this.ledger.claimDue(AT_ONCE - this.#underWay.size)) this.#begin(id);
        const nextAtMs = await this.ledger.nextDueAtMs();
        // While all places are taken no timer is needed: the first step that ends takes the next turn.
        if (nextAtMs !== null && this.#underWay.size < AT_ONCE && this.#running) {
          this.#wakesAtMs = nextAtMs;
          this.#callOffTimer = this.clock.after(nextAtMs - this.clock.now(), () => this.#turn());
        }
      }
    } catch (error) {
      this.onError(error);
      this.#callOffTimer = this.clock.after(LEDGER_PAUSE_MS, () => this.#turn());
    } finally {
      this.#turning = false;
    }
  }

  #begin(id: string): void {
    const step = this.advance(id)
      .catch(this.onError)
      .finally(() => {
        this.#underWay.delete(step);
        this.#turn();
      });
    this.#underWay.add(step);
  }
}
