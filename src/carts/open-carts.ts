import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Ledger } from './ledger';
import type { CartRecord } from './record';

/** Somebody on whose account carts are: an address, or a frontend. */
export interface Account {
  readonly name: string;
  /** Carts that may be open on it at once. */
  readonly mostCarts: number;
}

/** Accounts that are remembered. The ones forgotten over it are those that were longest without a new cart. */
const MOST_ACCOUNTS = 10_000;

/** How long a cart that was let in may take to be in the ledger. */
const OPENING_MS = 10_000;

/** How long "no room" is believed before the ledger is asked again. */
const FULL_MS = 1000;

/** The carts of one account that were open when last looked at, each with the time at which it was let in. */
interface Carts {
  readonly openedAtMs: Map<string, number>;
  fullUntilMs: number;
  retryAfterSeconds: number;
}

/**
 * Counts the carts that are open on each account. "Each partner owns a limited number of simultaneous reservations":
 * nobody may take them all. Carts are counted from when they were let in here to when the ledger has them ended; those of
 * another process, or from before this one started, are not.
 */
export class OpenCarts {
  readonly #accounts = new LRUCache<string, Carts>({ max: MOST_ACCOUNTS });

  constructor(
    private readonly ledger: Pick<Ledger, 'read'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a new cart in on all of `accounts`, or on none. The same cart may be let in again.
   *
   * @returns null, or in how many seconds there may be room: when the first lease runs out, unless it is renewed.
   */
  async letIn(id: string, accounts: readonly Account[]): Promise<number | null> {
    for (const account of accounts) await this.#lookAgain(account);
    // From here on nothing is waited for, so that no two carts take the same room.
    const full = accounts.map((account) => this.#refusal(account)).filter((seconds) => seconds !== null);
    if (full.length > 0) return Math.max(...full);
    for (const { name } of accounts) this.#carts(name).openedAtMs.set(id, this.clock.now());
    return null;
  }

  #carts(name: string): Carts {
    const carts = this.#accounts.get(name) ?? { openedAtMs: new Map(), fullUntilMs: 0, retryAfterSeconds: 1 };
    this.#accounts.set(name, carts);
    return carts;
  }

  #refusal({ name, mostCarts }: Account): number | null {
    const { openedAtMs, retryAfterSeconds } = this.#carts(name);
    return openedAtMs.size < mostCarts ? null : retryAfterSeconds;
  }

  /** Where there is no room, takes out the carts that have ended meanwhile. */
  async #lookAgain({ name, mostCarts }: Account): Promise<void> {
    const carts = this.#carts(name);
    const nowMs = this.clock.now();
    if (carts.openedAtMs.size < mostCarts || nowMs < carts.fullUntilMs) return;
    carts.fullUntilMs = nowMs + FULL_MS;
    const leaseEndsMs: number[] = [];
    for (const [id, openedAtMs] of [...carts.openedAtMs]) {
      const record = await this.ledger.read(id);
      if (record && isOpen(record)) leaseEndsMs.push(record.leaseUntilMs);
      else if (record || nowMs - openedAtMs >= OPENING_MS) carts.openedAtMs.delete(id);
    }
    const firstMs = leaseEndsMs.length > 0 ? Math.min(...leaseEndsMs) : nowMs;
    carts.retryAfterSeconds = Math.max(Math.ceil((firstMs - nowMs) / 1000), 1);
  }
}

/** Whether upstream may hold seats for a cart. */
const isOpen = ({ state }: CartRecord): boolean =>
  state !== 'DELETED' && state !== 'EXPIRED' && state !== 'PURCHASED';
