import type { StopSignal } from './stop';

/**
 * Time as all parts of the gateway see it. Production uses the machine's clocks; tests pass one that they move by hand,
 * so that no test sleeps and none mocks `Date.now`.
 */
export interface Clock {
  /** The present, in milliseconds. Two readings of one clock can be subtracted; readings of two clocks cannot. */
  now(): number;
  /** Runs `run` once, `delayMs` from now. Does not keep the process alive. Returns a function that cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The clock for the time of day, in milliseconds since the Unix epoch. It may be set, and then jumps either way. */
export type WallClock = Pick<Clock, 'now'>;

/** Resolves after `delayMs`, or as soon as `signal` is aborted. Never rejects: ask the signal which of the two it was. */
export function sleep(clock: Clock, delayMs: number, signal?: StopSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const wake = () => {
      cancel();
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = clock.after(delayMs, wake);
    signal?.addEventListener('abort', wake);
  });
}

/** Runs `run` every `periodMs`, first after one period, until the returned function is called. `run` must not throw. */
export function every(clock: Clock, periodMs: number, run: () => void): () => void {
  let cancel = (): void => {};
  const again = () => {
    cancel = clock.after(periodMs, again);
    run();
  };
  cancel = clock.after(periodMs, again);
  return () => cancel();
}
