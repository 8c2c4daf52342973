import type { CartBase } from './record';

/** The pause between tries: 1, 2, 4, … seconds. */
export const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** Enough failures to reach the longest pause. More are not counted. */
const MOST_FAILURES = 16;

export const NO_RETRY = { failures: 0, notBeforeMs: 0 };

/** Waits before the next try: longer each time, and at least as long as upstream requires. */
export function backedOff<Record extends CartBase>(
  record: Record,
  nowMs: number,
  retryAfterSeconds: number | null,
): Record {
  const { poll, retry } = record;
  const pauseMs = Math.max(
    Math.min(FIRST_RETRY_MS * 2 ** retry.failures, LONGEST_RETRY_MS),
    (retryAfterSeconds ?? 0) * 1000,
    poll?.waitMs ?? 0,
  );
  const failures = Math.min(retry.failures + 1, MOST_FAILURES);
  return { ...record, retry: { failures, notBeforeMs: nowMs + pauseMs } };
}
