import { wallClock } from '../../dist/clock.js';
import { Validity } from '../../dist/events/validity.js';

const { signal } = new AbortController();

/** What the gateway's resolvers need of a request to read events by `events`, and nothing else. */
export const bareContext = (events) => ({
  events,
  dayClock: wallClock,
  validity: new Validity(),
  throttledForSeconds: null,
  signal,
});
