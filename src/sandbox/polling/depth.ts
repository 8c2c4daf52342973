import type { Behaviour } from '../behaviour';
import type { Call } from '../server/call';

/** How many waits a may-poll call takes; 0 for none. `X-TM-FORCE-POLLING: true` makes any of them poll. */
export function pollingDepth({ headers }: Call, behaviour: Behaviour): number {
  return headers['x-tm-force-polling'] === 'true' ? behaviour.forcedPollingDepth : behaviour.pollingDepth;
}
