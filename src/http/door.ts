import type { IncomingMessage } from 'node:http';

import type { Account } from '../carts/open-carts';
import { type FrontendKey, FRONTEND_KEY_HEADER, frontendReader } from './frontend-keys';
import { type Over, RateLimit, addressBlock, isLoopback } from './rate-limit';
import type { Refusal } from './refusal';

/** A limit for each address: the machine's own are counted only where that is asked for. 0: there is none. */
export interface AddressLimit {
  readonly most: number;
  readonly countsLoopback: boolean;
}

export interface DoorSettings {
  /** The frontends that may call; null: anybody may. */
  readonly frontendKeys: readonly FrontendKey[] | null;
  readonly requestsPerAddress: AddressLimit;
  /** Requests a minute of each frontend; 0: no limit. */
  readonly requestsPerKey: number;
  readonly cartsPerAddress: AddressLimit;
  /** Carts that each frontend may have open at once; 0: no limit. */
  readonly cartsPerKey: number;
}

/** Who was let in, and on what terms. */
export interface Admitted {
  /** The frontend whose key was shown; null: none. */
  readonly frontend: string | null;
  /** His budget is used up for so many seconds: mutations tell him as `Throttled`. Null: it is not. */
  readonly throttledForSeconds: number | null;
}

const KEY_REQUIRED: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: `This gateway answers its own frontends only: send the key of one as ${FRONTEND_KEY_HEADER}.`,
  headers: { 'www-authenticate': `FrontendKey header="${FRONTEND_KEY_HEADER}"` },
};

const throttled = (retryAfterSeconds: number): Refusal => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: 'Too many requests in too short a time.',
  retryAfterSeconds,
});

/** Who may call, and how often. Nothing of a request but its headers is looked at. */
export class Door {
  readonly #frontendOf: (request: IncomingMessage) => string | null;
  readonly #perAddress: RateLimit | null;
  readonly #perKey: RateLimit | null;

  /**
   * @param ipOf the user's address, as `callerReader` tells it.
   * @param isOperator whether the operator's desk asks, which needs no key.
   */
  constructor(
    private readonly settings: DoorSettings,
    private readonly ipOf: (request: IncomingMessage) => string,
    private readonly isOperator: (request: IncomingMessage) => boolean,
  ) {
    this.#frontendOf = frontendReader(settings.frontendKeys ?? []);
    this.#perAddress = limitOf(settings.requestsPerAddress.most);
    this.#perKey = limitOf(settings.requestsPerKey);
  }

  /**
   * Lets a GraphQL request in, or says why not; at once where nothing has to be counted. Over its budget, a request that
   * can be a mutation is let in all the same to be told so in its own type, until the budget is exceeded by as much again.
   *
   * @param canMutate whether the request may turn out to be a mutation.
   */
  admit(request: IncomingMessage, canMutate: boolean): Admitted | Refusal | Promise<Admitted | Refusal> {
    const frontend = this.#frontendOf(request);
    const ip = this.#perAddress ? this.#countedAddress(request) : null;
    if (ip === null && !(this.#perKey && frontend !== null)) return this.#decide(request, frontend);
    return this.#over(ip, frontend).then((over) => this.#decide(request, frontend, over, canMutate));
  }

  /** Why a release is not taken; null: it is. What is given back is welcome for longer than what is asked for. */
  async objectionToRelease(request: IncomingMessage): Promise<Refusal | null> {
    const over = await this.#over(this.#countedAddress(request), null);
    return over?.isFar ? throttled(over.retryAfterSeconds) : null;
  }

  #decide(
    request: IncomingMessage,
    frontend: string | null,
    over: Over | null = null,
    canMutate = false,
  ): Admitted | Refusal {
    if (over && (over.isFar || !canMutate)) return throttled(over.retryAfterSeconds);
    if (this.settings.frontendKeys && frontend === null && !this.isOperator(request)) return KEY_REQUIRED;
    return { frontend, throttledForSeconds: over && over.retryAfterSeconds };
  }

  /** The address on which a request counts; null: on none. */
  #countedAddress(request: IncomingMessage): string | null {
    const ip = this.ipOf(request);
    return counts(this.settings.requestsPerAddress, ip) ? ip : null;
  }

  async #over(ip: string | null, frontend: string | null): Promise<Over | null> {
    const byAddress = ip === null ? null : await this.#perAddress?.count(addressBlock(ip));
    return byAddress ?? (frontend === null ? null : ((await this.#perKey?.count(frontend)) ?? null));
  }

  /** On whose accounts a cart is that somebody at `ip` makes by way of `frontend`. */
  accountsOf(ip: string, frontend: string | null): Account[] {
    const { cartsPerAddress, cartsPerKey } = this.settings;
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

const limitOf = (perMinute: number): RateLimit | null => (perMinute > 0 ? new RateLimit(perMinute) : null);

const counts = ({ most, countsLoopback }: AddressLimit, ip: string): boolean =>
  most > 0 && (countsLoopback || !isLoopback(ip));
