import type { Clock, WallClock } from '../clock';
import type { Store } from '../storage/store';
import { continueSteadyClock, keepClockMark } from './clock-mark';
import type { Machine } from './machine';
import { WallTimes } from './wall-times';

/** The clocks of one gateway. */
export interface Clocks {
  /** For how long something takes. */
  readonly clock: Clock;
  /** For what happens at a time of day. */
  readonly wallClock: WallClock;
  /** The time of day, in milliseconds since the epoch, of a time by `clock`. */
  readonly toWallTime: (steadyMs: number) => number;
  /** Since when this process has been reachable, by `clock`. */
  readonly awakeSinceMs: () => number;
  /** Writes to the store what the next process needs to continue the clock. */
  close(): Promise<void>;
}

/**
 * Starts the clocks of a gateway, where the last process with this store left them.
 *
 * @throws StoreFailed (by way of the promise) where the store cannot be read.
 */
export async function openClocks(store: Store, machine: Machine): Promise<Clocks> {
  const clock = await continueSteadyClock(store, machine);
  const wallClock = { now: () => machine.wallMs() };
  const wallTimes = new WallTimes(clock, wallClock);
  const keepLastMark = await keepClockMark(store, clock, machine);
  return {
    clock,
    wallClock,
    toWallTime: (steadyMs) => wallTimes.of(steadyMs),
    awakeSinceMs: () => clock.awakeSinceMs,
    close: async () => {
      await keepLastMark();
      clock.stop();
    },
  };
}
