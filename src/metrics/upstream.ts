import { Counter, type Registry } from 'prom-client';

import type { CallName } from '../partner-api/transport/api-request';
import type { CallReport } from '../partner-api/transport/request-queue';
import { Tally, registerTallies } from './tally-histogram';

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

/** The calls of one route. */
class RouteTally {
  readonly durations = new Tally(DURATION_BOUNDS);
  readonly outcomes: Record<CallOutcome, number> = {
    ok: 0,
    throttled: 0,
    refused: 0,
    failed: 0,
    no_answer: 0,
  };
}

/** Counts what is sent to upstream. A call costs a look-up and a few additions; the rest is done when the metrics are read. */
export class UpstreamMetrics {
  readonly #routes = new Map<CallName, RouteTally>();

  constructor(registry: Registry) {
    const registers = [registry];
    const routes = this.#routes;
    new Counter({
      name: 'stagedoor_upstream_calls_total',
      help: 'Calls sent to upstream by route and outcome (ok, throttled, refused, failed, no_answer), repeated ones too.',
      labelNames: ['route', 'outcome'],
      registers,
      collect() {
        this.reset();
        for (const [route, { outcomes }] of routes)
          for (const [outcome, count] of counted(outcomes)) this.inc({ route, outcome }, count);
      },
    });
    registerTallies(
      registry,
      'stagedoor_upstream_call_duration_seconds',
      'Duration of calls to upstream by route, the wait for a socket included and that for the quota not.',
      () => [...routes].map(([route, { durations }]) => [{ route }, durations]),
    );
    new Counter({
      name: 'stagedoor_token_renewals_total',
      help: 'Requests for an access token by outcome.',
      labelNames: ['outcome'],
      registers,
      collect() {
        this.reset();
        const outcomes = routes.get('accessToken')?.outcomes;
        for (const [outcome, count] of outcomes ? counted(outcomes) : []) this.inc({ outcome }, count);
      },
    });
  }

  count({ route, status, durationMs }: CallReport): void {
    let tally = this.#routes.get(route);
    if (!tally) {
      tally = new RouteTally();
      this.#routes.set(route, tally);
    }
    tally.outcomes[outcomeOf(status)]++;
    tally.durations.observe(durationMs / 1000);
  }
}

/** The outcomes that there were. */
const counted = (outcomes: RouteTally['outcomes']): [outcome: string, count: number][] =>
  Object.entries(outcomes).filter(([, count]) => count > 0);
