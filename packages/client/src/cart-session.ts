import { thisPage, watchPage, type PageLike } from './cart-page.ts';
import {
  type CartLike,
  type CartResult,
  type CartState,
  type Final,
  NO_CART,
  type PendingCartLike,
  type UnknownLike,
  type Unsettled,
} from './cart-state.ts';
import { CartStore } from './cart-store.ts';
import { follow, timer } from './follow.ts';

/** The operations that a `CartSession` calls, by whatever GraphQL client the page has. They reject when no answer comes. */
export interface CartCalls<Result, Cart> {
  /** Calls `pollCart`. Never answers from a cache. */
  readonly poll: (token: string) => Promise<Result>;
  /** Calls `keepCart`. Null if the gateway does not know the cart; rejects for a null beside `errors`. */
  readonly keep: (cartId: string) => Promise<Cart | null>;
  /** Calls `deleteCart` with this input. */
  readonly remove: (input: CartName) => Promise<unknown>;
}

/** A cart, named by its id or by a token, as input of `deleteCart`. */
export type CartName = { readonly cartId: string } | { readonly token: string };

export interface CartSessionOptions<Memo> {
  /** Whether a stored value is a memo of this version of the page: the entry may be an older one's. */
  readonly isMemo: (value: unknown) => value is Memo;
  /** The key in `localStorage`. @default stagedoor-cart */
  readonly storageKey?: string | undefined;
  /** @default the page in which the session runs; none outside of a browser */
  readonly page?: PageLike | undefined;
  /** Resolves after `ms` milliseconds, or sooner once the signal is aborted. @default a timer */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** A clock in milliseconds that nobody sets. @default performance.now */
  readonly now?: (() => number) | undefined;
}

/** Renews the lease at least so often; more often where the gateway's lease is short. */
const KEEP_EVERY_MS = 30_000;
const KEEP_EVERY_AT_LEAST_MS = 1000;
/**
 * The waits between the calls that name a cart after a page was closed. The beacon may reach the gateway after the first of
 * them, so one is not enough. All are within the gateway's grace of 10 seconds.
 */
const NAME_AFTER_MS = [0, 2000, 3000];
/** How long to wait before the next try when no answer comes, and how often. */
const DIP_MS = 2000;
const DIPS = 15;
/** How long to wait if the gateway names no time. */
const UNKNOWN_WAIT_SECONDS = 60;
/** How often a cart is read whose operation has no token here: the page was closed before the first answer. */
const READ_AGAIN_MS = 2000;

/** What names the cart at the gateway. */
interface Names {
  readonly cartId: string | null;
  readonly token: string | null;
  readonly releaseUrl: string | null;
}
const NO_NAMES: Names = { cartId: null, token: null, releaseUrl: null };

type CartOf<Result> = Extract<Result, { readonly __typename: 'Cart' }>;

/**
 * Holds a shopper's cart: follows its operations, renews its lease, gives it back when the shopper leaves, and finds it again
 * after a reload, the back button or a discarded tab. All tabs of an origin show the same cart.
 *
 * The cart's id, a token, the release address and the page's memo are in `localStorage`; no buyer and no card. The entry is
 * removed as soon as the cart has ended. Where there is no storage, everything works for the one page, but for its reload.
 *
 * The memo is what the page needs to show the cart after a reload, such as the event's id, the chosen tickets and the
 * `idempotencyKey`. It must be JSON, and must not identify anybody.
 */
export class CartSession<Result extends CartResult, Cart extends CartLike, Memo> {
  readonly #calls: CartCalls<CartResult, CartLike>;
  readonly #store: CartStore<Memo>;
  readonly #page: PageLike;
  readonly #sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: CartState<CartResult, CartLike, Memo> = NO_CART;
  #names = NO_NAMES;
  /** Aborted when what is under way no longer matters. */
  #work = new AbortController();
  /** What is followed: an operation of this page, one that was stored, or none. Its result says more than the cart. */
  #follows: 'own' | 'stored' | null = null;
  #isReading = false;
  /** The marks of the storage that this page has seen. */
  #change = '';
  #left = '';
  #keepEveryMs = KEEP_EVERY_MS;
  #renewal = new AbortController();
  #stopWatching: (() => void) | null = null;

  constructor(calls: CartCalls<Result, Cart>, options: CartSessionOptions<Memo>) {
    this.#calls = calls;
    this.#page = options.page ?? thisPage();
    this.#store = new CartStore(this.#page, options.storageKey ?? 'stagedoor-cart', options.isMemo);
    this.#sleep = options.sleep ?? timer;
    this.#now = options.now ?? (() => performance.now());
  }

  /** What is known of the cart. A new object after each change. */
  get state(): CartState<Result, CartOf<Result> | Cart, Memo> {
    // All answers are those of the calls that the constructor took.
    return this.#state as CartState<Result, CartOf<Result> | Cart, Memo>;
  }

  /** The newest token of the cart, for `placeToken` after a captcha became stale in line. Null if no operation has one. */
  get token(): string | null {
    return this.#names.token;
  }

  /** Calls `listener` after every change of the state, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Finds a stored cart, listens to the page and to other tabs, and renews the lease, until `stop`. */
  start(): void {
    if (this.#stopWatching) return;
    this.#stopWatching = watchPage(this.#page, {
      left: () => this.#sayGoodbye(),
      restored: () => this.#catchUp(),
      attended: () => void this.refresh(),
      stored: (key) => {
        if (key === null || key === this.#store.key) this.#hearOtherTab(true);
      },
    });
    this.#catchUp();
    void this.#renewLease();
  }

  /** Stops listening, following and renewing. The cart stays: it ends with its lease, unless a page names it. */
  stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#renewal.abort();
    this.#begin(null);
    // A later `start` takes the cart up from the storage, as after a reload.
    this.#change = '';
    if (this.#state.status === 'pending' && this.#names.cartId === null) this.#set(NO_CART);
  }

  /**
   * Carries out an operation of the cart and follows it to its result, through gaps of the network. Without a cart, `start`
   * is the call that creates one.
   *
   * @param start makes the call. It is made once: whether to repeat it is up to the page.
   * @param memo replaces the stored memo, before the call is made. Needed for the call that creates a cart.
   * @returns the final result. Undefined if it no longer matters: `leave` was called, or another tab has another cart.
   * @throws what `start` throws, and what `poll` throws too often in succession. A cart that was held is still held. A call
   *   that creates a cart is `unanswered` after a reload within two minutes, unless `leave` is called.
   */
  async carryOut(start: () => Promise<Result>, memo?: Memo): Promise<Final<Result> | undefined> {
    const { signal } = this.#begin('own');
    if (this.#state.status === 'ended') {
      this.#names = NO_NAMES;
      this.#set(NO_CART);
    }
    const { cart } = this.#state;
    this.#set({ status: 'pending', memo: memo ?? this.#state.memo, pending: null, result: null });
    this.#save();
    const { memo: called } = this.#state;
    try {
      const first: CartResult = await start();
      if (signal.aborted) {
        // The shopper left before the cart had a name.
        if (cart === null) this.#removeUnseen(first, called);
        return undefined;
      }
      const result = await this.#follow(first, signal);
      if (signal.aborted) return undefined;
      await this.#settle(result, signal);
      return result as Final<Result>;
    } catch (error) {
      if (signal.aborted) return undefined;
      this.#follows = null;
      // The entry stays: browsers also cancel calls because the page is being reloaded.
      if (this.#names.cartId === null) this.#set(NO_CART);
      else this.#set({ status: cart ? 'open' : 'pending', pending: null });
      throw error;
    }
  }

  /** Gives the cart back, also while it is being reserved. Does not wait: the gateway completes it. */
  leave(): void {
    const { cartId, token } = this.#names;
    if (cartId !== null) this.#remove({ cartId });
    else if (token !== null) this.#remove({ token });
    this.#forget(NO_CART);
  }

  /** Reads the cart again and renews its lease. For example when the countdown has ended. */
  async refresh(): Promise<void> {
    const { cartId } = this.#names;
    const { signal } = this.#work;
    if (cartId === null) return;
    try {
      const cart = await this.#calls.keep(cartId);
      if (!signal.aborted) this.#takeIn(cart);
    } catch {
      // The next call may be answered.
    }
  }

  /** Takes up the cart of an earlier page, and what other tabs have changed while this page was away. */
  #catchUp(): void {
    const stored = this.#store.read();
    if (stored && stored.change !== this.#change) this.#hearOtherTab();
    else void this.#nameSoon();
  }

  /** Takes up what is in the storage. `isOpen`: the tab that stored it is open, and hears the answers to its calls. */
  #hearOtherTab(isOpen = false): void {
    const stored = this.#store.read();
    if (!stored) {
      // The call was answered elsewhere, or is not to be repeated any more.
      if (this.#state.status === 'unanswered') return this.#set(NO_CART);
      // The other tab has deleted or bought the cart.
      return void (this.#follows === 'own' || this.refresh());
    }
    const { cartId, token, releaseUrl, memo, change, left } = stored;
    const isSame = cartId === this.#names.cartId;
    const hasLeft = left !== this.#left;
    const hasChanged = change !== this.#change;
    this.#left = left;
    if (isSame && hasLeft) void this.#nameSoon();
    if (isSame && (this.#follows === 'own' || !hasChanged)) return;
    this.#change = change;
    if (cartId === null) {
      if (!isOpen && this.#state.status === 'none') this.#set({ status: 'unanswered', memo });
    } else if (isSame && token === null) {
      this.#set({ memo });
      void this.refresh();
    } else {
      const { signal } = this.#begin(token === null ? null : 'stored');
      this.#names = { cartId, token, releaseUrl };
      if (!isSame) this.#set({ ...NO_CART, status: 'returning', memo });
      void this.#return(cartId, token, signal);
    }
  }

  /** Finds out what became of a stored cart, and follows its operation. */
  async #return(cartId: string, token: string | null, signal: AbortSignal): Promise<void> {
    try {
      const cart = await this.#throughDips(() => this.#calls.keep(cartId), signal);
      if (signal.aborted) return;
      void this.#nameSoon();
      if (cart === null || token === null) {
        this.#follows = null;
        return this.#takeIn(cart);
      }
      this.#hold(cart);
      const first = await this.#throughDips(() => this.#calls.poll(token), signal);
      await this.#settle(await this.#follow(first, signal), signal);
    } catch {
      // No answer for long. The shopper's next look at the page, or the next renewal of the lease, tries again.
      if (signal.aborted) return;
      this.#follows = null;
      this.#set({ pending: null });
    }
  }

  /** Polls until the result is final, also that of a purchase whose outcome is unknown. */
  async #follow(first: CartResult, signal: AbortSignal): Promise<Final<CartResult>> {
    const poll = (token: string) => this.#throughDips(() => this.#calls.poll(token), signal);
    const onPending = (pending: PendingCartLike | UnknownLike) => this.#waitFor(pending);
    for (let result = first; ;) {
      result = await follow<CartResult, CartResult>(result, poll, { signal, sleep: this.#sleep, onPending });
      if (result.__typename !== 'OutcomeUnknown') return result;
      signal.throwIfAborted();
      onPending(result);
      await this.#sleep((result.retryAfterSeconds ?? UNKNOWN_WAIT_SECONDS) * 1000, signal);
      signal.throwIfAborted();
      result = await poll(result.token);
    }
  }

  #waitFor(pending: Unsettled<CartResult>): void {
    const isFirst = this.#follows === 'own' && this.#state.pending === null;
    this.#names = { ...this.#names, token: pending.token };
    if (pending.__typename === 'Pending') {
      this.#names = { ...this.#names, cartId: pending.cart.id, releaseUrl: pending.releaseUrl };
    }
    this.#set({ status: 'pending', pending });
    // Older tokens stay valid: the first one is enough, and the tabs do not wake each other at each poll.
    if (isFirst) this.#save();
  }

  /** Takes in the result of an operation. */
  async #settle(result: Final<CartResult>, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { cartId, token } = this.#names;
    const { cart } = this.#state;
    switch (result.__typename) {
      case 'Cart':
        this.#hold(result);
        if (result.status === 'HELD') return this.#open(null);
        // Another tab has begun to buy it since, or has bought it.
        this.#forgetToken();
        return this.#takeIn(result);
      case 'CartDeleted':
      case 'PurchaseReceipt':
        return this.#forget({ ...this.#state, status: 'ended', pending: null, result });
      case 'CartGone': {
        const now = cartId === null ? null : await this.#calls.keep(cartId).catch(() => null);
        if (signal.aborted) return;
        this.#forgetToken();
        this.#set({ pending: null, result });
        return this.#takeIn(now);
      }
      default: {
        const now = 'cart' in result && isCart(result.cart) ? { ...result.cart } : cart;
        // A place in line may be kept for a new captcha: the token names it.
        const isPlaceKept = result.__typename === 'CaptchaFailed' && token !== null;
        if (now?.status === 'HELD') {
          if (now !== cart) this.#hold(now);
          return this.#open(result);
        }
        if (isPlaceKept) {
          this.#follows = null;
          return this.#set({ status: 'open', pending: null, result });
        }
        return this.#forget({ ...this.#state, status: 'ended', pending: null, result });
      }
    }
  }

  #open(result: Final<CartResult> | null): void {
    // An answer to `keep` that is still on its way may be older than this one.
    this.#begin(null);
    this.#forgetToken();
    this.#set({ status: 'open', pending: null, result });
    this.#save();
  }

  /** The operation has its result: there is nothing to follow. */
  #forgetToken(): void {
    this.#follows = null;
    this.#names = { ...this.#names, token: null };
  }

  /** Takes in the state of the cart. While an operation is followed, its result is still to come. */
  #takeIn(cart: CartLike | null): void {
    switch (cart?.status) {
      case 'HELD':
        this.#hold(cart);
        if (this.#follows === null) this.#set({ status: 'open', pending: null });
        return;
      case 'PENDING':
      case 'PURCHASING':
        this.#hold(cart);
        if (this.#follows === null) this.#goOn(cart.id);
        return;
      default:
        if (this.#follows !== null) return;
        return this.#forget({ ...this.#state, status: 'ended', cart: cart ?? null, pending: null });
    }
  }

  /** Follows an operation that is under way and that nothing here follows. */
  #goOn(cartId: string): void {
    // A place that is kept for a new captcha waits for the shopper.
    if (this.#state.result?.__typename === 'CaptchaFailed') return;
    const { token } = this.#names;
    // Without a token, the page was closed before the first answer; with one, polls failed for long.
    if (token === null) void this.#readUntilKnown();
    else void this.#return(cartId, token, this.#begin('stored').signal);
  }

  /** Reads the cart until its operation has ended, of which no token is known here. */
  async #readUntilKnown(): Promise<void> {
    if (this.#isReading) return;
    const { signal } = this.#work;
    this.#isReading = true;
    this.#set({ status: 'pending', pending: null });
    while (!signal.aborted && this.#follows === null && this.#state.status === 'pending') {
      await this.#sleep(READ_AGAIN_MS, signal);
      if (!signal.aborted) await this.refresh();
    }
    this.#isReading = false;
  }

  /** Names the cart several times: a page was closed, and its beacon is under way. */
  async #nameSoon(): Promise<void> {
    const { cartId } = this.#names;
    for (const afterMs of NAME_AFTER_MS) {
      if (afterMs > 0) await this.#sleep(afterMs);
      if (this.#stopWatching === null || cartId === null || this.#names.cartId !== cartId) return;
      await this.refresh();
    }
  }

  async #renewLease(): Promise<void> {
    this.#renewal.abort();
    const { signal } = (this.#renewal = new AbortController());
    while (!signal.aborted) {
      await this.#sleep(this.#keepEveryMs, signal);
      if (signal.aborted || this.#names.cartId === null) continue;
      this.#store.renew();
      // A poll renews the lease, too.
      if (this.#state.pending === null) await this.refresh();
    }
  }

  /** Calls until there is an answer, or there was none too often. */
  async #throughDips<Answer>(call: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
    for (let dip = 1; ; dip++) {
      try {
        return await call();
      } catch (error) {
        if (dip === DIPS || signal.aborted) throw error;
        await this.#sleep(DIP_MS, signal);
        signal.throwIfAborted();
      }
    }
  }

  /** Takes in a cart that the gateway has just sent. */
  #hold(cart: CartLike): void {
    this.#names = { ...this.#names, cartId: cart.id, releaseUrl: cart.releaseUrl };
    const { holdSeconds } = cart;
    this.#set({ cart, holdEndsAtMs: holdSeconds === null ? null : this.#now() + holdSeconds * 1000 });
    const keepEveryMs = Math.max(Math.min(leaseMsOf(cart) / 4, KEEP_EVERY_MS), KEEP_EVERY_AT_LEAST_MS);
    if (keepEveryMs === this.#keepEveryMs) return;
    this.#keepEveryMs = keepEveryMs;
    if (this.#stopWatching) void this.#renewLease();
  }

  /** The page is closed, for now or for ever. */
  #sayGoodbye(): void {
    const { cartId, releaseUrl } = this.#names;
    if (cartId === null || releaseUrl === null) return;
    this.#page.navigator?.sendBeacon?.(releaseUrl);
    // After the beacon: other tabs answer this with calls that keep the cart.
    const stored = this.#store.read();
    if (stored?.cartId === cartId) this.#store.write({ ...stored, left: newMark() });
  }

  /** Deletes a cart that was reserved after the shopper had left. `called` is the memo of the call. */
  #removeUnseen(result: CartResult, called: Memo | null): void {
    const { __typename } = result;
    const cartId = __typename === 'Pending' ? result.cart.id : __typename === 'Cart' ? result.id : null;
    if (cartId !== null && !this.#isWanted(cartId, called)) this.#remove({ cartId });
  }

  /** Whether a page has the cart: another tab repeated its call, or the session was stopped, and the call can be repeated. */
  #isWanted(cartId: string, called: Memo | null): boolean {
    const stored = this.#store.read();
    if (cartId === this.#names.cartId || cartId === stored?.cartId) return true;
    return stored?.cartId === null && JSON.stringify(stored.memo) === JSON.stringify(called);
  }

  #remove(input: CartName): void {
    this.#calls.remove(input).catch(() => {
      // The cart ends with its lease.
    });
  }

  /** Ends what is under way, and begins something else. */
  #begin(follows: 'own' | 'stored' | null): AbortController {
    this.#work.abort(new Error('This no longer matters.'));
    this.#follows = follows;
    return (this.#work = new AbortController());
  }

  #forget(state: CartState<CartResult, CartLike, Memo>): void {
    this.#begin(null);
    const { cartId } = this.#names;
    const storedId = this.#store.read()?.cartId ?? null;
    this.#names = NO_NAMES;
    // Another tab may have another cart by now.
    if (storedId === cartId || storedId === null) this.#store.remove();
    this.#set(state);
  }

  #save(): void {
    const { memo } = this.#state;
    if (memo === null) return;
    this.#change = newMark();
    this.#store.write({ ...this.#names, memo, change: this.#change, left: this.#left });
  }

  #set(change: Partial<CartState<CartResult, CartLike, Memo>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The length of the gateway's lease, by the gateway's clock alone. Infinity if it cannot be known. */
function leaseMsOf({ leaseExpiresAt, holdExpiresAt, holdSeconds }: CartLike): number {
  if (leaseExpiresAt === null || holdExpiresAt === null || holdSeconds === null) return Infinity;
  return Date.parse(leaseExpiresAt) - (Date.parse(holdExpiresAt) - holdSeconds * 1000);
}

/** Whether a failure's cart has the selected fields of a cart. */
const isCart = (cart: unknown): cart is CartLike =>
  typeof cart === 'object' && cart !== null && 'id' in cart && 'status' in cart && 'releaseUrl' in cart;

const newMark = (): string => Math.random().toString(36).slice(2);
