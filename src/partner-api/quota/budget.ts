import { type Clock, sleep } from '../../clock';
import type { StopSignal } from '../../stop';
import { UpstreamQueueFull, UpstreamThrottled, UpstreamTimeout } from '../errors';
import { CALL_CLASSES, type CallClass, GUARANTEED_SHARE, isForCarts } from './call-class';
import { Day } from './day';
import { type GateRefusal, gateRefusalOf } from './gate-refusal';
import { Pace } from './pace';
import { dayFigures, retryAfterMs } from './quota-headers';
import type { QuotaShelf } from './quota-shelf';
import { RateLearner } from './rate-learner';
import { SharedPace } from './shared-pace';
import { Turns } from './turns';
import type { Urgency } from './urgency';

export interface BudgetSettings {
  /** Calls a second as the operator stated them; null: to be learned; `Infinity`: no limit. */
  readonly callsPerSecond: number | null;
  /** Calls a day as the operator stated them; null: none, or to be learned. */
  readonly callsPerDay: number | null;
  /** Calls of one class that may wait for a turn; one more fails at once. */
  readonly maxWaiting: number;
  /** Where this process shares the quota with others; undefined: with none. */
  readonly quotaShelf?: QuotaShelf | undefined;
}

/** What is kept back of the rate where calls leave. */
const DEPARTURE_MARGIN = 0.02;

/** A call that needs a turn. */
export interface Candidate {
  /** What it is for. May be raised while it waits. */
  readonly urgency: Urgency;
  /** For whom the call is made: within a class, callers take turns. */
  readonly caller: string;
  /** Aborted when nobody needs the answer any more. */
  readonly stop: StopSignal;
  /** When waiting for a turn ends without one, by the budget's clock; `Infinity`: never. */
  readonly waitsUntilMs: number;
}

/** The parts of an answer that can speak of the quota. */
export interface GateAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** How much of the quota is used, for metrics and the operator. */
export interface BudgetReport {
  readonly callsPerSecond: number;
  /** Calls left for today, and those used of today's amount; `Infinity` and 0 where no amount is known. */
  readonly leftToday: number;
  readonly usedToday: number;
  readonly waiting: Readonly<Record<CallClass, number>>;
  /** Calls that the gate refused since the process started. */
  readonly refused: number;
}

/** A call that waits for its turn. */
interface Waiter {
  readonly grant: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * The budget of upstream calls of one API key, in which every call takes its turn: a rate and an amount for each day, as
 * the operator stated them or as the gate lets them be learned.
 *
 * Turns go by importance. A less important class gets its guaranteed share all the same, so that none starves; within a
 * class, callers take turns. **A call that the gate refused was never carried out**, whatever its method: "the gate
 * refuses before the API sees the call". Its refusal slows all calls, and it is sent again before the others of its
 * class.
 *
 * Bounded: each class has `maxWaiting` places. A call whose `stop` is aborted leaves the queue and takes no turn.
 */
export class CallBudget {
  readonly #pace: Pace;
  /** Spaces what leaves. Its smaller margin lets calls that were late make up for it. */
  readonly #departures: Pace;
  readonly #rate: RateLearner;
  readonly #day: Day;
  /** Null where no other process shares the quota. */
  readonly #shared: SharedPace | null;
  readonly #waiting = perClass(() => new Turns<Waiter>());
  readonly #credit = perClass(() => 0);
  #waitingInAll = 0;
  #refused = 0;
  #cancelTimer: (() => void) | null = null;
  #onTurn: (callClass: CallClass, waitedMs: number) => void = () => {};

  /** @param clock steady: a step of the system's clock must open no gate. */
  constructor(
    private readonly settings: BudgetSettings,
    private readonly clock: Clock,
  ) {
    this.#pace = new Pace(Infinity);
    this.#departures = new Pace(Infinity, DEPARTURE_MARGIN);
    this.#rate = new RateLearner(this.#pace, settings.callsPerSecond);
    this.#day = new Day(settings.callsPerDay, clock.now());
    const { quotaShelf } = settings;
    this.#shared = quotaShelf
      ? new SharedPace(this.#pace, quotaShelf, clock, {
          adopt: (callsPerSecond) => this.#rate.adopt(callsPerSecond, clock.now()),
          sentByAll: (sent, endsInMs) => this.#day.sentByAll(sent, endsInMs, clock.now()),
          wake: () => this.#wake(),
          comparesDay: settings.callsPerDay !== null,
        })
      : null;
  }

  /**
   * Takes a turn. Returns null where the call may be sent at once, or a promise for its turn.
   *
   * @param isRepeated whether the gate refused the same call before: it goes before the others of its class.
   * @throws UpstreamThrottled (by way of the promise) where the day's amount is used for this class or no turn comes in
   *   time, UpstreamQueueFull where too many wait, UpstreamTimeout once `stop` is aborted; the call was not sent.
   */
  turn(candidate: Candidate, isRepeated = false): Promise<void> | null {
    const nowMs = this.clock.now();
    if (!this.#day.allows(isForCarts(candidate.urgency.callClass), nowMs))
      return Promise.reject(this.#outOfCalls());
    if (this.#waitingInAll === 0 && this.#waitMs(nowMs) === 0) {
      this.#send(nowMs);
      this.#onTurn(candidate.urgency.callClass, 0);
      return null;
    }
    return this.#queue(candidate, isRepeated, nowMs);
  }

  /**
   * Spaces calls once more, right before they leave: between its turn and here, a call may have waited for the ledger
   * while the next one did not. Returns null where the call may leave now, or a promise for its time.
   */
  departure(): Promise<void> | null {
    const nowMs = this.clock.now();
    this.#departures.changeTo(this.#pace.callsPerSecond);
    const waitMs = this.#departures.waitMs(nowMs);
    this.#departures.sent(nowMs);
    return waitMs === 0 ? null : sleep(this.clock, waitMs);
  }

  /** Gives back a turn that was granted just now: its call is not sent after all. */
  giveBack(): void {
    this.#pace.giveBack();
    this.#day.giveBack();
    this.#shared?.giveBack();
    this.#wake();
  }

  /**
   * Learns from an answer. Returns why the gate refused the call, or null where it did not.
   *
   * @param sentAtMs when the call was sent, by the budget's clock.
   */
  learn(answer: GateAnswer, sentAtMs: number): GateRefusal | null {
    const nowMs = this.clock.now();
    const figures = dayFigures(answer.headers);
    if (figures) this.#day.reported(figures, nowMs);
    const refusal = gateRefusalOf(answer.status, answer.text);
    if (!refusal) {
      this.#rate.admitted(sentAtMs, nowMs);
      return null;
    }
    this.#refused++;
    if (refusal.kind === 'day') {
      this.#day.refused(figures?.resetsInMs ?? retryAfterMs(answer.headers), nowMs);
      this.#rejectBarred(nowMs);
    } else {
      this.#rate.refused(refusal.callsPerSecond, sentAtMs, nowMs);
      const resumesAtMs = nowMs + (retryAfterMs(answer.headers) ?? this.#pace.spacingMs);
      this.#pace.pause(resumesAtMs);
      this.#shared?.pause(resumesAtMs);
      this.#wake();
    }
    return refusal;
  }

  /** How many times as long as usual cached events should live, 1 to 10: more when the day's amount runs low. */
  stretch(): number {
    return this.#day.stretch(this.clock.now());
  }

  /** Whether a call of this class would have to wait now, so that a stale answer is better than one more call. */
  isShortFor(callClass: CallClass): boolean {
    const nowMs = this.clock.now();
    return this.#waitingInAll > 0 || !this.#day.allows(isForCarts(callClass), nowMs);
  }

  /** How long until the next call may be sent, in milliseconds. */
  get pauseMs(): number {
    return this.#expectedMs(this.clock.now());
  }

  /** Whether the day's amount is used, for carts too. */
  get isDayUsed(): boolean {
    return !this.#day.allows(true, this.clock.now());
  }

  /** In how many seconds the day's amount is whole again. */
  get dayResetsInSeconds(): number {
    return Math.ceil(this.#day.resetsInMs(this.clock.now()) / 1000);
  }

  /** Calls `onTurn` with the class and the wait of every call that gets its turn, from now on. It must not throw. */
  observe(onTurn: (callClass: CallClass, waitedMs: number) => void): void {
    this.#onTurn = onTurn;
  }

  /** How much of the quota is used. */
  report(): BudgetReport {
    return {
      callsPerSecond: this.#pace.callsPerSecond,
      leftToday: this.#day.left(this.clock.now()),
      usedToday: this.#day.used(this.clock.now()),
      waiting: perClass((name) => this.#waiting[name].size),
      refused: this.#refused,
    };
  }

  /** How long until a call may be sent, in milliseconds; 0: now; Infinity: nobody knows yet. */
  #waitMs(nowMs: number): number {
    return this.#shared?.waitMs(nowMs) ?? this.#pace.waitMs(nowMs);
  }

  /** About how long until a call may be sent, in milliseconds. */
  #expectedMs(nowMs: number): number {
    return this.#shared?.expectedMs(nowMs) ?? this.#pace.waitMs(nowMs);
  }

  /**
   * How long until a new call of this class has its turn, in milliseconds: after the calls of its class and of more
   * important ones, or sooner by the class's share.
   */
  #queueMs(callClass: CallClass, nowMs: number): number {
    const upTo = CALL_CLASSES.slice(0, CALL_CLASSES.indexOf(callClass) + 1);
    const ahead = upTo.reduce((sum, name) => sum + this.#waiting[name].size, 0);
    const byShare = (this.#waiting[callClass].size + 1) / GUARANTEED_SHARE[callClass];
    return this.#expectedMs(nowMs) + Math.min(ahead, byShare) * this.#pace.spacingMs;
  }

  #queue(candidate: Candidate, isRepeated: boolean, nowMs: number): Promise<void> {
    const { urgency, caller, stop, waitsUntilMs } = candidate;
    let turns = this.#waiting[urgency.callClass];
    if (stop.aborted) return Promise.reject(new UpstreamTimeout(false));
    if (turns.size >= this.settings.maxWaiting) return Promise.reject(new UpstreamQueueFull());
    const leftMs = waitsUntilMs - nowMs;
    if (this.#queueMs(urgency.callClass, nowMs) > leftMs)
      return Promise.reject(this.#noTurn(urgency.callClass));
    return new Promise<void>((resolve, reject) => {
      const end = (): void => {
        stop.removeEventListener('abort', onAbort);
        urgency.watch(null);
        cancelTimer();
      };
      const leave = (error: Error): void => {
        if (turns.remove(caller, waiter)) this.#waitingInAll--;
        waiter.reject(error);
      };
      const onAbort = (): void => leave(new UpstreamTimeout(false));
      const waiter: Waiter = {
        grant: () => {
          this.#onTurn(urgency.callClass, this.clock.now() - nowMs);
          end();
          resolve();
        },
        reject: (error) => {
          end();
          reject(error);
        },
      };
      const cancelTimer =
        leftMs === Infinity
          ? () => {}
          : this.clock.after(leftMs, () => leave(this.#noTurn(urgency.callClass)));
      stop.addEventListener('abort', onAbort);
      urgency.watch(() => {
        if (!turns.remove(caller, waiter)) return;
        turns = this.#waiting[urgency.callClass];
        turns.add(caller, waiter);
      });
      if (isRepeated) turns.addFirst(waiter);
      else turns.add(caller, waiter);
      this.#waitingInAll++;
      this.#wake();
    });
  }

  /** Grants the turns that are due, and sets the timer for the next. */
  #wake(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    while (this.#waitingInAll > 0) {
      const nowMs = this.clock.now();
      this.#book(nowMs);
      const waitMs = this.#waitMs(nowMs);
      // Time is being booked, and its answer wakes.
      if (waitMs === Infinity) return;
      if (waitMs > 0) {
        this.#cancelTimer = this.clock.after(waitMs, () => this.#wake());
        return;
      }
      this.#rejectBarred(nowMs);
      const waiter = this.#next();
      if (!waiter) return;
      this.#send(nowMs);
      this.#rate.waited();
      waiter.grant();
    }
  }

  /** Books time for the most important calls that wait, where the quota is shared. */
  #book(nowMs: number): void {
    if (!this.#shared) return;
    const callClass = CALL_CLASSES.find((name) => this.#waiting[name].size > 0);
    if (callClass) this.#shared.bookFor(callClass, this.#waiting[callClass].size, nowMs);
  }

  /** The call whose turn it is: the first whose class is owed its share, or else the most important. */
  #next(): Waiter | undefined {
    const waiting = CALL_CLASSES.filter((name) => this.#waiting[name].size > 0);
    for (const name of CALL_CLASSES) {
      this.#credit[name] = this.#waiting[name].size > 0 ? this.#credit[name] + GUARANTEED_SHARE[name] : 0;
    }
    const chosen = waiting.find((name) => this.#credit[name] >= 1) ?? waiting[0];
    if (chosen === undefined) return undefined;
    this.#credit[chosen] = Math.max(this.#credit[chosen] - 1, 0);
    this.#waitingInAll--;
    return this.#waiting[chosen].take();
  }

  #send(nowMs: number): void {
    this.#pace.sent(nowMs);
    this.#day.sent(nowMs);
    this.#shared?.sent(nowMs);
  }

  /** Fails those that may not be sent today any more: the rest of the day is for carts, or there is none. */
  #rejectBarred(nowMs: number): void {
    for (const name of CALL_CLASSES) {
      if (this.#waiting[name].size === 0 || this.#day.allows(isForCarts(name), nowMs)) continue;
      const error = this.#outOfCalls();
      for (let waiter = this.#waiting[name].take(); waiter; waiter = this.#waiting[name].take()) {
        this.#waitingInAll--;
        waiter.reject(error);
      }
    }
  }

  /** States when a call that is refused now should find a turn: never 0 seconds. */
  #noTurn(callClass: CallClass): UpstreamThrottled {
    return new UpstreamThrottled(Math.max(Math.ceil(this.#queueMs(callClass, this.clock.now()) / 1000), 1));
  }

  #outOfCalls(): UpstreamThrottled {
    return new UpstreamThrottled(this.dayResetsInSeconds);
  }
}

const perClass = <Value>(make: (name: CallClass) => Value): Record<CallClass, Value> => ({
  finish: make('finish'),
  checkout: make('checkout'),
  reserve: make('reserve'),
  read: make('read'),
  lookUp: make('lookUp'),
  refresh: make('refresh'),
});
