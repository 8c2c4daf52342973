import type { Account } from '../../carts/lifecycle/record';
import type { Clock } from '../../clock';
import { Refusal } from '../refusal';
import type { HttpRequest } from '../request';
import { type FrontendKey, FRONTEND_KEY_HEADER, frontendReader } from './frontend-keys';
import type { ProxyNotice } from './proxy-notice';
import { type Over, RateLimit, addressBlock, isLoopback } from './rate-limit';

/** A limit for each address. 0: no limit. */
export interface AddressLimit {
  readonly most: number;
  /** Whether this machine's own addresses are counted, too. */
  readonly countsLoopback: boolean;
}

export interface AccessRules {
  /** The frontends that may call; null: anyone may. */
  readonly frontendKeys: readonly FrontendKey[] | null;
  readonly requestsPerAddress: AddressLimit;
  /** Requests a minute of each frontend; 0: no limit. */
  readonly requestsPerKey: number;
  readonly cartsPerAddress: AddressLimit;
  /** Carts that each frontend may have open at once; 0: no limit. */
  readonly cartsPerKey: number;
}

/** The caller of an admitted request, and on what terms it was admitted. */
export interface Admitted {
  /** The frontend whose key was sent; null: none. */
  readonly frontend: string | null;
  /** Set if the caller's budget is exhausted: for so many seconds, mutations answer `Throttled`. */
  readonly throttledForSeconds: number | null;
}

const KEY_REQUIRED = new Refusal(
  401,
  'UNAUTHENTICATED',
  `This gateway answers its own frontends only: send the key of one as ${FRONTEND_KEY_HEADER}.`,
  { headers: { 'www-authenticate': `FrontendKey header="${FRONTEND_KEY_HEADER}"` } },
);

/** The refusal of a caller whose budget is exhausted. */
export const throttled = (retryAfterSeconds: number): Refusal =>
  new Refusal(429, 'RATE_LIMITED', 'Too many requests in too short a time.', { retryAfterSeconds });

/** Decides who may call, and how often, by the headers of a request alone. */
export class AccessControl {
  readonly #frontendOf: (request: HttpRequest) => string | null;
  readonly #perAddress: RateLimit | null;
  readonly #perKey: RateLimit | null;

  /**
   * @param ipOf the user's address, as `callerReader` reads it.
   * @param isOperator whether the operator sent a request, which needs no key.
   * @param notice looks at each GraphQL request for what a proxy does wrong.
   */
  constructor(
    private readonly rules: AccessRules,
    private readonly ipOf: (request: HttpRequest) => string,
    private readonly isOperator: (request: HttpRequest) => boolean,
    private readonly notice: Pick<ProxyNotice, 'look'>,
    clock: Clock,
  ) {
    const limitOf = (perMinute: number) => (perMinute > 0 ? new RateLimit(perMinute, clock) : null);
    this.#frontendOf = frontendReader(rules.frontendKeys ?? []);
    this.#perAddress = limitOf(rules.requestsPerAddress.most);
    this.#perKey = limitOf(rules.requestsPerKey);
  }

  /**
   * Admits a GraphQL request, or refuses it. Over its budget, a request that can be a mutation is still admitted, so that
   * it can be refused in its own type, until the budget is exceeded by its own size again.
   *
   * @param canMutate whether the request may turn out to be a mutation.
   */
  admit(request: HttpRequest, canMutate: boolean): Admitted | Refusal {
    this.notice.look(request);
    const frontend = this.#frontendOf(request);
    const over =
      this.#overAddress(request) ?? (frontend === null ? null : (this.#perKey?.count(frontend) ?? null));
    if (over && (over.isFar || !canMutate)) return throttled(over.retryAfterSeconds);
    if (this.rules.frontendKeys && frontend === null && !this.isOperator(request)) return KEY_REQUIRED;
    return { frontend, throttledForSeconds: over && over.retryAfterSeconds };
  }

  /** Refuses a release only far over the budget, since it gives seats back. Returns null if it is admitted. */
  checkRelease(request: HttpRequest): Refusal | null {
    const over = this.#overAddress(request);
    return over?.isFar ? throttled(over.retryAfterSeconds) : null;
  }

  /** Counts a request on its address, if that is counted. */
  #overAddress(request: HttpRequest): Over | null {
    if (!this.#perAddress) return null;
    const ip = this.ipOf(request);
    return counts(this.rules.requestsPerAddress, ip) ? this.#perAddress.count(addressBlock(ip)) : null;
  }

  /** The accounts that a cart created from `ip` through `frontend` counts on. */
  accountsOf(ip: string, frontend: string | null): Account[] {
    const { cartsPerAddress, cartsPerKey } = this.rules;
    return [
      ...(counts(cartsPerAddress, ip)
        ? [{ name: `address ${addressBlock(ip)}`, mostCarts: cartsPerAddress.most }]
        : []),
      ...(cartsPerKey > 0 && frontend !== null
        ? [{ name: `frontend ${frontend}`, mostCarts: cartsPerKey }]
        : []),
    ];
  }
}

const counts = ({ most, countsLoopback }: AddressLimit, ip: string): boolean =>
  most > 0 && (countsLoopback || !isLoopback(ip));
