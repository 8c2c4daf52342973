import { Counter, Gauge, Registry } from 'prom-client';

import type { Ledger } from '../carts/ledger';
import type { Line } from '../carts/line/line';
import type { CartFiguresSource } from '../health/cart-counts';
import type { RequestReport } from '../http/request-report';
import type { ProxyNotice } from '../http/access/proxy-notice';
import type { PartnerApi } from '../partner-api/partner-api';
import type { CallBudget } from '../partner-api/quota/budget';
import type { CallReport } from '../partner-api/transport/request-queue';
import { type Caches, registerCaches } from './caches';
import { CartMetrics } from './carts';
import { processRegistry } from './process';
import { registerQuota } from './quota';
import { RequestMetrics } from './requests';
import { UpstreamMetrics } from './upstream';

/** The parts of a gateway that are measured. */
export interface Measured extends Caches {
  readonly budget: CallBudget;
  readonly line: Pick<Line, 'length'>;
  readonly ledger: Pick<Ledger, 'observe'>;
  readonly carts: CartFiguresSource;
  readonly api: Pick<PartnerApi, 'isDown'>;
  readonly proxyNotice: Pick<ProxyNotice, 'seen'>;
}

/** The metrics of one gateway, in a registry of its own: a process may run several. */
export class Metrics {
  readonly contentType: string;
  readonly #registry = new Registry();
  readonly #process = processRegistry();
  readonly #requests: RequestMetrics;
  readonly #upstream: UpstreamMetrics;

  /** @param trusted the names of the operations in trusted documents. */
  constructor(trusted: Iterable<string>) {
    this.contentType = this.#registry.contentType;
    this.#requests = new RequestMetrics(this.#registry, trusted);
    this.#upstream = new UpstreamMetrics(this.#registry);
  }

  readonly onRequest = (report: RequestReport): void => this.#requests.count(report);
  readonly onCall = (report: CallReport): void => this.#upstream.count(report);

  /** Begins to measure these parts. */
  measure({ budget, line, ledger, carts, api, proxyNotice, ...caches }: Measured): void {
    registerQuota(this.#registry, budget);
    registerCaches(this.#registry, caches);
    this.#gauge('stagedoor_line_length', 'Carts that stand in line for their reserve.', () => line.length);
    this.#gauge(
      'stagedoor_upstream_down',
      '1 while upstream does not answer and calls fail at once; else 0.',
      () => (api.isDown ? 1 : 0),
    );
    new Counter({
      name: 'stagedoor_proxy_problems_total',
      help: 'Requests of proxies that are not trusted (untrusted), or are and forward no address (silent).',
      labelNames: ['problem'],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const [problem, count] of Object.entries(proxyNotice.seen)) this.inc({ problem }, count);
      },
    });
    const changes = new CartMetrics(this.#registry, carts);
    ledger.observe((_, record, before, why) => changes.changed(record, before, why));
  }

  /** Begins to show the connections of clients. */
  measureConnections(open: () => number, most: number): void {
    this.#gauge('stagedoor_open_sockets', 'Connections of clients that are open.', open);
    this.#gauge(
      'stagedoor_open_sockets_limit',
      'Connections that may be open (MAX_CONNECTIONS).',
      () => most,
    );
  }

  /** Every metric in the text format of Prometheus. */
  async text(): Promise<string> {
    return (await this.#registry.metrics()) + (await this.#process.metrics());
  }

  #gauge(name: string, help: string, valueOf: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(valueOf());
      },
    });
  }
}
