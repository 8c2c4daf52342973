import type { Clock } from '../clock';
import type { StopSignal } from '../stop';
import { type Failure, invalidInput } from './failures';
import type { CartRecord } from './lifecycle/record';
import type { LifecycleTimes } from './lifecycle/times';
import type { Line } from './line/line';
import { type Progress, isSettled, lineWaitMs, progressOf } from './progress';
import type { CartWaiting } from './waiting';

/** The longest that a client may ask a response to wait for news. */
export const LONGEST_WAIT_SECONDS = 25;

/** Null if a response may wait so long, otherwise the failure to return. */
export const checkWait = (waitUpToSeconds: number): Failure | null =>
  waitUpToSeconds >= 0 && waitUpToSeconds <= LONGEST_WAIT_SECONDS
    ? null
    : invalidInput([
        {
          path: 'waitUpToSeconds',
          message: `Wait for 0 to ${LONGEST_WAIT_SECONDS} seconds.`,
          code: 'BAD_FIELD',
        },
      ]);

/** Reports the progress of operations. While a client waits, the cart's lease is renewed. */
export class OperationProgress {
  constructor(
    private readonly waiting: CartWaiting,
    private readonly line: Pick<Line, 'placeOf'>,
    private readonly times: LifecycleTimes,
    private readonly clock: Clock,
  ) {}

  /** The progress of an operation, as soon as it is settled or after `waitUpToSeconds`. */
  async of(
    cartId: string,
    operation: number,
    waitUpToSeconds: number,
    signal: StopSignal,
  ): Promise<Progress> {
    const untilMs = this.clock.now() + waitUpToSeconds * 1000;
    const settledAtMs = (record: CartRecord) => (isSettled(record, operation) ? -Infinity : Infinity);
    const record = await this.waiting.until(cartId, settledAtMs, { untilMs, signal, keepsLease: true });
    return this.#progressOf(cartId, record, operation);
  }

  /**
   * All progress of an operation: each `pending` that has news, then the result. Ends without one if the client has gone.
   * In line, a changed place is news, but not more often than a client that polls would see it.
   */
  async *follow(cartId: string, operation: number, signal: StopSignal): AsyncGenerator<Progress> {
    const patience = { untilMs: Infinity, signal, keepsLease: true };
    for (let seen: (Progress & { kind: 'pending' }) | null = null, shownAtMs = 0; ;) {
      const newsAtMs = (record: CartRecord): number => {
        if (isSettled(record, operation) || record.operations[operation]?.attempt !== seen?.attempt)
          return -Infinity;
        const place = this.line.placeOf(cartId);
        if (!seen?.place) return place ? -Infinity : Infinity;
        if (!place) return record.calling ? -Infinity : Infinity;
        const waitMs = lineWaitMs(place, this.times);
        // Without a change it is looked at again after as long.
        return (place.position === seen.place.position ? this.clock.now() : shownAtMs) + waitMs;
      };
      const record = await this.waiting.until(cartId, newsAtMs, patience);
      if (this.waiting.isOver(patience)) return;
      const progress = this.#progressOf(cartId, record, operation);
      yield progress;
      if (progress.kind !== 'pending') return;
      seen = progress;
      shownAtMs = this.clock.now();
    }
  }

  #progressOf(cartId: string, record: CartRecord | undefined, operation: number): Progress {
    return progressOf(record, operation, this.clock.now(), this.times, this.line.placeOf(cartId));
  }
}
