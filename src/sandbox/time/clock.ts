/** The sandbox's source of time. Tests inject one that they move by hand. */
export interface SandboxClock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `run` once, in `delayMs` milliseconds. Returns a function that cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /**
   * Milliseconds since any fixed moment. Setting the system's time does not change it.
   * @default the same as `now`
   */
  steadyNow?(): number;
}

/** The longest delay that Node's timers accept. They fire at once when given a longer one. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The system's clock. Its timers do not keep the process alive. */
export const systemClock: SandboxClock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.min(delayMs, LONGEST_TIMER_MS)).unref();
    return () => clearTimeout(timer);
  },
  steadyNow: () => performance.now(),
};
