import type { Pace } from './pace';

/** What is tried first where no rate is known: "the public default is 5 calls a second". */
const FIRST_RATE = 5;
/** A rate above this is no limit that this process could reach. */
const UNLIMITED_FROM = 2000;
const LOWEST_RATE = 0.2;
/** Until the first refusal the rate doubles after so many calls were admitted: less than one in twenty is refused. */
const ADMITTED_TO_DOUBLE = 20;
/** After a refusal without a figure it grows by so much, once in so long. */
const GROWTH = 1.02;
const GROWTH_EVERY_MS = 1000;
/** The first refusal follows a doubled rate; later ones follow slow growth. */
const FIRST_CUT = 0.5;
const CUT = 0.85;
/** At a rate that the gate stated, calls that it refuses have only come too close together on their way. */
const JITTER_CUT = 0.97;
const LEAST_OF_STATED = 0.85;

/**
 * Learns the rate that the gate allows. Down at once at a refusal, up again slowly, and only as far as there are calls
 * for it. A rate that an operator set, or that a gate stated, is an upper bound.
 */
export class RateLearner {
  #ceiling: number;
  #hasLearned = false;
  #changedAtMs = -Infinity;
  #admitted = 0;
  #isBusy = false;

  /** @param stated calls a second as the operator stated them; null: unknown; `Infinity`: no limit. */
  constructor(
    private readonly pace: Pace,
    stated: number | null,
  ) {
    this.#ceiling = stated ?? Infinity;
    pace.changeTo(stated ?? FIRST_RATE);
  }

  /** A call had to wait for its turn: a higher rate would be used. */
  waited(): void {
    this.#isBusy = true;
  }

  /**
   * The gate admitted a call.
   *
   * @param sentAtMs when it was sent: a call of before the last change says nothing about the rate of now.
   */
  admitted(sentAtMs: number, nowMs: number): void {
    if (this.pace.callsPerSecond >= this.#ceiling || sentAtMs < this.#changedAtMs) return;
    this.#admitted++;
    if (!this.#isBusy) return;
    if (this.#hasLearned) {
      if (this.#admitted > 1 && nowMs - this.#changedAtMs >= GROWTH_EVERY_MS) this.#raise(GROWTH, nowMs);
    } else if (this.#admitted >= ADMITTED_TO_DOUBLE) this.#raise(2, nowMs);
  }

  /**
   * The gate refused a call for the rate.
   *
   * @param stated the rate in its fault, in calls a second, or null.
   * @param sentAtMs when the call was sent: what was under way when the rate was lowered says nothing new.
   */
  refused(stated: number | null, sentAtMs: number, nowMs: number): void {
    const { callsPerSecond } = this.pace;
    // Only a rate that was doubled blindly can be twice too high.
    const cut = this.#hasLearned || this.#ceiling !== Infinity ? CUT : FIRST_CUT;
    this.#hasLearned = true;
    if (stated !== null) {
      this.#ceiling = Math.min(this.#ceiling, stated);
      if (callsPerSecond > stated) return this.#changeTo(stated, nowMs);
    }
    if (sentAtMs < this.#changedAtMs) return;
    const known = Math.min(callsPerSecond, UNLIMITED_FROM);
    if (stated === null) this.#changeTo(Math.max(known * cut, LOWEST_RATE), nowMs);
    else this.#changeTo(Math.max(known * JITTER_CUT, Math.min(stated * LEAST_OF_STATED, known)), nowMs);
  }

  /** Another process with the same API key has learnt a rate. */
  adopt(callsPerSecond: number, nowMs: number): void {
    // A lower rate was learnt by a refusal, a higher one by trying.
    if (callsPerSecond < this.pace.callsPerSecond) this.#hasLearned = true;
    this.#changeTo(Math.min(callsPerSecond, this.#ceiling), nowMs);
  }

  #raise(by: number, nowMs: number): void {
    const raised = this.pace.callsPerSecond * by;
    this.#changeTo(raised >= UNLIMITED_FROM ? this.#ceiling : Math.min(raised, this.#ceiling), nowMs);
  }

  #changeTo(callsPerSecond: number, nowMs: number): void {
    this.pace.changeTo(callsPerSecond);
    this.#changedAtMs = nowMs;
    this.#admitted = 0;
    this.#isBusy = false;
  }
}
