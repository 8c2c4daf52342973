import type { Clock } from '../clock';
import type { StopSignal } from '../stop';
import type { Availability } from './availability';
import type { Caller } from './caller';
import { Deadline } from './deadline';
import type {
  Captcha,
  CartAnswer,
  DeleteAnswer,
  PaymentCertificate,
  Polling,
  PurchaseAnswer,
  ShippingOption,
} from './cart';
import {
  type CartReference,
  type Endpoint,
  type Endpoints,
  type OrderKey,
  type PaymentRequest,
  type ReserveRequest,
  type UnredeemedWish,
  edition2015,
} from './endpoints';
import {
  UpstreamNonsense,
  UpstreamNotFound,
  UpstreamRefused,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from './errors';
import type { EventAsRead } from './event';
import type { ListedEvent } from './listed-event';
import type { Order, UnredeemedOrder } from './order';
import { type Answer, type CallReport, Transport, type TransportSettings } from './transport';
import { readAvailability } from './wire/availability';
import { readCart, readCartId, readPolling } from './wire/cart';
import { readCertificate, readReceipt, readShippingOptions } from './wire/checkout';
import { readEvent } from './wire/event';
import { readEventId, readListedEvents } from './wire/event-look-ups';
import { jsonOf } from './wire/json';
import { readOrder, readUnredeemed } from './wire/orders';

/** How often a read is tried in all, and the pause before the second try (jittered, doubled for the third). */
const READ_TRIES = 3;
const READ_PAUSE_MS = 100;

/** How far back the orders are looked through for a lost purchase. */
const LOOK_BACK_DAYS = 2;

/** Codes of the error table: the ticketing system is down; the event is not sold through this API. */
const TICKETING_DOWN = 20001;
const NOT_TRANSACTABLE = 90001;

const CAPTCHA_REDIRECT_SCHEME = 'ticketmaster-g-recaptcha-response';

/**
 * The Partner API, call by call. The only place that knows its addresses, headers, shapes and numbers. Every method
 * throws `UpstreamError` in one of its classes, within the time-out of the settings for each request it makes.
 *
 * Reads are tried again where the connection or a server on the way failed. **What changes a cart never is**, here:
 * whether it may be is the cart's business.
 */
export class PartnerApi {
  readonly #transport: Transport;
  readonly #endpoints: Endpoints = edition2015;

  /** @param onCall told of every request, once it has ended. */
  constructor(
    private readonly settings: TransportSettings,
    clock: Clock,
    onCall: (report: CallReport) => void = () => {},
  ) {
    this.#transport = new Transport(settings, clock, onCall);
  }

  /**
   * Event details, which never poll and stay readable during maintenance. Null: upstream knows no such event.
   *
   * @param eventId 15 or 16 letters and digits; upper and lower case differ.
   */
  event(eventId: string, caller: Caller, signal?: StopSignal): Promise<EventAsRead | null> {
    return this.#read(this.#endpoints.event(eventId), caller, signal).then(
      (answer) => readEvent(answer, eventId),
      nullIfNotFound,
    );
  }

  /** The captcha to solve before a reserve. Null: this account needs none. */
  async captcha(caller: Caller, signal?: StopSignal): Promise<Captcha | null> {
    try {
      const { headers, text } = await this.#read(this.#endpoints.captcha(), caller, signal);
      const siteKey = headers['x-tm-captcha-v2-sitekey'];
      const secureToken = headers['x-tm-captcha-v2-stoken'];
      if (typeof siteKey !== 'string') throw new UpstreamNonsense('a captcha without a site key');
      return {
        siteKey,
        secureToken: typeof secureToken === 'string' ? secureToken : null,
        html: text === '' ? null : text,
        redirectScheme: CAPTCHA_REDIRECT_SCHEME,
      };
    } catch (error) {
      return nullIfNotFound(error);
    }
  }

  /** Opens a cart session with a solved captcha; never polls. Returns upstream's id of the cart. */
  async openCart(captchaToken: string, caller: Caller): Promise<string> {
    return readCartId(jsonOf(await this.#transport.send(this.#endpoints.openCart(captchaToken), caller)));
  }

  /**
   * Reserves tickets; may poll. Sent once.
   *
   * @param cartId the cart session, where a captcha opened one.
   * @param currency the event's, for the amounts of the cart.
   */
  async reserve(
    request: ReserveRequest,
    cartId: string | undefined,
    currency: string | null,
    caller: Caller,
  ): Promise<CartAnswer> {
    const endpoint = this.#endpoints.reserve(request, cartId);
    return this.#cartAnswer(await this.#transport.send(endpoint, caller), currency);
  }

  /** Asks what has become of a reserve or of a choice of shipping that polls. */
  async pollCart(pollingUrl: string, currency: string | null, caller: Caller): Promise<CartAnswer> {
    return this.#cartAnswer(await this.#poll(pollingUrl, caller), currency);
  }

  /** The ways of delivery; never polls. Null: the account is preconfigured and chooses none. */
  async shippingOptions(
    cart: CartReference,
    currency: string | null,
    caller: Caller,
  ): Promise<ShippingOption[] | null> {
    try {
      const answer = await this.#read(this.#endpoints.shippingOptions(cart), caller);
      return readShippingOptions(jsonOf(answer), currency);
    } catch (error) {
      return nullIfNotFound(error);
    }
  }

  /** Chooses a way of delivery; may poll. Sent once. */
  async setShipping(
    cart: CartReference,
    shippingOptionId: string,
    currency: string | null,
    caller: Caller,
  ): Promise<CartAnswer> {
    const endpoint = this.#endpoints.setShipping(cart, shippingOptionId);
    return this.#cartAnswer(await this.#transport.send(endpoint, caller), currency);
  }

  /** The certificate under which the page encrypts a card; never polls, good for 24 hours. */
  async certificate(cart: CartReference, caller: Caller): Promise<PaymentCertificate> {
    return readCertificate(jsonOf(await this.#read(this.#endpoints.certificate(cart), caller)));
  }

  /** Says how a cart is paid; never polls. Sent once. */
  async setPayment(
    cart: CartReference,
    request: PaymentRequest,
    currency: string | null,
    caller: Caller,
  ): Promise<CartAnswer> {
    const endpoint = this.#endpoints.payment(cart, request);
    return this.#cartAnswer(await this.#transport.send(endpoint, caller), currency);
  }

  /**
   * Buys a cart; may poll. **This takes the money.** Sent once, and never again.
   *
   * @param sourceAccountId our reference, by which the order is found if the answer is lost.
   */
  async purchase(
    cart: CartReference,
    sourceAccountId: string,
    currency: string | null,
    caller: Caller,
  ): Promise<PurchaseAnswer> {
    const endpoint = this.#endpoints.purchase(cart, sourceAccountId);
    return this.#purchaseAnswer(await this.#transport.send(endpoint, caller), currency);
  }

  /** Asks what has become of a purchase that polls. */
  async pollPurchase(pollingUrl: string, currency: string | null, caller: Caller): Promise<PurchaseAnswer> {
    return this.#purchaseAnswer(await this.#poll(pollingUrl, caller), currency);
  }

  /** Whether the orders of the last days hold one with this reference; never polls. */
  async hasOrderOf(sourceAccountId: string, caller: Caller): Promise<boolean> {
    const orders = await this.unredeemedOrders({ daysFromPurchase: LOOK_BACK_DAYS }, caller);
    return orders.some((order) => order.sourceAccountId === sourceAccountId);
  }

  /** An order with its tickets; read anew each time. Null: upstream knows none, or has not finished it yet. */
  async order(key: OrderKey, caller: Caller, signal?: StopSignal): Promise<Order | null> {
    try {
      const answer = await this.#read(this.#endpoints.order(key), caller, signal);
      return answer.status === 202 ? null : readOrder(jsonOf(answer));
    } catch (error) {
      return nullIfNotFound(error);
    }
  }

  /** Orders whose tickets nobody has fetched yet; never polls. */
  async unredeemedOrders(
    wish: UnredeemedWish,
    caller: Caller,
    signal?: StopSignal,
  ): Promise<UnredeemedOrder[]> {
    return readUnredeemed(jsonOf(await this.#read(this.#endpoints.unredeemed(wish), caller, signal)));
  }

  /** What the account can sell; never polls. Null: the account is not enabled for it. */
  async sellableEvents(caller: Caller, signal?: StopSignal): Promise<ListedEvent[] | null> {
    const answer = await this.#lookUp(this.#endpoints.sellableEvents(), caller, signal);
    return answer && readListedEvents(jsonOf(answer));
  }

  /**
   * The id of the event that a venue knows by `code` on the ticketing system `host`; never polls. Null: upstream knows
   * none, or the account is not enabled for it.
   *
   * @param code not of dots alone, since that would be a step in the path; nor is `host`.
   */
  async eventIdByCode(
    code: string,
    host: string,
    caller: Caller,
    signal?: StopSignal,
  ): Promise<string | null> {
    const answer = await this.#lookUp(this.#endpoints.eventByCode(code, host), caller, signal);
    return answer && readEventId(jsonOf(answer));
  }

  /**
   * The free seats of an event; never polls. Null: the account is not enabled for it, or the event is not sold here.
   * During maintenance upstream cannot say: UpstreamUnavailable.
   *
   * @param currency the event's, where an offer names none.
   */
  async availability(
    eventId: string,
    currency: string | null,
    caller: Caller,
    signal?: StopSignal,
  ): Promise<Availability | null> {
    try {
      const answer = await this.#lookUp(this.#endpoints.availability(eventId), caller, signal);
      return answer && readAvailability(jsonOf(answer), currency);
    } catch (error) {
      if (!(error instanceof UpstreamRefused)) throw error;
      if (error.upstreamCode === NOT_TRANSACTABLE) return null;
      if (error.upstreamCode === TICKETING_DOWN) throw new UpstreamUnavailable(false, TICKETING_DOWN);
      throw error;
    }
  }

  /** Deletes a cart and frees its seats; may poll. May be sent again: a cart that is gone answers 90003. */
  async deleteCart(cartId: string, caller: Caller): Promise<DeleteAnswer> {
    return this.#deleteAnswer(await this.#transport.send(this.#endpoints.deleteCart(cartId), caller));
  }

  /** Asks what has become of a delete that polls. */
  async pollDelete(pollingUrl: string, caller: Caller): Promise<DeleteAnswer> {
    return this.#deleteAnswer(await this.#poll(pollingUrl, caller));
  }

  /** Ends every call under way. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  /** All tries and pauses together take no longer than one call may. */
  #read(endpoint: Endpoint, caller: Caller, signal?: StopSignal): Promise<Answer> {
    const deadline = new Deadline(this.settings.timeoutMs, signal);
    return this.#transport.send(endpoint, caller, deadline).then(
      (answer) => {
        deadline.clear();
        return answer;
      },
      (error: unknown) => this.#readAgain(endpoint, caller, deadline, error),
    );
  }

  async #readAgain(
    endpoint: Endpoint,
    caller: Caller,
    deadline: Deadline,
    firstError: unknown,
  ): Promise<Answer> {
    let error = firstError;
    try {
      for (let tries = 1; error instanceof UpstreamUnavailable && tries < READ_TRIES; tries++) {
        await deadline.pause(Math.random() * READ_PAUSE_MS * 2 ** (tries - 1));
        if (deadline.aborted) break;
        try {
          return await this.#transport.send(endpoint, caller, deadline);
        } catch (nextError) {
          error = nextError;
        }
      }
    } finally {
      deadline.clear();
    }
    throw error;
  }

  /** A read for "specially enabled accounts". Null: not found, or not for this account. */
  async #lookUp(endpoint: Endpoint, caller: Caller, signal?: StopSignal): Promise<Answer | null> {
    try {
      return await this.#read(endpoint, caller, signal);
    } catch (error) {
      if (error instanceof UpstreamUnauthorized && error.forbidsCall) return null;
      return nullIfNotFound(error);
    }
  }

  async #poll(pollingUrl: string, caller: Caller): Promise<Answer> {
    const endpoint = this.#transport.pollEndpoint(pollingUrl);
    if (!endpoint) throw new UpstreamNonsense('a polling address outside the API');
    return this.#transport.send(endpoint, caller);
  }

  #cartAnswer(answer: Answer, currency: string | null): CartAnswer {
    if (answer.status === 202) return this.#polling(answer);
    return { kind: 'cart', ...readCart(jsonOf(answer), currency) };
  }

  #purchaseAnswer(answer: Answer, currency: string | null): PurchaseAnswer {
    if (answer.status === 202) return this.#polling(answer);
    return { kind: 'purchased', receipt: readReceipt(jsonOf(answer), currency) };
  }

  #deleteAnswer(answer: Answer): DeleteAnswer {
    return answer.status === 202 ? this.#polling(answer) : { kind: 'deleted' };
  }

  #polling(answer: Answer): Polling {
    const polling = readPolling(jsonOf(answer));
    const mayFollow = polling.url !== null && this.#transport.pollEndpoint(polling.url) !== null;
    return mayFollow ? polling : { ...polling, url: null };
  }
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof UpstreamNotFound) return null;
  throw error;
}
