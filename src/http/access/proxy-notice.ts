import type { IncomingMessage } from 'node:http';

import { LRUCache } from 'lru-cache';
import proxyaddr from 'proxy-addr';

import type { Clock } from '../../clock';

/**
 * What can be wrong between a proxy and the gateway.
 *
 * - `untrusted`: an address that is not trusted forwards another address, which is not believed.
 * - `silent`: a trusted proxy forwards no address.
 */
export type ProxyProblem = 'untrusted' | 'silent';

/** A problem that is reported: once, and then at most once an hour. */
export interface ProxyReport {
  readonly problem: ProxyProblem;
  /** The address that the request came from. */
  readonly from: string;
  /** The header that was not believed; null for a `silent` proxy. */
  readonly header: string | null;
  /** Requests with this problem since the process began. */
  readonly requests: number;
  /** What it means, and what to set, for the operator. */
  readonly message: string;
}

/** The headers in which proxies forward an address, by which they are noticed. */
const HEADERS = { 'x-forwarded-for': 'X-Forwarded-For', forwarded: 'Forwarded', 'x-real-ip': 'X-Real-IP' };

const PAUSE_MS = 3_600_000;
/** Proxies, and clients that call without one. */
const MOST_ADDRESSES = 1000;

/**
 * Notices proxies that are not believed, and those that say nothing: both make all their shoppers one address, with one budget
 * of requests and open carts, and upstream is sent it for all of them. Any client can send such a header, so it changes nothing.
 */
export class ProxyNotice {
  readonly #seen: Record<ProxyProblem, number> = { untrusted: 0, silent: 0 };
  readonly #nextReportMs: Record<ProxyProblem, number> = { untrusted: -Infinity, silent: -Infinity };
  readonly #trusts: (address: string) => boolean;
  readonly #trustsAny: boolean;
  readonly #known = new LRUCache<string, boolean>({ max: MOST_ADDRESSES });

  /**
   * @param trustedProxies as in `CallerSettings`.
   * @param onReport is called once for each problem, and then at most once an hour.
   */
  constructor(
    trustedProxies: readonly string[],
    private readonly clock: Clock,
    private readonly onReport: (report: ProxyReport) => void,
  ) {
    const trusts = proxyaddr.compile([...trustedProxies]);
    this.#trusts = (address) => trusts(address, 0);
    this.#trustsAny = trustedProxies.length > 0;
  }

  /** How many requests had each problem since the process began. */
  get seen(): Readonly<Record<ProxyProblem, number>> {
    return { ...this.#seen };
  }

  /** Looks at a request. Without a forwarded address it is of interest only where a proxy is trusted. */
  look({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): void {
    const forwardedFor = headers['x-forwarded-for'];
    const isForwarded =
      forwardedFor !== undefined || headers.forwarded !== undefined || headers['x-real-ip'] !== undefined;
    if (!isForwarded && !this.#trustsAny) return;
    const from = socket.remoteAddress;
    if (from === undefined) return;
    const isTrusted = this.#trustsAny && this.#isTrusted(from);
    if (isTrusted ? !forwardedFor : isForwarded)
      this.#note(isTrusted ? 'silent' : 'untrusted', from, headers);
  }

  #isTrusted(address: string): boolean {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const isTrusted = this.#trusts(address);
    this.#known.set(address, isTrusted);
    return isTrusted;
  }

  #note(problem: ProxyProblem, address: string, headers: IncomingMessage['headers']): void {
    const requests = ++this.#seen[problem];
    const nowMs = this.clock.now();
    if (nowMs < this.#nextReportMs[problem]) return;
    this.#nextReportMs[problem] = nowMs + PAUSE_MS;
    const from = address.replace(/^::ffff:/, '');
    const name = Object.entries(HEADERS).find(([key]) => headers[key] !== undefined)?.[1] ?? null;
    const header = problem === 'untrusted' ? name : null;
    this.onReport({ problem, from, header, requests, message: messageOf(problem, from, name) });
  }
}

const TOGETHER =
  'all its shoppers count as one address, share one budget of requests and open carts, and upstream is sent the address of the proxy';

const messageOf = (problem: ProxyProblem, from: string, header: string | null): string =>
  problem === 'untrusted'
    ? `${from} forwards an address in ${header ?? 'a header'}, and is not in TRUSTED_PROXIES, so it is not believed. If it is ` +
      `your proxy, ${TOGETHER}: set TRUSTED_PROXIES=${from}, or the range of your proxies, and have it send X-Forwarded-For. ` +
      'If it is not, nothing is wrong.'
    : `${from} is in TRUSTED_PROXIES and forwards no address in X-Forwarded-For, the only header that is read. If it calls for ` +
      `shoppers, ${TOGETHER}: have it send X-Forwarded-For (nginx: ` +
      'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for).';
