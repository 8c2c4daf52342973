import { setTimeout as pause } from 'node:timers/promises';

import type { Polling } from '../partner-api/cart';
import type { ReserveRequest } from '../partner-api/endpoints';
import { UpstreamError, UpstreamNonsense, UpstreamNotFound, UpstreamRefused } from '../partner-api/errors';
import type { PartnerApi } from '../partner-api/partner-api';
import { failureOf } from './failures';
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
    await this.#call(id, 'openCart', async (record) => ({
      kind: 'sessionOpened',
      upstreamCartId: await this.api.openCart(captchaToken, record.caller),
    }));
  }

  /** Reserves seats. Made once in the life of a cart, and never by anyone but the request that asked for them. */
  async reserve(id: string, request: ReserveRequest): Promise<void> {
    await this.#call(id, 'reserve', async (record) => {
      const { upstreamCartId, currency, caller } = record;
      const answer = await this.api.reserve(request, upstreamCartId ?? undefined, currency, caller);
      return reserveAnswered(answer, 'reserve', record);
    });
  }

  /** Asks what has become of what upstream told us to poll. */
  async poll(id: string): Promise<void> {
    await this.#call(id, 'poll', async (record) => {
      const { poll, currency, caller } = record;
      if (!poll) throw new Error('There is nothing to poll.');
      if (poll.for === 'reserve') {
        return reserveAnswered(await this.api.pollReserve(poll.url, currency, caller), 'poll', record);
      }
      return deleteAnswered(await this.api.pollDelete(poll.url, caller), 'poll', record);
    });
  }

  /** Gives the seats back. May be repeated. */
  async delete(id: string): Promise<void> {
    await this.#call(id, 'delete', async (record) => {
      if (record.upstreamCartId === null) throw new Error('There is nothing to delete.');
      const answer = await this.api.deleteCart(record.upstreamCartId, record.caller);
      return deleteAnswered(answer, 'delete', record);
    });
  }

  async #call(id: string, call: Call, make: (record: CartRecord) => Promise<Happening>): Promise<void> {
    const record = await this.ledger.apply(id, { kind: 'calling', call });
    // Given up in the meantime: the call is no longer wanted, and was not written down.
    if (record?.calling?.call !== call) return;
    let happening: Happening;
    try {
      happening = await make(record);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      happening = { kind: 'callFailed', call, failure: failureOf(error, record), answer: meaningOf(error) };
    }
    await this.#record(record, happening);
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

function reserveAnswered(
  answer: Awaited<ReturnType<PartnerApi['reserve']>>,
  call: Call,
  record: CartRecord,
): Happening {
  if (answer.kind === 'polling') return pollingAnswered(answer, call, record);
  const upstreamCartId = answer.cartId ?? record.upstreamCartId;
  if (upstreamCartId === null) throw new UpstreamNonsense('seats without the id of their cart');
  return { kind: 'seatsHeld', upstreamCartId, cart: answer.cart };
}

function deleteAnswered(
  answer: Awaited<ReturnType<PartnerApi['deleteCart']>>,
  call: Call,
  record: CartRecord,
): Happening {
  return answer.kind === 'polling' ? pollingAnswered(answer, call, record) : { kind: 'deleted' };
}

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

const meaningOf = (error: UpstreamError): 'no' | 'gone' | 'unknown' =>
  error instanceof UpstreamRefused && error.upstreamCode === INVALID_OR_STALE_CART
    ? 'gone'
    : error instanceof UpstreamRefused || error instanceof UpstreamNotFound
      ? 'no'
      : 'unknown';
