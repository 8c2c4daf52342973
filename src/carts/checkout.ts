import { randomUUID } from 'node:crypto';

import type { Clock } from '../clock';
import type { PaymentCertificate, ShippingOption } from '../partner-api/cart';
import type { PaymentRequest } from '../partner-api/endpoints';
import type { PartnerApi } from '../partner-api/partner-api';
import { type Failure, cartBusy, cartGone, invalidInput, totalChanged, unknownCart } from './failures';
import type { Ledger } from './ledger';
import { type Asker, type Desk, badWait } from './desk';
import type { Progress } from './progress';
import type { CartRecord, Operation } from './record';
import { isCartId } from './token';
import type { UpstreamCalls } from './upstream-calls';

/** What a cart still lacks before it may be bought. */
export type CartStep = 'SHIPPING' | 'PAYMENT';

/** How long a mutation waits for another one on the same cart to come to its end upstream. */
const BUSY_WAIT_MS = 25_000;

/** "Good for 24 hours." */
const CERTIFICATE_LIFE_MS = 24 * 60 * 60_000;
const CERTIFICATE_MARGIN_MS = 60 * 60_000;

export interface CheckoutSettings {
  /** Whether upstream has a way of delivery set for this partner, so that carts choose none. */
  readonly shippingPreconfigured: boolean;
}

/**
 * The way from a held cart to a bought one. As at the desk, failures are answers, and everything is written down before
 * it is done. **A purchase is sent once in the life of a cart**, whatever clients, processes and connections do.
 */
export class Checkout {
  #certificate: { readonly certificate: PaymentCertificate; readonly goodUntilMs: number } | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly ledger: Ledger,
    private readonly calls: UpstreamCalls,
    private readonly api: PartnerApi,
    private readonly settings: CheckoutSettings,
    private readonly clock: Clock,
  ) {}

  /** Chooses a way of delivery. */
  async setShipping(
    cartId: string,
    shippingOptionId: string,
    asker: Asker,
    waitUpToSeconds: number,
  ): Promise<Progress> {
    return this.#perform(cartId, 'SHIPPING', asker, waitUpToSeconds, () =>
      this.calls.setShipping(cartId, shippingOptionId),
    );
  }

  /** Says how the cart is paid. Neither the buyer nor the card is kept. */
  async setPayment(cartId: string, payment: Omit<PaymentRequest, 'amount'>, asker: Asker): Promise<Progress> {
    return this.#perform(cartId, 'PAYMENT', asker, 0, () => this.calls.setPayment(cartId, payment));
  }

  /**
   * Buys the cart at the total that the shopper saw. Called again, at once or later, it answers with what has become of
   * the one purchase; only where upstream refused that is it tried anew.
   *
   * @param expectedTotal decimal text.
   * @param sourceAccountId the client's reference for the order; where it gives none, one is made up.
   */
  async purchase(
    cartId: string,
    expectedTotal: string,
    sourceAccountId: string | undefined,
    asker: Asker,
    waitUpToSeconds: number,
  ): Promise<Progress> {
    const reference = sourceAccountId ?? randomUUID();
    return this.#perform(cartId, 'PURCHASE', asker, waitUpToSeconds, async (record) => {
      const missing = this.remainingSteps(record);
      if (missing.length > 0) {
        const message = `The cart still needs ${missing.join(' and ').toLowerCase()}.`;
        return invalidInput([{ path: 'cartId', message, code: 'BAD_FIELD' }]);
      }
      if (!isSameAmount(record.contents?.totals?.grand?.amount, expectedTotal)) return totalChanged(cartId);
      return this.calls.purchase(cartId, reference);
    });
  }

  /** What the cart still lacks; empty: it may be bought. */
  remainingSteps(record: CartRecord): CartStep[] {
    if (record.state !== 'HELD') return [];
    const { payments = [], totals = null } = record.contents ?? {};
    const isPaid = payments.length > 0 || isSameAmount(totals?.unpaid?.amount, '0');
    return [
      ...(this.settings.shippingPreconfigured || record.shippingOptionId !== null
        ? []
        : ['SHIPPING' as const]),
      ...(isPaid ? [] : ['PAYMENT' as const]),
    ];
  }

  /**
   * The ways of delivery, asked of upstream when the cart is free. Null: there is nothing to choose, or no cart held.
   * Throws UpstreamError.
   */
  async shippingOptions(record: CartRecord): Promise<readonly ShippingOption[] | null> {
    const { upstreamCartId, state, eventId, currency, caller } = record;
    if (this.settings.shippingPreconfigured || upstreamCartId === null || state !== 'HELD') return null;
    await this.#untilFree(record.id);
    return this.ledger.withCart(record.id, () =>
      this.api.shippingOptions({ eventId, cartId: upstreamCartId }, currency, caller),
    );
  }

  /**
   * The certificate under which the page encrypts a card, and until when it is good. One is kept for its 24 hours, but
   * not handed out in its last. Null: no cart held. Throws UpstreamError.
   */
  async certificate(
    cartId: string,
  ): Promise<{ certificate: PaymentCertificate; goodUntilMs: number } | null> {
    const record = await this.desk.keep(cartId);
    if (!record || record.upstreamCartId === null || record.state !== 'HELD') return null;
    const { upstreamCartId, eventId, caller } = record;
    if (!this.#certificate || this.clock.now() > this.#certificate.goodUntilMs - CERTIFICATE_MARGIN_MS) {
      await this.#untilFree(cartId);
      const askedAtMs = this.clock.now();
      const certificate = await this.ledger.withCart(cartId, () =>
        this.api.certificate({ eventId, cartId: upstreamCartId }, caller),
      );
      this.#certificate = { certificate, goodUntilMs: askedAtMs + CERTIFICATE_LIFE_MS };
    }
    return this.#certificate;
  }

  /**
   * Makes one call for a cart, after those before it have come to their ends, and answers with what is known of it.
   *
   * @param make makes the call, or says why not. Whether the call was begun.
   */
  async #perform(
    cartId: string,
    kind: Operation['kind'],
    { requestId, signal }: Asker,
    waitUpToSeconds: number,
    make: (record: CartRecord) => Promise<boolean | Failure>,
  ): Promise<Progress> {
    const progress = (operation: number) => this.desk.progress(cartId, operation, waitUpToSeconds, signal);
    const waitProblem = badWait(waitUpToSeconds);
    if (waitProblem) return failed(waitProblem);
    if (!isCartId(cartId)) return failed(unknownCart());
    await this.ledger.apply(cartId, { kind: 'leaseRenewed' });
    const untilMs = this.clock.now() + BUSY_WAIT_MS;
    for (;;) {
      await this.#untilFree(cartId, untilMs);
      const done = await this.ledger.withCart(cartId, async (): Promise<Progress | number | null> => {
        const record = await this.ledger.read(cartId);
        if (!record) return failed(unknownCart());
        const standing = standingPurchase(record);
        if (standing !== -1 && kind === 'PURCHASE') return standing;
        const over = whyOver(record);
        if (over) return failed(over);
        if (!isFree(record, this.clock.now())) return null;
        const made = await make(record);
        if (typeof made !== 'boolean') return failed(made);
        return made ? record.operations.length : failed(cartBusy(requestId));
      });
      if (typeof done === 'number') return progress(done);
      if (done) return done;
      // Somebody else was faster, and upstream has not done with him.
      const isOver = this.clock.now() >= untilMs || signal.aborted || this.ledger.waitingEnded;
      if (isOver) return failed(cartBusy(requestId));
    }
  }

  /** Waits until nothing polls upstream for the cart. */
  async #untilFree(cartId: string, untilMs = this.clock.now() + BUSY_WAIT_MS): Promise<void> {
    const isFreeNow = (record: CartRecord) => isFree(record, this.clock.now());
    for (;;) {
      const record = await this.ledger.read(cartId);
      const leftMs = untilMs - this.clock.now();
      if (!record || isFreeNow(record) || leftMs <= 0) return;
      const pauseMs = Math.max(record.retry.notBeforeMs - this.clock.now(), 0);
      await this.ledger.settled(cartId, isFreeNow, pauseMs > 0 ? Math.min(leftMs, pauseMs) : leftMs);
      if (this.ledger.waitingEnded) return;
    }
  }
}

/**
 * Whether nothing is under way upstream for a cart that is held. A call that is marked as under way, seen by who has the
 * cart to himself, was interrupted: the driver settles it in its time, and until then nothing else is begun.
 */
const isFree = ({ state, calling, poll, retry }: CartRecord, nowMs: number): boolean =>
  state !== 'HELD' || (calling === null && poll === null && retry.notBeforeMs <= nowMs);

const failed = (failure: Failure): Progress => ({ kind: 'failed', failure });

/** The number of the purchase that stands: done, under way, or unconfirmed. One that upstream refused does not. */
const standingPurchase = ({ operations }: CartRecord): number =>
  operations.findLastIndex(
    ({ kind, outcome }) => kind === 'PURCHASE' && (outcome === null || outcome === 'done'),
  );

/** Why nothing more can be done with a cart; null while it is held. */
function whyOver({ state, requestId, endedAtMs, releasingSinceMs }: CartRecord): Failure | null {
  switch (state) {
    case 'HELD':
      return null;
    case 'RESERVING':
    case 'PURCHASING':
    case 'UNCONFIRMED':
      return cartBusy(requestId);
    case 'PURCHASED':
      return cartGone('CART_PURCHASED', endedAtMs);
    case 'RELEASING':
    case 'DELETED':
      return cartGone('CART_RELEASED', endedAtMs ?? releasingSinceMs);
    case 'EXPIRED':
      return cartGone('CART_EXPIRED', endedAtMs);
  }
}

/** Whether two decimal texts are the same amount: "25" and "25.00" are. */
function isSameAmount(one: string | undefined, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return one !== undefined && plain(one) === plain(other);
}
