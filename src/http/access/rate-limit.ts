import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

import type { Clock } from '../../clock';

const WINDOW_MS = 60_000;

/** Above this many times its budget, a caller is refused everything. */
const FAR = 2;

/** Callers whose windows are remembered; over it, the window of the caller that was silent longest is forgotten. */
const MOST_CALLERS = 100_000;

/** The state of an exhausted budget. */
export interface Over {
  /** When the budget is renewed. */
  readonly retryAfterSeconds: number;
  /** Whether the budget was exceeded by its own size again. */
  readonly isFar: boolean;
}

/**
 * A budget of requests a minute for each caller, counted in this process: in a fixed window that begins with the caller's
 * first request.
 */
export class RateLimit {
  readonly #windows = new LRUCache<string, { readonly endsAtMs: number; requests: number }>({
    max: MOST_CALLERS,
  });

  constructor(
    private readonly perMinute: number,
    private readonly clock: Clock,
  ) {}

  /** Counts one request of `caller`. Returns null within the budget. */
  count(caller: string): Over | null {
    const nowMs = this.clock.now();
    let window = this.#windows.get(caller);
    if (!window || window.endsAtMs <= nowMs) {
      window = { endsAtMs: nowMs + WINDOW_MS, requests: 0 };
      this.#windows.set(caller, window);
    }
    window.requests++;
    if (window.requests <= this.perMinute) return null;
    return {
      retryAfterSeconds: Math.ceil((window.endsAtMs - nowMs) / 1000),
      isFar: window.requests > FAR * this.perMinute,
    };
  }
}

/**
 * The network that an address is counted as: the address itself, or with IPv6 its /64, the least that anyone is given.
 *
 * @param ip as `callerReader` writes it.
 */
export function addressBlock(ip: string): string {
  if (!ip.includes(':')) return ip;
  const network = ipaddr.IPv6.parse(ip).parts.slice(0, 4);
  return `${network.map((part) => part.toString(16)).join(':')}::/64`;
}

/** Returns whether an address is this machine's own, which does not distinguish callers. */
export const isLoopback = (ip: string): boolean => ip.startsWith('127.') || ip === '::1';
