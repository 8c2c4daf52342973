import { Counter, Histogram, type Registry } from 'prom-client';

import type { CallReport } from '../partner-api/transport/request-queue';

/** In seconds. A call has ten by default. */
const DURATION_BOUNDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20];

/** What became of a call, as upstream's status shows it. */
type CallOutcome = 'ok' | 'throttled' | 'refused' | 'failed' | 'no_answer';

function outcomeOf(status: number | null): CallOutcome {
  if (status === null) return 'no_answer';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'ok';
}

/** Counts what is sent to upstream. */
export class UpstreamMetrics {
  readonly #calls: Counter<'route' | 'outcome'>;
  readonly #durations: Histogram<'route'>;
  readonly #renewals: Counter<'outcome'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#calls = new Counter({
      name: 'stagedoor_upstream_calls_total',
      help: 'Calls sent to upstream by route and outcome (ok, throttled, refused, failed, no_answer), repeated ones too.',
      labelNames: ['route', 'outcome'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'stagedoor_upstream_call_duration_seconds',
      help: 'Duration of calls to upstream by route, the wait for a socket included and that for the quota not.',
      labelNames: ['route'],
      buckets: DURATION_BOUNDS,
      registers,
    });
    this.#renewals = new Counter({
      name: 'stagedoor_token_renewals_total',
      help: 'Requests for an access token by outcome.',
      labelNames: ['outcome'],
      registers,
    });
  }

  count({ route, status, durationMs }: CallReport): void {
    const outcome = outcomeOf(status);
    this.#calls.inc({ route, outcome });
    this.#durations.observe({ route }, durationMs / 1000);
    if (route === 'accessToken') this.#renewals.inc({ outcome });
  }
}
