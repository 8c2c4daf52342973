import { Counter, type Registry } from 'prom-client';

import type { OperationFacts } from '../graphql/summary';
import type { RequestReport } from '../http/request-report';
import { BoundedNames } from './bounded-names';
import { Tally, registerTallies } from './tally-histogram';

/** Operations, beside those of trusted documents, that are counted by their own names. */
const MOST_OPERATIONS = 100;
/** Codes of failures, errors and refusals; there are fewer than these. */
const MOST_CODES = 100;

/** In seconds: a ready answer takes a fraction of the first, a client that waits for news up to a minute. */
const DURATION_BOUNDS = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
];

/** The requests for one operation. */
class OperationTally {
  readonly durations = new Tally(DURATION_BOUNDS);
  ok = 0;
  /** All others, by outcome and code. */
  readonly others = new Map<string, { readonly outcome: string; readonly code: string; count: number }>();

  count(outcome: string, code: string): void {
    const key = `${outcome} ${code}`;
    const known = this.others.get(key) ?? { outcome, code, count: 0 };
    known.count++;
    this.others.set(key, known);
  }
}

/** Counts requests. A ready answer costs two look-ups and a few additions; the rest is done when the metrics are read. */
export class RequestMetrics {
  readonly #operations: BoundedNames;
  readonly #codes = new BoundedNames([], MOST_CODES);
  readonly #tallies = new Map<string, OperationTally>();
  /** The tally of an operation, by the facts that its stored responses share. */
  readonly #byFacts = new WeakMap<OperationFacts, OperationTally>();
  readonly #refusals = new Map<string, number>();
  #bytes = 0;

  /** @param trusted the names of the operations in trusted documents. */
  constructor(registry: Registry, trusted: Iterable<string>) {
    this.#operations = new BoundedNames(['none', 'anonymous', 'release', ...trusted], MOST_OPERATIONS);
    const tallies = this.#tallies;
    const refusals = this.#refusals;
    const bytes = () => this.#bytes;
    new Counter({
      name: 'stagedoor_requests_total',
      help: 'Requests by operation, outcome (ok, failure, error, refused, gone) and stable code.',
      labelNames: ['operation', 'outcome', 'code'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [operation, { ok, others }] of tallies) {
          this.inc({ operation, outcome: 'ok', code: '' }, ok);
          for (const { outcome, code, count } of others.values())
            this.inc({ operation, outcome, code }, count);
        }
      },
    });
    registerTallies(
      registry,
      'stagedoor_request_duration_seconds',
      'Time from the head of a request to the end of its response, by operation.',
      () => [...tallies].map(([operation, { durations }]) => [{ operation }, durations]),
    );
    new Counter({
      name: 'stagedoor_refusals_total',
      help: 'Requests that were refused before they were executed, by code: access control, rates, sizes, limits.',
      labelNames: ['code'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [code, count] of refusals) this.inc({ code }, count);
      },
    });
    new Counter({
      name: 'stagedoor_response_bytes_total',
      help: 'Bytes of response bodies that were sent.',
      registers: [registry],
      collect() {
        this.reset();
        this.inc(bytes());
      },
    });
  }

  count(report: RequestReport): void {
    const tally = this.#tallyOf(report);
    tally.durations.observe(report.durationMs / 1000);
    this.#bytes += report.bytes;
    if (report.outcome === 'ok') {
      tally.ok++;
      return;
    }
    const code = this.#codes.labelOf(report.code ?? '');
    tally.count(report.outcome, code);
    if (report.outcome === 'refused') this.#refusals.set(code, (this.#refusals.get(code) ?? 0) + 1);
  }

  #tallyOf({ operation, kind }: RequestReport): OperationTally {
    if (!operation) return this.#named(kind === 'release' ? 'release' : 'none');
    const known = this.#byFacts.get(operation);
    if (known) return known;
    const tally = this.#named(operation.name === '' ? 'anonymous' : this.#operations.labelOf(operation.name));
    this.#byFacts.set(operation, tally);
    return tally;
  }

  #named(label: string): OperationTally {
    const tally = this.#tallies.get(label) ?? new OperationTally();
    this.#tallies.set(label, tally);
    return tally;
  }
}
