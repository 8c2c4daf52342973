import { type Clock, sleep } from '../../clock';
import {
  UpstreamDown,
  UpstreamError,
  UpstreamOverRate,
  UpstreamReservationsFull,
  UpstreamThrottled,
} from '../../partner-api/errors';
import type { CartReference } from '../../partner-api/model/cart';
import type { PaymentRequest } from '../../partner-api/model/payment';
import type { CartCallOptions, PartnerApi, TakenTurn } from '../../partner-api/partner-api';
import type { CallClass } from '../../partner-api/quota/call-class';
import { Stop } from '../../stop';
import { LockLost } from '../../storage/errors';
import type { Lock } from '../../storage/store';
import type { Failure } from '../failures';
import type { Ledger } from '../ledger';
import type { CallAnswered, CallBegun, CallFailed, CartEvent } from '../lifecycle/cart-event';
import type { Call, CartRecord, PurchaseReference } from '../lifecycle/record';
import { findReceipt } from '../lost-purchase/find-order';
import { toCartFailure } from './to-cart-failure';
import { cartAnswered, endAnswered, meaningOf } from './upstream-answers';

/** How often the gateway tries to write upstream's answer to the ledger, and the pause between tries. */
const RECORD_TRIES = 5;
const RECORD_PAUSE_MS = 200;

/** How long a client waits for the turn of its call. */
const CLIENT_WAITS_MS = 20_000;

/** How a call takes its turn: what frees or finishes goes first, and waits as long as it takes. */
const TURNS: Readonly<Record<Call, { readonly callClass: CallClass; readonly withinMs: number }>> = {
  openCart: { callClass: 'reserve', withinMs: Infinity },
  reserve: { callClass: 'reserve', withinMs: Infinity },
  shipping: { callClass: 'checkout', withinMs: CLIENT_WAITS_MS },
  payment: { callClass: 'checkout', withinMs: CLIENT_WAITS_MS },
  purchase: { callClass: 'finish', withinMs: CLIENT_WAITS_MS },
  poll: { callClass: 'finish', withinMs: Infinity },
  delete: { callClass: 'finish', withinMs: Infinity },
  lookUp: { callClass: 'finish', withinMs: Infinity },
};

/** On what terms a call for a cart is sent: in its turn, by the holder of the cart's lock. */
type CallTerms = CartCallOptions & { readonly turn: TakenTurn };

/**
 * The calls to upstream for a cart. Each first takes its turn in the budget, and is written to the ledger before it is
 * made and again when it is answered. Only the holder of the cart's lock (`Ledger.withCart`) may make one: every method
 * takes that lock. A holder that has lost it without knowing, since it was paused, neither writes nor sends.
 */
export class UpstreamCalls {
  /** Aborted at the end of the process. */
  readonly #stop = new Stop();

  /** @param toWallTime the time of day of a time in a record, in milliseconds since the epoch. */
  constructor(
    private readonly api: PartnerApi,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly toWallTime: (steadyMs: number) => number,
  ) {}

  /**
   * From now on no call waits for its turn: the process ends. What has no turn yet is left to the next one.
   */
  stopWaiting(): void {
    this.#stop.abort();
  }

  /**
   * Opens a cart session with a solved captcha. Its turn was taken already.
   *
   * @throws UpstreamThrottled, UpstreamDown (by way of the promise): the captcha was not used.
   */
  async openCart(lock: Lock, captchaToken: string, taken: TakenTurn): Promise<void> {
    await this.#call(
      lock,
      { call: 'openCart' },
      async ({ caller }, options) => ({
        kind: 'sessionOpened',
        upstreamCartId: await this.api.openCart(captchaToken, caller, options),
      }),
      taken,
    );
  }

  /**
   * Reserves the seats that the cart stands in line for. Its turn was taken already.
   *
   * @throws UpstreamThrottled, UpstreamReservationsFull, UpstreamDown (by way of the promise): nothing was carried out, and the
   *   cart stands in line as before.
   */
  async reserve(lock: Lock, taken: TakenTurn): Promise<void> {
    await this.#call(
      lock,
      { call: 'reserve' },
      async (record, options) => {
        const { upstreamCartId, currency, caller } = record;
        const place = record.state === 'RESERVING' ? record.place : null;
        if (!place) throw new Error('There is nothing to reserve.');
        const answer = await this.api.reserve(
          place.request,
          { cartId: upstreamCartId ?? undefined, captchaToken: place.captchaToken ?? undefined },
          currency,
          caller,
          options,
        );
        return cartAnswered(answer, 'reserve', record);
      },
      taken,
    );
  }

  /** Ends a cart that stands in line without asking upstream. */
  async refuse(lock: Lock, failure: Failure): Promise<void> {
    const event = { kind: 'callFailed', call: 'reserve', failure, meaning: 'refused' } as const;
    await this.ledger.apply(lock.id, event, lock);
  }

  /**
   * Chooses a way of delivery. Returns false, and calls nothing, if the cart's state forbids it. Like the two below, it
   * waits for its turn as long as a client does.
   *
   * @throws UpstreamError (by way of the promise) where no turn came; nothing was begun.
   */
  async setShipping(lock: Lock, shippingOptionId: string): Promise<boolean> {
    return this.#call(lock, { call: 'shipping', shippingOptionId }, async (record, options) => {
      const { currency, caller } = record;
      const answer = await this.api.setShipping(
        referenceOf(record),
        shippingOptionId,
        currency,
        caller,
        options,
      );
      return cartAnswered(answer, 'shipping', record);
    });
  }

  /**
   * Sets how the cart is paid. Returns false, and calls nothing, if the cart's state forbids it. Neither the buyer nor
   * the card is written to the ledger.
   */
  async setPayment(lock: Lock, payment: Omit<PaymentRequest, 'amount'>): Promise<boolean> {
    return this.#call(lock, { call: 'payment' }, async (record, options) => {
      const { currency, caller, contents } = record;
      const due = contents?.totals?.grand?.amount ?? contents?.totals?.unpaid?.amount ?? '0.00';
      const request = { ...payment, amount: due };
      const answer = await this.api.setPayment(referenceOf(record), request, currency, caller, options);
      return cartAnswered(answer, 'payment', record);
    });
  }

  /**
   * Buys the cart. Returns false, and calls nothing, if the cart's state forbids it.
   *
   * @param reference a new one: see `newPurchaseReference`.
   */
  async purchase(lock: Lock, reference: PurchaseReference): Promise<boolean> {
    return this.#call(lock, { call: 'purchase', reference }, async (record, options) => {
      const { currency, caller } = record;
      const answer = await this.api.purchase(referenceOf(record), reference.text, currency, caller, options);
      return endAnswered(answer, 'purchase', record);
    });
  }

  /** Searches the orders for a purchase whose answer was lost. */
  async lookUp(lock: Lock): Promise<void> {
    await this.#call(lock, { call: 'lookUp' }, async (record, { turn }) => {
      if (record.state !== 'UNCONFIRMED') return { kind: 'notFound' };
      const receipt = await findReceipt(this.api, record, this.toWallTime(record.createdAtMs), turn);
      return receipt ? { kind: 'purchased', receipt } : { kind: 'notFound' };
    });
  }

  /** Polls the address that upstream gave for a call. */
  async poll(lock: Lock): Promise<void> {
    await this.#call(lock, { call: 'poll' }, async (record, options) => {
      const { poll, currency, caller } = record;
      if (!poll) throw new Error('There is nothing to poll.');
      switch (poll.for) {
        case 'reserve':
        case 'shipping':
        case 'payment':
          return cartAnswered(await this.api.pollCart(poll.url, currency, caller, options), 'poll', record);
        case 'purchase':
          return endAnswered(
            await this.api.pollPurchase(poll.url, currency, caller, options),
            'poll',
            record,
          );
        case 'delete':
          return endAnswered(await this.api.pollDelete(poll.url, caller, options), 'poll', record);
      }
    });
  }

  /** Gives the seats back. May be repeated. */
  async delete(lock: Lock): Promise<void> {
    await this.#call(lock, { call: 'delete' }, async (record, options) => {
      // Nothing that could hold seats was ever opened upstream.
      if (record.upstreamCartId === null) {
        this.api.budget.giveBack();
        return { kind: 'deleted' };
      }
      const answer = await this.api.deleteCart(referenceOf(record), record.caller, options);
      return endAnswered(answer, 'delete', record);
    });
  }

  /**
   * Makes a call in its turn, between two writes to the ledger. Returns false, and calls nothing, if the record forbids
   * it. What the gate refused was not carried out: it is unwritten, and made again in its next turn.
   *
   * @param taken its turn, where the caller took it, who then takes the next one, too.
   * @throws UpstreamThrottled, UpstreamReservationsFull, UpstreamDown (by way of the promise) to a caller with a turn.
   */
  async #call(
    lock: Lock,
    begun: DistributiveOmit<CallBegun, 'kind'>,
    make: (record: CartRecord, options: CallTerms) => Promise<CallAnswered | CallFailed>,
    taken: TakenTurn | null = null,
  ): Promise<boolean> {
    const { call } = begun;
    for (let isRepeated = false; ; isRepeated = true) {
      const turn = taken ?? (await this.#takeTurn(lock, call, isRepeated));
      if (turn === null) return true;
      const record = await this.ledger
        .apply(lock.id, { kind: 'calling', ...begun }, lock)
        .catch((error: unknown) => {
          this.api.budget.giveBack();
          throw error;
        });
      if (record?.calling?.call !== call) {
        this.api.budget.giveBack();
        return false;
      }
      let event: CallAnswered | CallFailed;
      try {
        event = await make(record, { turn, mayStillSend: lock.isHeld });
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        const isInLine = call === 'reserve' || call === 'openCart';
        const canWait =
          error instanceof UpstreamReservationsFull ||
          error instanceof UpstreamDown ||
          error instanceof UpstreamThrottled;
        if ((isInLine && canWait) || error instanceof UpstreamOverRate) {
          await this.#record(lock, record, { kind: 'turnedAway', call });
          if (taken) throw error;
          continue;
        }
        const failure = toCartFailure(error, record);
        event = { kind: 'callFailed', call, failure, meaning: meaningOf(error, call, record) };
      }
      await this.#record(lock, record, event);
      return true;
    }
  }

  /**
   * Waits for the turn of a call. Returns null where there is none for what the gateway does by itself, which is written
   * down and tried again later.
   *
   * @throws UpstreamError (by way of the promise) where there is none for what a client waits for.
   */
  async #takeTurn(lock: Lock, call: Call, isRepeated: boolean): Promise<TakenTurn | null> {
    const record = await this.ledger.read(lock.id);
    if (!record) return null;
    const { callClass, withinMs } = TURNS[call];
    const askedAtMs = this.clock.now();
    try {
      await this.api.takeTurn(callClass, record.caller.ip, { withinMs, isRepeated, stop: this.#stop });
      return { waitedMs: this.clock.now() - askedAtMs };
    } catch (error) {
      if (!(error instanceof UpstreamError) || withinMs !== Infinity) throw error;
      const failure = toCartFailure(error, record);
      await this.#record(lock, record, { kind: 'callFailed', call, failure, meaning: 'notSent' });
      return null;
    }
  }

  /**
   * Writes the result of a call. If the ledger fails, it is tried again for a second. After that seats that were just
   * reserved are given back at once, so that none are held without a record. Seats that the shopper held before, or may have
   * bought, are kept: the ledger has them.
   */
  async #record(lock: Lock, record: CartRecord, event: CartEvent): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.ledger.apply(record.id, event, lock);
        return;
      } catch (error) {
        const isLockLost = error instanceof LockLost;
        if (!isLockLost && tries < RECORD_TRIES) {
          await sleep(this.clock, RECORD_PAUSE_MS);
          continue;
        }
        const { state, eventId, upstreamCartId: knownId } = record;
        const cartId = upstreamIdIn(event) ?? knownId;
        const isRecorded = state === 'HELD' || state === 'PURCHASING' || state === 'UNCONFIRMED';
        // The new holder of the lock sees to the cart, unless its id reached only this process.
        const isAnothers = isLockLost && knownId !== null;
        if (cartId !== null && !isRecorded && !isAnothers)
          await this.api.deleteCart({ eventId, cartId }, record.caller).catch(() => {});
        throw error;
      }
    }
  }
}

/** Upstream's id of the cart, if an event names it. */
function upstreamIdIn(event: CartEvent): string | null {
  switch (event.kind) {
    case 'seatsHeld':
    case 'sessionOpened':
      return event.upstreamCartId;
    case 'polling':
      return event.polling.cartId;
    default:
      return null;
  }
}

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;

/** The cart's ids upstream. Throws if upstream's id is not known. */
function referenceOf({ eventId, upstreamCartId }: CartRecord): CartReference {
  if (upstreamCartId === null) throw new Error('There is no such cart upstream.');
  return { eventId, cartId: upstreamCartId };
}
