import { setTimeout as pause } from 'node:timers/promises';

import type { CartAnswer, DeleteAnswer, Polling, PurchaseAnswer } from '../partner-api/cart';
import type { CartReference, PaymentRequest, ReserveRequest } from '../partner-api/endpoints';
import { UpstreamError, UpstreamNonsense, UpstreamNotFound, UpstreamRefused } from '../partner-api/errors';
import type { PartnerApi } from '../partner-api/partner-api';
import { failureOf } from './failure-of';
import type { Ledger } from './ledger';
import type { Happening } from './lifecycle';
import type { Call, CartRecord } from './record';

/** Upstream's code for a cart that it does not know, or no longer. */
const INVALID_OR_STALE_CART = 90003;

/** How often an answer of upstream is tried to be written down, and the pause between. */
const RECORD_TRIES = 5;
const RECORD_PAUSE_MS = 200;

/**
 * The calls to upstream that a cart can be in. Each is written down before it is made and again when its answer is
 * there, and only whoever has the cart to himself (`Ledger.withCart`) may make one.
 */
export class UpstreamCalls {
  constructor(
    private readonly api: PartnerApi,
    private readonly ledger: Ledger,
  ) {}

  /** Opens a cart session with a solved captcha. */
  async openCart(id: string, captchaToken: string): Promise<void> {
    await this.#call(id, { call: 'openCart' }, async ({ caller }) => ({
      kind: 'sessionOpened',
      upstreamCartId: await this.api.openCart(captchaToken, caller),
    }));
  }

  /** Reserves seats. Made once in the life of a cart, and never by anyone but the request that asked for them. */
  async reserve(id: string, request: ReserveRequest): Promise<void> {
    await this.#call(id, { call: 'reserve' }, async (record) => {
      const { upstreamCartId, currency, caller } = record;
      const answer = await this.api.reserve(request, upstreamCartId ?? undefined, currency, caller);
      return cartAnswered(answer, 'reserve', record);
    });
  }

  /** Chooses a way of delivery. Whether the call was begun: not while the cart is in no state for it. */
  async setShipping(id: string, shippingOptionId: string): Promise<boolean> {
    return this.#call(id, { call: 'shipping', shippingOptionId }, async (record) => {
      const { currency, caller } = record;
      const answer = await this.api.setShipping(referenceOf(record), shippingOptionId, currency, caller);
      return cartAnswered(answer, 'shipping', record);
    });
  }

  /**
   * Says how the cart is paid. Whether the call was begun. What it is given passes through to upstream: neither the
   * buyer nor the card is written down.
   */
  async setPayment(id: string, payment: Omit<PaymentRequest, 'amount'>): Promise<boolean> {
    return this.#call(id, { call: 'payment' }, async (record) => {
      const { currency, caller, contents } = record;
      const due = contents?.totals?.grand?.amount ?? contents?.totals?.unpaid?.amount ?? '0.00';
      const request = { ...payment, amount: due };
      const answer = await this.api.setPayment(referenceOf(record), request, currency, caller);
      return cartAnswered(answer, 'payment', record);
    });
  }

  /** Buys the cart, once and never again. Whether the call was begun. */
  async purchase(id: string, reference: string): Promise<boolean> {
    return this.#call(id, { call: 'purchase', reference }, async (record) => {
      const { currency, caller } = record;
      const answer = await this.api.purchase(referenceOf(record), reference, currency, caller);
      return purchaseAnswered(answer, 'purchase', record);
    });
  }

  /** Looks the orders through for the purchase whose answer was lost. */
  async lookUp(id: string): Promise<void> {
    await this.#call(id, { call: 'lookUp' }, async ({ reference, caller, contents }) => {
      if (reference === null || !(await this.api.hasOrderOf(reference, caller))) return { kind: 'notFound' };
      const receipt = {
        orderToken: null,
        orderNumber: null,
        redemptionUrl: null,
        appUrl: null,
        grandTotal: contents?.totals?.grand ?? null,
      };
      return { kind: 'purchased', receipt };
    });
  }

  /** Asks what has become of what upstream told us to poll. */
  async poll(id: string): Promise<void> {
    await this.#call(id, { call: 'poll' }, async (record) => {
      const { poll, currency, caller } = record;
      if (!poll) throw new Error('There is nothing to poll.');
      switch (poll.for) {
        case 'reserve':
        case 'shipping':
        case 'payment':
          return cartAnswered(await this.api.pollCart(poll.url, currency, caller), 'poll', record);
        case 'purchase':
          return purchaseAnswered(await this.api.pollPurchase(poll.url, currency, caller), 'poll', record);
        case 'delete':
          return deleteAnswered(await this.api.pollDelete(poll.url, caller), 'poll', record);
      }
    });
  }

  /** Gives the seats back. May be repeated. */
  async delete(id: string): Promise<void> {
    await this.#call(id, { call: 'delete' }, async (record) => {
      const { cartId } = referenceOf(record);
      return deleteAnswered(await this.api.deleteCart(cartId, record.caller), 'delete', record);
    });
  }

  async #call(
    id: string,
    begun: DistributiveOmit<Extract<Happening, { kind: 'calling' }>, 'kind'>,
    make: (record: CartRecord) => Promise<Happening>,
  ): Promise<boolean> {
    const { call } = begun;
    const record = await this.ledger.apply(id, { kind: 'calling', ...begun });
    // Given up in the meantime, or busy: the call was not written down, and is not made.
    if (record?.calling?.call !== call) return false;
    let happening: Happening;
    try {
      happening = await make(record);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      happening = { kind: 'callFailed', call, failure: failureOf(error, record), answer: meaningOf(error) };
    }
    await this.#record(record, happening);
    return true;
  }

  /**
   * Writes down what came of a call. Where the ledger fails, it is tried again for a moment; then, rather than hold seats
   * that no record tells of, they are given back at once.
   */
  async #record(record: CartRecord, happening: Happening): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.ledger.apply(record.id, happening);
        return;
      } catch (error) {
        if (tries < RECORD_TRIES) {
          await pause(RECORD_PAUSE_MS);
          continue;
        }
        const { upstreamCartId } = { ...record, ...idIn(happening) };
        if (upstreamCartId !== null) await this.api.deleteCart(upstreamCartId, record.caller).catch(() => {});
        throw error;
      }
    }
  }
}

/** Upstream's id of the cart, where a happening tells it. */
const idIn = (happening: Happening): Partial<Pick<CartRecord, 'upstreamCartId'>> =>
  happening.kind === 'seatsHeld' || happening.kind === 'sessionOpened'
    ? { upstreamCartId: happening.upstreamCartId }
    : happening.kind === 'polling' && happening.polling.cartId !== null
      ? { upstreamCartId: happening.polling.cartId }
      : {};

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;

/** Where a cart is upstream. Throws where no id of it is known. */
function referenceOf({ eventId, upstreamCartId }: CartRecord): CartReference {
  if (upstreamCartId === null) throw new Error('There is no such cart upstream.');
  return { eventId, cartId: upstreamCartId };
}

function cartAnswered(answer: CartAnswer, call: Call, record: CartRecord): Happening {
  if (answer.kind === 'polling') return pollingAnswered(answer, call, record);
  const upstreamCartId = answer.cartId ?? record.upstreamCartId;
  if (upstreamCartId === null) throw new UpstreamNonsense('seats without the id of their cart');
  return { kind: 'seatsHeld', call, upstreamCartId, cart: answer.cart };
}

const purchaseAnswered = (answer: PurchaseAnswer, call: Call, record: CartRecord): Happening =>
  answer.kind === 'polling' ? pollingAnswered(answer, call, record) : answer;

const deleteAnswered = (answer: DeleteAnswer, call: Call, record: CartRecord): Happening =>
  answer.kind === 'polling' ? pollingAnswered(answer, call, record) : answer;

/** An address that may not be followed leaves the outcome unknown, but perhaps with the id of the cart to give back. */
function pollingAnswered(polling: Polling, call: Call, record: CartRecord): Happening {
  const { url } = polling;
  if (url !== null) return { kind: 'polling', call, polling: { ...polling, url } };
  return {
    kind: 'callFailed',
    call,
    failure: failureOf(new UpstreamNonsense('a polling address outside the API'), record),
    answer: 'unknown',
    ...(polling.cartId !== null && { upstreamCartId: polling.cartId }),
  };
}

function meaningOf(error: UpstreamError): 'no' | 'gone' | 'notSent' | 'unknown' {
  if (error instanceof UpstreamRefused) {
    return error.upstreamCode === INVALID_OR_STALE_CART ? 'gone' : 'no';
  }
  if (error instanceof UpstreamNotFound) return 'no';
  return error.mayHaveActed ? 'unknown' : 'notSent';
}
