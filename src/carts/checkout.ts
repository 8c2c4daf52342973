import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import { UpstreamError, UpstreamTimeout } from '../partner-api/errors';
import type { CartReference, ShippingOption } from '../partner-api/model/cart';
import type { PaymentRequest } from '../partner-api/model/payment';
import type { CartCallOptions, PartnerApi } from '../partner-api/partner-api';
import type { Lock } from '../storage/store';
import { Certificates, type DatedCertificate } from './certificates';
import {
  type CartStep,
  checkSourceAccountId,
  currentPurchase,
  freeAtMs,
  isSameAmount,
  remainingSteps,
  whyNotHeld,
} from './checkout-rules';
import type { Requester } from './desk';
import { type Failure, cartBusy, invalidInput, totalChanged, unknownCart } from './failures';
import type { Ledger } from './ledger';
import type { CartRecord, HeldCart, Operation } from './lifecycle/record';
import { newPurchaseReference } from './lost-purchase/reference';
import { type OperationProgress, checkWait } from './operation-progress';
import type { Progress } from './progress';
import { isCartId } from './token';
import { toCartFailure } from './upstream/to-cart-failure';
import type { UpstreamCalls } from './upstream/upstream-calls';
import type { CartWaiting } from './waiting';

/** The ways of delivery that are remembered: of so many carts, for as long as seats are mostly held. */
const MOST_CARTS = 10_000;
const OPTIONS_KEPT_MS = 10 * 60_000;

/** How long a mutation waits for another one on the same cart to end upstream. */
const BUSY_WAIT_MS = 25_000;

/** What checkout works with. */
export interface CheckoutParts {
  readonly ledger: Pick<Ledger, 'apply'>;
  readonly calls: Pick<UpstreamCalls, 'setShipping' | 'setPayment' | 'purchase'>;
  readonly api: Pick<PartnerApi, 'shippingOptions' | 'certificate'>;
  readonly waiting: CartWaiting;
  readonly progress: OperationProgress;
  /** Whether upstream has a way of delivery set for this partner, so that carts choose none. */
  readonly shippingPreconfigured: boolean;
  readonly clock: Clock;
}

/**
 * Takes a held cart through delivery and payment to its purchase. As in `Desk`, failures are returned, and each step is
 * recorded before it is taken. **A cart is bought at most once**, whatever clients, processes and connections do.
 */
export class Checkout {
  readonly #certificates: Certificates;
  /** The ways of delivery of carts, so that a page that is drawn again costs no call. */
  readonly #shippingOptions: LRUCache<string, readonly ShippingOption[]>;

  constructor(private readonly parts: CheckoutParts) {
    this.#certificates = new Certificates(parts.clock);
    this.#shippingOptions = new LRUCache({
      max: MOST_CARTS,
      ttl: OPTIONS_KEPT_MS,
      perf: parts.clock,
      ttlResolution: 0,
    });
  }

  /** Chooses a way of delivery. */
  async setShipping(
    cartId: string,
    shippingOptionId: string,
    requester: Requester,
    waitUpToSeconds: number,
  ): Promise<Progress> {
    return this.#perform(cartId, 'SHIPPING', requester, waitUpToSeconds, (_, lock) =>
      this.parts.calls.setShipping(lock, shippingOptionId),
    );
  }

  /** Sets how the cart is paid. Neither the buyer nor the card is kept. */
  async setPayment(
    cartId: string,
    payment: Omit<PaymentRequest, 'amount'>,
    requester: Requester,
  ): Promise<Progress> {
    return this.#perform(cartId, 'PAYMENT', requester, 0, (_, lock) =>
      this.parts.calls.setPayment(lock, payment),
    );
  }

  /**
   * Buys the cart at the total that the shopper saw. Called again, at once or later, it returns the progress of the one
   * purchase. The purchase is sent again only if upstream refused it.
   *
   * @param expectedTotal decimal text.
   * @param sourceAccountId the client's name for the shopper's account; the gateway appends a part of its own.
   */
  async purchase(
    cartId: string,
    expectedTotal: string,
    sourceAccountId: string | undefined,
    requester: Requester,
    waitUpToSeconds: number,
  ): Promise<Progress> {
    const problem = checkSourceAccountId(sourceAccountId);
    if (problem) return failed(problem);
    const reference = newPurchaseReference(sourceAccountId);
    return this.#perform(cartId, 'PURCHASE', requester, waitUpToSeconds, async (record, lock) => {
      const missing = this.remainingSteps(record);
      if (missing.length > 0) {
        const message = `The cart still needs ${missing.join(' and ').toLowerCase()}.`;
        return invalidInput([{ path: 'cartId', message, code: 'BAD_FIELD' }]);
      }
      if (!isSameAmount(record.contents?.totals?.grand?.amount, expectedTotal)) return totalChanged(cartId);
      return this.parts.calls.purchase(lock, reference);
    });
  }

  /** What the cart still lacks. Empty: it may be bought, or is not held. */
  remainingSteps(record: CartRecord): CartStep[] {
    return remainingSteps(record, this.parts.shippingPreconfigured);
  }

  /** The ways of delivery. Null: there is nothing to choose, or no cart held. Throws UpstreamError. */
  async shippingOptions(record: CartRecord): Promise<readonly ShippingOption[] | null> {
    if (this.parts.shippingPreconfigured || record.state !== 'HELD') return null;
    const known = this.#shippingOptions.get(record.id);
    if (known) return known;
    const options = await this.#read(record.id, (cart, { currency, caller }, options) =>
      this.parts.api.shippingOptions(cart, currency, caller, options),
    );
    if (options) this.#shippingOptions.set(record.id, options);
    return options;
  }

  /** The certificate under which the page encrypts a card. Null: no cart held. Throws UpstreamError. */
  async certificate(cartId: string): Promise<DatedCertificate | null> {
    const { ledger, api } = this.parts;
    const record = isCartId(cartId) ? await ledger.apply(cartId, { kind: 'leaseRenewed' }) : undefined;
    if (record?.state !== 'HELD') return null;
    return this.#certificates.get(() =>
      this.#read(cartId, (cart, { caller }, options) => api.certificate(cart, caller, options)),
    );
  }

  /**
   * Makes one call for a cart, after those before it have ended, and returns its progress.
   *
   * @param make makes the call. Returns whether it was begun, or the failure that prevents it.
   */
  async #perform(
    cartId: string,
    kind: Operation['kind'],
    { requestId, signal }: Requester,
    waitUpToSeconds: number,
    make: (record: HeldCart, lock: Lock) => Promise<boolean | Failure>,
  ): Promise<Progress> {
    const { ledger, waiting, progress, clock } = this.parts;
    const problem = checkWait(waitUpToSeconds);
    if (problem) return failed(problem);
    if (!isCartId(cartId)) return failed(unknownCart());
    await ledger.apply(cartId, { kind: 'leaseRenewed' });
    const patience = { untilMs: clock.now() + BUSY_WAIT_MS, signal };
    const begun = await waiting.whenFree(cartId, freeAtMs, patience, async (record, lock) => {
      if (!record) return unknownCart();
      const current = currentPurchase(record);
      if (current !== -1 && kind === 'PURCHASE') return current;
      if (record.state !== 'HELD') return whyNotHeld(record);
      const made = await make(record, lock).catch((error: unknown) => {
        // No turn came in time: nothing was begun.
        if (error instanceof UpstreamError) return toCartFailure(error, record);
        throw error;
      });
      if (typeof made !== 'boolean') return made;
      return made ? record.operations.length : null;
    });
    return typeof begun === 'number'
      ? progress.of(cartId, begun, waitUpToSeconds, signal)
      : failed(begun ?? cartBusy(requestId));
  }

  /** Reads from upstream for a held cart while no other call for it is under way. */
  async #read<Result>(
    cartId: string,
    read: (cart: CartReference, record: HeldCart, options: CartCallOptions) => Promise<Result>,
  ): Promise<Result | null> {
    const patience = { untilMs: this.parts.clock.now() + BUSY_WAIT_MS };
    const found = await this.parts.waiting.whenFree(cartId, freeAtMs, patience, async (record, lock) => {
      if (record?.state !== 'HELD') return { result: null };
      const cart = { eventId: record.eventId, cartId: record.upstreamCartId };
      return { result: await read(cart, record, { mayStillSend: lock.isHeld }) };
    });
    if (!found) throw new UpstreamTimeout(false);
    return found.result;
  }
}

const failed = (failure: Failure): Progress => ({ kind: 'failed', failure });
