import type { CartFiguresSource } from './cart-counts';
import type { CartRecord } from '../carts/lifecycle/record';
import type { Line } from '../carts/line/line';
import type { Clock } from '../clock';
import type { EventCatalogue } from '../events/catalogue';
import type { CallBudget } from '../partner-api/quota/budget';
import type { CallReport } from '../partner-api/transport/request-queue';
import type { Health, HealthReport } from './health';
import { type CallsOfSecond, RecentCalls } from './recent-calls';
import { Troubles } from './troubles';

/** How many seconds of upstream calls the page shows. */
const SECONDS_SHOWN = 60;

/** The parts that the status is read from. */
export interface StatusParts {
  readonly health: Pick<Health, 'report'>;
  readonly budget: Pick<CallBudget, 'report'>;
  readonly line: Pick<Line, 'length' | 'fullForSeconds'>;
  readonly carts: CartFiguresSource;
  readonly catalogue: Pick<EventCatalogue, 'report'>;
  readonly proxyNotice: { readonly seen: Readonly<Record<'untrusted' | 'silent', number>> };
  readonly clock: Clock;
  readonly toWallTime: (atMs: number) => number;
}

/** What an operator looks at on the morning of a sale, as JSON. Times of day are in ISO 8601. */
export interface StatusReport {
  readonly health: HealthReport;
  readonly upSeconds: number;
  readonly memoryBytes: number;
  readonly quota: {
    /** Null: no limit is known. */
    readonly callsPerSecond: number | null;
    readonly usedToday: number;
    /** Null: no amount is known. */
    readonly leftToday: number | null;
    readonly waiting: Readonly<Record<string, number>>;
    readonly refused: number;
    readonly calls: readonly CallsOfSecond[];
  };
  readonly line: { readonly length: number; readonly isFull: boolean };
  readonly carts: Readonly<Record<string, number>>;
  readonly unconfirmed: { readonly count: number; readonly oldestSeconds: number };
  readonly events: {
    readonly cached: number;
    readonly fresh: number;
    readonly stale: number;
    readonly miss: number;
  };
  readonly requests: {
    readonly total: number;
    /** Requests of proxies that are not trusted, or are and forward no address. */
    readonly proxyProblems: Readonly<Record<'untrusted' | 'silent', number>>;
  };
  readonly troubles: readonly { readonly what: string; readonly times: number; readonly lastAt: string }[];
}

/** Collects what the status page shows. */
export class Status {
  readonly #calls: RecentCalls;
  readonly #troubles = new Troubles();
  readonly #startedAtMs: number;
  #requests = 0;

  constructor(private readonly clock: Clock) {
    this.#calls = new RecentCalls(SECONDS_SHOWN, clock);
    this.#startedAtMs = clock.now();
  }

  /** Takes note of a call to upstream. */
  readonly onCall = ({ route, status }: CallReport): void => {
    const isRefused = status === 429;
    const hasFailed = status === null || status >= 500 || isRefused;
    this.#calls.count(hasFailed);
    if (status === null) this.#note(`Upstream did not answer the call ${route}.`);
    else if (isRefused) this.#note(`Upstream refused the call ${route} for the quota.`);
    else if (hasFailed) this.#note(`Upstream answered the call ${route} with ${status}.`);
  };

  /** Takes note of a request that was answered; `refusal` is the code of one that was refused. */
  onRequest(refusal: string | null): void {
    this.#requests++;
    if (refusal !== null) this.#note(`A request was refused: ${refusal}.`);
  }

  /** Takes note of an error that no code expects. */
  onUnexpected(): void {
    this.#note('Unexpected error: the log has it.');
  }

  /** Takes note of a change of a cart. */
  onCart(record: CartRecord | undefined, before: CartRecord | undefined): void {
    if (!record || record.state === before?.state) return;
    if (record.state === 'UNCONFIRMED')
      this.#note('The answer to a purchase was lost: its order is looked up.');
    if (record.state === 'UNRESOLVED')
      this.#note('Whether a purchase was carried out could not be found out.');
  }

  /** The status now. */
  async report(parts: StatusParts): Promise<StatusReport> {
    const { budget, line, carts, catalogue, clock, toWallTime } = parts;
    const [health, { byState, unconfirmed }] = await Promise.all([parts.health.report(), carts.read()]);
    const { callsPerSecond, usedToday, leftToday, waiting, refused } = budget.report();
    const { fresh, stale, miss, size } = catalogue.report();
    return {
      health,
      upSeconds: Math.round((clock.now() - this.#startedAtMs) / 1000),
      memoryBytes: process.memoryUsage.rss(),
      quota: {
        callsPerSecond: finiteOrNull(callsPerSecond),
        usedToday,
        leftToday: finiteOrNull(leftToday),
        waiting,
        refused,
        calls: this.#calls.bySecond(),
      },
      line: { length: line.length, isFull: line.fullForSeconds !== null },
      carts: Object.fromEntries(byState),
      unconfirmed,
      events: { cached: size, fresh, stale, miss },
      requests: { total: this.#requests, proxyProblems: parts.proxyNotice.seen },
      troubles: this.#troubles.latest().map(({ what, times, lastAtMs }) => ({
        what,
        times,
        lastAt: new Date(toWallTime(lastAtMs)).toISOString(),
      })),
    };
  }

  #note(what: string): void {
    this.#troubles.note(what, this.clock.now());
  }
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
