import { type Clock, sleep } from '../../clock';
import { UpstreamDown, UpstreamUnavailable } from '../errors';
import type { Deadline } from './deadline';
import type { Received } from './exchange';

/** How often a read is tried in all. */
const TRIES = 3;
/** The longest pause before the second try; it doubles for the third. */
const PAUSE_MS = 100;

/**
 * Tries a failed read again where the connection or a server on the way failed, after a random pause, so that many
 * readers do not return at the same moment.
 *
 * @param send sends the read once more.
 * @param deadline the end of all tries and pauses together.
 * @throws (by way of the promise) the failure of the last try.
 */
export async function retry(
  send: () => Promise<Received>,
  firstError: unknown,
  deadline: Deadline,
  clock: Clock,
): Promise<Received> {
  let error = firstError;
  for (let tries = 1; isWorthTrying(error) && tries < TRIES; tries++) {
    await sleep(clock, Math.random() * PAUSE_MS * 2 ** (tries - 1), deadline);
    if (deadline.aborted) break;
    try {
      return await send();
    } catch (nextError) {
      error = nextError;
    }
  }
  throw error;
}

/** While upstream is down, calls fail at once. */
const isWorthTrying = (error: unknown): boolean =>
  error instanceof UpstreamUnavailable && !(error instanceof UpstreamDown);
