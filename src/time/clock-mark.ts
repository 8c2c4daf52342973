import { z } from 'zod';

import { every } from '../clock';
import type { Store } from '../storage/store';
import type { Machine } from './machine';
import { SteadyClock } from './steady-clock';

/** A mark as old as this is renewed; and one that the wall clock, set meanwhile, no longer agrees with. */
const LONGEST_AGE_MS = 60_000;
const LOOK_EVERY_MS = 1000;
const DISAGREES_MS = 250;

/** One moment as every clock showed it. Kept with the ledger, it lets the next process continue the steady clock. */
const clockMark = z.object({
  steadyMs: z.number(),
  wallMs: z.number(),
  uptimeMs: z.number(),
  bootId: z.string().nullable(),
});
type ClockMark = z.infer<typeof clockMark>;

/**
 * The steady clock of the ledger's times. It goes on where the last process on this ledger left it, so that stored times
 * mean what they meant, and none can be in the future: see docs/decisions/two-clocks.md.
 *
 * @throws StoreFailed (by way of the promise) where the store cannot be read.
 */
export async function continueSteadyClock(store: Store, machine: Machine): Promise<SteadyClock> {
  const { data } = clockMark.safeParse(await store.readMark());
  const now = await sharedClocks(store, machine);
  return new SteadyClock(machine, data ? continuationOf(data, now) : now.wallMs);
}

/** What the steady clock shows now, given what it showed at `mark`. */
function continuationOf(mark: ClockMark, now: Omit<ClockMark, 'steadyMs'>): number {
  const uptimePassedMs = now.uptimeMs - mark.uptimeMs;
  const isSameBoot = mark.bootId !== null && mark.bootId === now.bootId && uptimePassedMs >= 0;
  // After a reboot only the wall clock knows how long the machine was off. Where it was set back, no time has passed.
  return mark.steadyMs + (isSameBoot ? uptimePassedMs : Math.max(now.wallMs - mark.wallMs, 0));
}

/**
 * The present by the clocks that the processes on this store have in common: those of the machine or, where machines
 * share the store, the store's own.
 */
async function sharedClocks(store: Store, machine: Machine): Promise<Omit<ClockMark, 'steadyMs'>> {
  const wallMs = await store.wallMs();
  if (wallMs !== null) return { wallMs, uptimeMs: 0, bootId: null };
  return { wallMs: machine.wallMs(), uptimeMs: machine.uptimeMs(), bootId: machine.bootId };
}

/**
 * Writes the mark now and from time to time.
 *
 * @returns a function that writes it a last time. Neither throws: carts' own writes report a store that fails.
 */
export async function keepClockMark(
  store: Store,
  clock: SteadyClock,
  machine: Machine,
): Promise<() => Promise<void>> {
  let written = { steadyMs: clock.now(), wallMs: machine.wallMs() };
  const write = async () => {
    written = { steadyMs: clock.now(), wallMs: machine.wallMs() };
    try {
      const now = await sharedClocks(store, machine);
      const mark: ClockMark = { steadyMs: clock.now(), ...now };
      await store.writeMark(mark);
    } catch {
      // The next one is written in a minute.
    }
  };
  await write();
  const stop = every(clock, LOOK_EVERY_MS, () => {
    const ageMs = clock.now() - written.steadyMs;
    const wallPassedMs = machine.wallMs() - written.wallMs;
    if (ageMs > LONGEST_AGE_MS || Math.abs(wallPassedMs - ageMs) > DISAGREES_MS) void write();
  });
  return () => {
    stop();
    return write();
  };
}
