import type { Clock } from '../../clock';
import { type CallClass, GUARANTEED_SHARE } from './call-class';
import type { Pace } from './pace';
import type { Booked, Booking, QuotaShelf } from './quota-shelf';

/** Time for many calls is booked at once, but not for more than so long: it is lost if this process dies. */
const MOST_AHEAD_MS = 250;
/** How late a call may use its time, where calls are close together; otherwise by a part of their distance. */
const LATE_MS = 5;
const LATE_PART = 0.1;
/** A class may book while no more calls are booked than this, the most important class the most. */
const CALLS_AHEAD: Readonly<Record<CallClass, number>> = {
  finish: 8,
  checkout: 6,
  reserve: 4,
  read: 2,
  lookUp: 1,
  refresh: 1,
};
/** The pause after a failure; meanwhile this process goes on with its part of the rate. */
const RETRY_MS = 1000;
/** The pause before the next booking, where time for more important calls is booked. */
const SHORTEST_PAUSE_MS = 10;
/** How often the day's amount is compared, where no time is booked. */
const COMPARE_EVERY_MS = 1000;

/** Time that this process has booked, by its clock. */
interface Slot {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What the budget does with the news of a booking, and what it wants to know. */
export interface SharedNews {
  /** The rate that another process has learnt, in calls a second. */
  readonly adopt: (callsPerSecond: number) => void;
  /** Calls that all processes have sent today, without those that this one has not reported yet. */
  readonly sentByAll: (sent: number, dayEndsInMs: number) => void;
  /** Turns may have become free. */
  readonly wake: () => void;
  /** Whether calls are counted for the day also where no time has to be booked for them. */
  readonly comparesDay: boolean;
}

/**
 * When calls may be sent, in step with other processes that have the same API key. A process books time for the calls that
 * wait here, so that in a busy process one booking serves many calls, and one that dies takes a quarter of a second with
 * it at most. Important calls may book further ahead than others, so they come first in all processes together.
 *
 * While the shelf cannot be reached, each process sends at its part of the rate.
 */
export class SharedPace {
  #slots: Slot[] = [];
  #isBooking = false;
  /** Calls sent since the last booking, and those of the booking that is under way. */
  #unreported = 0;
  #reporting = 0;
  /** The rate that was agreed on with the others; null: not yet. */
  #agreed: number | null;
  #pauseUntilMs = -Infinity;
  #processes = 1;
  /** Until then this process is on its own. */
  #aloneUntilMs = -Infinity;
  #bookedUntilMs = -Infinity;
  /** So much is booked that classes which may not book further ahead than this get nothing until then. */
  #refusedUntilMs = -Infinity;
  #refusedAhead = 0;
  #willCompare = false;

  /** @param pace spaces the calls of this process. */
  constructor(
    private readonly pace: Pace,
    private readonly shelf: QuotaShelf,
    private readonly clock: Clock,
    private readonly news: SharedNews,
  ) {
    this.#agreed = pace.callsPerSecond;
  }

  /** How long until a call may be sent, in milliseconds; 0: now; Infinity: time has to be booked first. */
  waitMs(nowMs: number): number {
    if (this.pace.spacingMs === 0 || nowMs < this.#aloneUntilMs) return this.pace.waitMs(nowMs);
    const { spacingMs } = this.pace;
    const lateMs = Math.max(LATE_MS, spacingMs * LATE_PART);
    const earliestMs = nowMs + this.pace.waitMs(nowMs);
    for (;;) {
      const [slot] = this.#slots;
      if (!slot) return Infinity;
      const atMs = Math.max(earliestMs, slot.fromMs);
      if (atMs + spacingMs <= slot.untilMs + lateMs) return atMs - nowMs;
      this.#slots.shift();
    }
  }

  /** About how long until a call can be sent, in milliseconds. */
  expectedMs(nowMs: number): number {
    const waitMs = this.waitMs(nowMs);
    return waitMs === Infinity ? Math.max(this.#bookedUntilMs - nowMs, 0) : waitMs;
  }

  /** A call is sent now. */
  sent(nowMs: number): void {
    this.#unreported++;
    if (nowMs < this.#aloneUntilMs) this.pace.pause(nowMs + this.pace.spacingMs * this.#processes);
    if (this.news.comparesDay) this.#compareLater();
  }

  #compareLater(): void {
    if (this.#willCompare) return;
    this.#willCompare = true;
    this.clock.after(COMPARE_EVERY_MS, () => {
      this.#willCompare = false;
      if (this.#unreported > 0) this.#book('refresh', 0);
    });
  }

  /** A call that was counted as sent is not sent after all. */
  giveBack(): void {
    this.#unreported--;
  }

  /** No process sends anything before `untilMs`. */
  pause(untilMs: number): void {
    this.#slots = [];
    this.#pauseUntilMs = untilMs;
    if (this.clock.now() < this.#aloneUntilMs) this.#reportPauseLater();
  }

  /** While this process is on its own, no call books time, and yet the others have to know of a pause. */
  #reportPauseLater(): void {
    this.clock.after(RETRY_MS, () => {
      if (this.#pauseUntilMs > this.clock.now()) this.#book('refresh', 0);
    });
  }

  /**
   * Books time for calls that wait, where less is booked than they need. The news come later.
   *
   * @param callClass the most important class that waits.
   * @param waiting how many calls of it wait.
   */
  bookFor(callClass: CallClass, waiting: number, nowMs: number): void {
    const { spacingMs } = this.pace;
    if (spacingMs === 0 || nowMs < this.#aloneUntilMs) return;
    // Forgets time that has passed unused.
    this.waitMs(nowMs);
    const bookedMs = this.#slots.reduce(
      (sum, { fromMs, untilMs }) => sum + untilMs - Math.max(fromMs, nowMs),
      0,
    );
    const wanted = waiting - Math.floor(bookedMs / spacingMs + LATE_PART);
    const atOnce = Math.max(Math.floor(MOST_AHEAD_MS / spacingMs), 1);
    // So that one booking serves many calls, the next is made when half of it is used.
    const enoughMs = Math.min(MOST_AHEAD_MS, withinMs(callClass, spacingMs)) / 2;
    if (wanted <= 0 || bookedMs >= enoughMs) return;
    const isRefused = nowMs < this.#refusedUntilMs && CALLS_AHEAD[callClass] <= this.#refusedAhead;
    if (!isRefused) this.#book(callClass, Math.min(wanted, atOnce));
  }

  #book(kind: CallClass, calls: number): void {
    if (this.#isBooking) return;
    this.#isBooking = true;
    const { spacingMs, callsPerSecond } = this.pace;
    const askedAtMs = this.clock.now();
    const learnt = callsPerSecond === this.#agreed ? null : callsPerSecond;
    const share = GUARANTEED_SHARE[kind];
    this.#reporting = this.#unreported;
    this.#unreported = 0;
    const booking = {
      calls,
      spacingMs,
      withinMs: withinMs(kind, spacingMs),
      kind,
      owedAfterMs: share === 0 ? Infinity : spacingMs / share,
      pauseMs: Math.max(this.#pauseUntilMs - askedAtMs, 0),
      sent: this.#reporting,
      learnt,
    };
    this.#pauseUntilMs = -Infinity;
    this.shelf
      .book(booking)
      .then(
        (booked) => {
          this.#learn(booked, booking, askedAtMs, callsPerSecond);
          if (calls > 0 && booked.calls === 0) this.#refused(kind, booked.bookedMs - booking.withinMs);
        },
        () => this.#goOnAlone(askedAtMs + booking.pauseMs),
      )
      .finally(() => {
        this.#isBooking = false;
        this.news.wake();
      });
  }

  #refused(kind: CallClass, forMs: number): void {
    const pauseMs = Math.max(forMs, SHORTEST_PAUSE_MS);
    this.#refusedUntilMs = this.clock.now() + pauseMs;
    this.#refusedAhead = CALLS_AHEAD[kind];
    this.clock.after(pauseMs, this.news.wake);
  }

  #learn(booked: Booked, { spacingMs }: Booking, askedAtMs: number, sentRate: number): void {
    const nowMs = this.clock.now();
    // The shelf answered at some moment in between.
    const answeredAtMs = (askedAtMs + nowMs) / 2;
    this.#reporting = 0;
    this.#processes = booked.processes;
    this.#bookedUntilMs = answeredAtMs + booked.bookedMs;
    if (booked.calls > 0) {
      const fromMs = answeredAtMs + booked.startsInMs;
      this.#slots.push({ fromMs, untilMs: fromMs + booked.calls * spacingMs });
    }
    const isUnchanged = this.pace.callsPerSecond === sentRate;
    this.#agreed = booked.callsPerSecond ?? this.#agreed;
    if (isUnchanged && this.#agreed !== null && this.#agreed !== sentRate) this.news.adopt(this.#agreed);
    this.news.sentByAll(booked.sentToday + this.#unreported, booked.dayEndsInMs);
  }

  /** What was not reported, the end of a pause included, is reported by the next booking. */
  #goOnAlone(pauseUntilMs: number): void {
    this.#pauseUntilMs = Math.max(this.#pauseUntilMs, pauseUntilMs);
    this.#unreported += this.#reporting;
    this.#reporting = 0;
    this.#slots = [];
    this.#aloneUntilMs = this.clock.now() + RETRY_MS;
    if (pauseUntilMs > this.clock.now()) this.#reportPauseLater();
  }
}

/** How far ahead a class may book, in milliseconds. */
const withinMs = (callClass: CallClass, spacingMs: number): number =>
  CALLS_AHEAD[callClass] * Math.max(spacingMs, MOST_AHEAD_MS / CALLS_AHEAD.finish);
