/**
 * Time as the rooms see it. Production uses the system's clock; tests hand in one that they move by hand, so that no
 * test sleeps.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `run` once, `delayMs` from now. Returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** The longest delay that Node's timers take; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Timers that do not keep the process alive. */
const timers: Pick<Clock, 'after'> = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The system's clock, for what depends on the time of day. */
export const wallClock: Clock = { now: () => Date.now(), ...timers };

/**
 * A clock that is right when the process starts and never jumps afterwards, for what depends on how long something
 * took: when somebody sets the system's clock, no lease may end early and no hold late.
 */
export const steadyClock: Clock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  ...timers,
};
