import { Validity } from '../../dist/events/validity.js';
import { Summary } from '../../dist/graphql/summary.js';

const { signal } = new AbortController();

/** What the gateway's resolvers need of a request to read events by `events`, and nothing else. */
export const bareContext = (events) => ({
  events,
  wallClock: { now: () => Date.now() },
  validity: new Validity(),
  summary: new Summary(),
  throttledForSeconds: null,
  signal,
});
