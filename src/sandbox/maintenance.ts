import { shownIn } from './local-clock';

/**
 * Whether an event's host system is down (manual, "Service Availability"): nightly from 2 AM to 3 AM by the venue's
 * own wall clock. So there is none on the night when the clocks jump over that hour, and two on the night when it
 * comes twice. A zone that is missing or unknown has no such hour.
 */
export function underMaintenance(timeZone: string | null, nowMs: number): boolean {
  if (timeZone === null) return false;
  try {
    return shownIn(timeZone, nowMs).hour === 2;
  } catch {
    return false;
  }
}
