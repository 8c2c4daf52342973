import ipaddr from 'ipaddr.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** So far over its budget, a caller is refused everything. */
const FAR = 2;

/** How a caller stands with a budget that is used up. */
export interface Over {
  readonly retryAfterSeconds: number;
  /** Whether the budget was exceeded again by as much as it is. */
  readonly isFar: boolean;
}

/**
 * A budget of so many requests a minute for each caller, counted in this process. Each minute begins with a caller's
 * first request, and is forgotten when it is over. (Processes that share a store would count in it: the package's
 * limiters all have this one's methods.)
 */
export class RateLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(private readonly perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Counts one request of `caller`. Null: it is within the budget. */
  async count(caller: string): Promise<Over | null> {
    const { consumedPoints, msBeforeNext } = await this.#limiter.penalty(caller);
    if (consumedPoints <= this.perMinute) return null;
    return {
      retryAfterSeconds: Math.max(Math.ceil(msBeforeNext / 1000), 1),
      isFar: consumedPoints > FAR * this.perMinute,
    };
  }
}

/**
 * Whom an address stands for: itself, and with IPv6 its /64, which is the least that anybody is given.
 *
 * @param ip as `callerReader` writes it.
 */
export function addressBlock(ip: string): string {
  if (!ip.includes(':')) return ip;
  const network = ipaddr.IPv6.parse(ip).parts.slice(0, 4);
  return `${network.map((part) => part.toString(16)).join(':')}::/64`;
}

/** Whether an address is this machine's own: then it tells nobody apart. */
export const isLoopback = (ip: string): boolean => ip.startsWith('127.') || ip === '::1';
