import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** The clocks of the operating system. Tests pass a fake one to set clocks, suspend and reboot. */
export interface Machine {
  /** The time of day, in milliseconds since the Unix epoch. It may be set, and then jumps either way. */
  wallMs(): number;
  /** Runs evenly, whatever happens to the wall clock; stands still while the machine is suspended. */
  monotonicMs(): number;
  /** Milliseconds since the machine was started, suspends included. Too slow to read for every request. */
  uptimeMs(): number;
  /** How coarsely the uptime is counted. */
  readonly uptimeStepMs: number;
  /** Names this start of the machine; null where the operating system has no such name. */
  readonly bootId: string | null;
  /** Runs `run` once, after `delayMs` by the monotonic clock. Returns a function that cancels it. */
  timer(delayMs: number, run: () => void): () => void;
}

/** The machine that this process runs on. Its timers do not keep the process alive. */
export const thisMachine: Machine = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  uptimeMs: () => uptime() * 1000,
  uptimeStepMs: process.platform === 'linux' ? 10 : 1000,
  bootId: readBootId(),
  timer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  },
};

/** Linux has it; elsewhere a restart goes by the wall clock. */
function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
