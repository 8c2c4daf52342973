import type { PageLike, StorageLike } from './cart-page.ts';

/** What the storage holds of a cart: enough to find it again, and nothing of its buyer. */
export interface StoredCart<Memo> {
  /** Null until the gateway has answered the call that creates the cart. */
  readonly cartId: string | null;
  /** A token of the pending operation. Null if none is pending. */
  readonly token: string | null;
  readonly releaseUrl: string | null;
  readonly memo: Memo;
  /** Changes whenever the cart may have changed, so that other tabs look at it. */
  readonly change: string;
  /** Changes whenever a tab closes, so that the others keep the cart. */
  readonly left: string;
  /** By `Date.now()`. */
  readonly savedAtMs: number;
}

/** An older entry is of no use: its cart has ended, and the next person at a shared computer shall not find it. */
const OUTDATED_MS = 60 * 60_000;
/** Nobody waits longer for a first answer. Later, the call would reserve seats that nobody asked for any more. */
const UNANSWERED_MS = 2 * 60_000;

/**
 * One cart in `localStorage`, which all tabs of an origin share and which outlives a discarded tab. Where there is no storage
 * or no space, nothing is kept: the session then works for the one page.
 */
export class CartStore<Memo> {
  constructor(
    private readonly page: PageLike,
    readonly key: string,
    private readonly isMemo: (value: unknown) => value is Memo,
  ) {}

  /** The stored cart. Null if there is none, or if another version of the page wrote it. */
  read(): StoredCart<Memo> | null {
    try {
      const stored: unknown = JSON.parse(this.#storage()?.getItem(this.key) ?? 'null');
      if (stored === null) return null;
      if (this.#isStored(stored) && isFresh(stored)) return stored;
      this.remove();
    } catch {
      // No storage, or not JSON.
    }
    return null;
  }

  write(cart: Omit<StoredCart<Memo>, 'savedAtMs'>): void {
    try {
      this.#storage()?.setItem(this.key, JSON.stringify({ ...cart, savedAtMs: Date.now() }));
    } catch {
      // An entry that cannot be renewed would name an earlier state.
      this.remove();
    }
  }

  /** Marks the entry as still in use. */
  renew(): void {
    const stored = this.read();
    if (stored) this.write(stored);
  }

  remove(): void {
    try {
      this.#storage()?.removeItem(this.key);
    } catch {
      // There is no storage.
    }
  }

  /** The storage. Some browsers throw when a page with blocked cookies reads the property. */
  #storage(): StorageLike | undefined {
    return this.page.localStorage;
  }

  #isStored(value: unknown): value is StoredCart<Memo> {
    if (typeof value !== 'object' || value === null) return false;
    const { cartId, token, releaseUrl, memo, change, left, savedAtMs } = value as Partial<StoredCart<Memo>>;
    return (
      [cartId, token, releaseUrl].every((text) => text === null || typeof text === 'string') &&
      typeof change === 'string' &&
      typeof left === 'string' &&
      typeof savedAtMs === 'number' &&
      this.isMemo(memo)
    );
  }
}

const isFresh = ({ cartId, savedAtMs }: StoredCart<unknown>): boolean =>
  Math.abs(Date.now() - savedAtMs) < (cartId === null ? UNANSWERED_MS : OUTDATED_MS);
