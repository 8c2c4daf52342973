import type { Clock } from '../clock';
import type { Ledger } from './ledger';
import { type LifecycleTimes, nextStep } from './schedule';
import type { UpstreamCalls } from './upstream-calls';

/** How many carts this process moves on at once; the others' turn comes as soon as one is done. */
const AT_ONCE = 64;

/** The pause after the ledger failed, before it is asked again. */
const LEDGER_PAUSE_MS = 1000;

/**
 * Moves carts on. It claims those whose next step is due and takes it: polls, gives back what was abandoned, lets
 * expire what has expired, forgets what ended a day ago. It needs nobody to ask.
 */
export class Driver {
  readonly #underWay = new Set<Promise<void>>();
  #running = false;
  #stopWatching: () => void = () => {};
  #callOffTimer: () => void = () => {};
  /** When the timer goes off; a step that is due earlier needs a turn before it. */
  #wakesAtMs = Infinity;
  #turning = false;
  #turnAgain = false;
  /** The turn that is being taken, or was last. */
  #turnTaken: Promise<void> = Promise.resolve();

  /** @param onError told of what should not happen, such as a ledger that fails. */
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: UpstreamCalls,
    private readonly times: LifecycleTimes,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Begins to move carts on. */
  start(): void {
    this.#running = true;
    this.#stopWatching = this.ledger.watch((atMs) => {
      if (atMs < this.#wakesAtMs) this.#turn();
    });
    this.#turn();
  }

  /** Claims no more, and resolves when the steps under way have ended. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#stopWatching();
    // What a turn has claimed meanwhile is nobody else's, and so is still begun.
    await this.#turnTaken;
    this.#callOffTimer();
    await Promise.allSettled(this.#underWay);
  }

  /** Takes the steps of one cart that are due now, one after the other, and resolves when the next is not due yet. */
  async advance(id: string): Promise<void> {
    await this.ledger.withCart(id, async () => {
      for (let steps = 0; ; steps++) {
        const record = await this.ledger.read(id);
        if (!record) return;
        const step = nextStep(record, this.times);
        if (step.atMs > this.clock.now()) {
          // Claimed by a time that an earlier process wrote down: without a word the cart would wait out the claim.
          if (steps === 0) await this.ledger.apply(id, { kind: 'timePassed' });
          return;
        }
        switch (step.kind) {
          case 'poll':
            await this.calls.poll(id);
            break;
          case 'delete':
            await this.calls.delete(id);
            break;
          case 'lookUp':
            await this.calls.lookUp(id);
            break;
          case 'tick':
            await this.ledger.apply(id, { kind: 'timePassed' });
            break;
          case 'forget':
            await this.ledger.forget(id);
            break;
        }
      }
    });
  }

  /** Claims what is due and sets the timer for what is next. One turn at a time; a call meanwhile means one more. */
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
        // With every place taken there is nothing to wake up for: the first that is done takes the next turn.
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
