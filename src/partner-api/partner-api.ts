import type { Clock } from '../clock';
import type { StopSignal } from '../stop';
import { CallMaker, type CallOptions, type TakenTurn, type TurnOptions } from './call-maker';
import type { Calls } from './editions/edition';
import { EDITIONS, type EditionName } from './editions/editions';
import { OrderReads } from './order-reads';
import { EditionLacks } from './errors';
import type { Availability } from './model/availability';
import type { Caller } from './model/caller';
import type {
  Captcha,
  CartAnswer,
  CartReference,
  DeleteAnswer,
  PurchaseAnswer,
  ShippingOption,
} from './model/cart';
import type { EventAsRead } from './model/event';
import type { ListedEvent } from './model/listed-event';
import type { Order, OrderKey, UnredeemedFilter, UnredeemedOrder } from './model/order';
import type { PaymentCertificate, PaymentRequest } from './model/payment';
import type { ReserveRequest } from './model/reserve';
import type { CallBudget } from './quota/budget';
import type { CallClass } from './quota/call-class';
import { Urgency } from './quota/urgency';
import type { CallReport } from './transport/request-queue';
import type { CallTracing, TransportSettings } from './transport/transport';

export type { TakenTurn } from './call-maker';

/** How a call for a cart is made. */
export type CartCallOptions = Pick<CallOptions, 'turn' | 'mayStillSend'>;

/** How upstream is called. */
export interface PartnerApiSettings extends TransportSettings {
  /** The edition of the manual that upstream follows. */
  readonly edition: EditionName;
}

/** What a reserve brings from a solved captcha. */
export interface ReserveOpening {
  readonly cartId?: string | undefined;
  readonly captchaToken?: string | undefined;
}

/**
 * The Partner API, call by call. Only this folder knows its editions, addresses, headers, shapes and numbers. Every method
 * throws `UpstreamError` in one of its classes, at the latest after the settings' `timeoutMs` beside the wait for its turn.
 *
 * Reads are tried again where the connection or a server on the way failed. **A call that changes a cart is sent once**:
 * only the cart's owner can know whether it may be sent again.
 */
export class PartnerApi {
  /** The name of the edition that is called. */
  readonly edition: EditionName;
  readonly #maker: CallMaker;
  readonly #calls: Calls;
  readonly #orders: OrderReads;

  /** @param onCall called after every request that was sent, or that upstream gave no chance to send. */
  constructor(
    settings: PartnerApiSettings,
    private readonly clock: Clock,
    onCall: (report: CallReport) => void = () => {},
    tracing: CallTracing | null = null,
  ) {
    const { calls, keyPlace } = EDITIONS[settings.edition];
    this.edition = settings.edition;
    this.#calls = calls;
    this.#maker = new CallMaker(settings, keyPlace, clock, onCall, tracing);
    this.#orders = new OrderReads(this.#maker, calls, clock);
  }

  /** The budget in which every call takes its turn. */
  get budget(): CallBudget {
    return this.#maker.budget;
  }

  /**
   * Whether upstream has not answered for a while. Then every call fails at once with UpstreamDown, but for those that free
   * or finish, which find out whether it is back, as `probe` does.
   */
  get isDown(): boolean {
    return this.#maker.isDown;
  }

  /** Seconds since upstream last answered; null: not yet. */
  get silentForSeconds(): number | null {
    const { lastAnswerAtMs } = this.#maker;
    return lastAnswerAtMs === null ? null : (this.clock.now() - lastAnswerAtMs) / 1000;
  }

  /**
   * Finds out whether upstream is back, by repeating the last read, once a second at most. Returns true where there is no
   * read to repeat: then the caller's own call may be sent for it.
   */
  probe(): boolean {
    return this.#maker.probe();
  }

  /**
   * Takes the turn of a call that is made at once afterwards, with `turn`. Returns null where it may be made now. A
   * turn that is not used is given back by `budget.giveBack`.
   *
   * @param options `withinMs`: how long to wait for the turn; `Infinity`: until the day's amount is used. `isRepeated`:
   *   whether the gate refused the same call before, which goes before the others of its class then.
   * @throws (by way of the promise) UpstreamThrottled where no turn comes in time, UpstreamTimeout once `stop` is aborted,
   *   UpstreamQueueFull where too many wait, and UpstreamError where no access token can be had.
   */
  takeTurn(callClass: CallClass, caller: string, options: TurnOptions = {}): Promise<void> | null {
    return this.#maker.takeTurn(callClass, caller, options);
  }

  /**
   * Event details, which never poll and stay readable during maintenance. Null: upstream knows no such event.
   *
   * @param eventId 15 or 16 letters and digits; upper and lower case differ.
   * @param urgency how important the read is; it may be raised while it waits for its turn.
   */
  event(
    eventId: string,
    caller: Caller,
    signal?: StopSignal,
    urgency?: Urgency,
  ): Promise<EventAsRead | null> {
    return this.#maker.perform(this.#calls.event, eventId, caller, { signal, urgency });
  }

  /**
   * The event in the JSON that `EventAsRead.json` returned, perhaps in another process.
   *
   * @throws UpstreamNonsense where there is no event in it.
   */
  eventIn(json: string, eventId: string): EventAsRead | null {
    return this.#maker.read(this.#calls.event, eventId, json);
  }

  /**
   * The captcha to solve before a reserve. Null: none is needed.
   *
   * @param eventId the event to reserve for; null: not known, which not every edition accepts.
   */
  async captcha(eventId: string | null, caller: Caller, signal?: StopSignal): Promise<Captcha | null> {
    const captcha = await this.#maker.perform(this.#calls.captcha, eventId, caller, { signal });
    const { captchaPage } = this.#calls;
    if (captcha === null || captchaPage === null || eventId === null) return captcha;
    return { ...captcha, html: () => this.#maker.perform(captchaPage, eventId, caller, { signal }) };
  }

  /** Whether a solved captcha opens a cart session, with `openCart`. Otherwise it goes with the reserve. */
  get opensCarts(): boolean {
    return this.#calls.openCart !== null;
  }

  /** Opens a cart session with a solved captcha; never polls. Returns upstream's id of the cart. */
  async openCart(captchaToken: string, caller: Caller, options?: CartCallOptions): Promise<string> {
    const { openCart } = this.#calls;
    if (!openCart) throw new EditionLacks('sessions of carts', 'captchaToken');
    return this.#maker.perform(openCart, captchaToken, caller, options);
  }

  /**
   * Reserves tickets; may poll.
   *
   * @param opening the cart session, where a captcha opened one, or else the solved captcha itself.
   * @param currency the event's, for the amounts of the cart.
   */
  reserve(
    request: ReserveRequest,
    opening: ReserveOpening | undefined,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<CartAnswer> {
    const { cartId, captchaToken } = opening ?? {};
    const input = { request, cartId, captchaToken, currency };
    return this.#maker.perform(this.#calls.reserve, input, caller, options);
  }

  /** Polls for the result of a reserve, of a choice of shipping or of a payment. */
  pollCart(
    pollingUrl: string,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<CartAnswer> {
    return this.#maker.poll(this.#calls.pollCart, { pollingUrl, currency }, caller, options);
  }

  /** The ways of delivery; never polls. Null: the account is preconfigured and chooses none. */
  shippingOptions(
    cart: CartReference,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<ShippingOption[] | null> {
    return this.#maker.perform(this.#calls.shippingOptions, { cart, currency }, caller, options);
  }

  /** Chooses a way of delivery; may poll. */
  setShipping(
    cart: CartReference,
    shippingOptionId: string,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<CartAnswer> {
    return this.#maker.perform(
      this.#calls.setShipping,
      { cart, shippingOptionId, currency },
      caller,
      options,
    );
  }

  /** The certificate under which the page encrypts a card; never polls, valid for 24 hours. */
  certificate(cart: CartReference, caller: Caller, options?: CartCallOptions): Promise<PaymentCertificate> {
    return this.#maker.perform(this.#calls.certificate, cart, caller, options);
  }

  /** Sets how a cart is paid; never polls. */
  setPayment(
    cart: CartReference,
    payment: PaymentRequest,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<CartAnswer> {
    return this.#maker.perform(this.#calls.setPayment, { cart, payment, currency }, caller, options);
  }

  /**
   * Buys a cart; may poll. **This takes the money.**
   *
   * @param sourceAccountId our reference, by which the order is found if the response is lost.
   */
  purchase(
    cart: CartReference,
    sourceAccountId: string,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<PurchaseAnswer> {
    return this.#maker.perform(this.#calls.purchase, { cart, sourceAccountId, currency }, caller, options);
  }

  /** Polls for the result of a purchase. */
  pollPurchase(
    pollingUrl: string,
    currency: string | null,
    caller: Caller,
    options?: CartCallOptions,
  ): Promise<PurchaseAnswer> {
    return this.#maker.poll(this.#calls.pollPurchase, { pollingUrl, currency }, caller, options);
  }

  /**
   * An order with its tickets; never cached. May poll, which takes up to 20 seconds. Null: upstream knows none, or has not
   * finished it yet.
   *
   * @param callClass how important the call is, where no reader waits for it: then no poll is waited for.
   */
  order(
    key: OrderKey,
    caller: Caller,
    { signal, callClass }: { signal?: StopSignal; callClass?: CallClass } = {},
  ): Promise<Order | null> {
    const urgency = callClass && new Urgency(callClass);
    return this.#orders.read(key, caller, { signal, urgency }, callClass === undefined);
  }

  /** Orders whose tickets have not been fetched yet; never polls. */
  unredeemedOrders(
    filter: UnredeemedFilter,
    caller: Caller,
    { signal, turn }: { signal?: StopSignal; turn?: TakenTurn } = {},
  ): Promise<UnredeemedOrder[]> {
    return this.#maker.perform(this.#calls.unredeemed, filter, caller, { signal, turn });
  }

  /** The events that the account can sell; never polls. Null: the account is not enabled for it. */
  sellableEvents(caller: Caller, signal?: StopSignal): Promise<ListedEvent[] | null> {
    return this.#maker.perform(this.#calls.sellableEvents, undefined, caller, { signal });
  }

  /**
   * The id of the event that a venue knows by `code` on the ticketing system `host`; never polls. Null: upstream knows
   * none, or the account is not enabled for it.
   *
   * @param code not of dots alone, since that would be a step in the path; nor is `host`.
   */
  eventIdByCode(code: string, host: string, caller: Caller, signal?: StopSignal): Promise<string | null> {
    return this.#maker.perform(this.#calls.eventByCode, { code, host }, caller, { signal });
  }

  /**
   * The free seats of an event; never polls. Null: the account is not enabled for it, or the event is not sold here.
   * During maintenance upstream does not know: UpstreamUnavailable.
   *
   * @param currency the event's, for an offer that names none.
   */
  availability(
    eventId: string,
    currency: string | null,
    caller: Caller,
    signal?: StopSignal,
  ): Promise<Availability | null> {
    return this.#maker.perform(this.#calls.availability, { eventId, currency }, caller, { signal });
  }

  /** Deletes a cart and frees its seats; may poll. May be repeated: upstream refuses a deleted cart as `invalidCart`. */
  deleteCart(cart: CartReference, caller: Caller, options?: CartCallOptions): Promise<DeleteAnswer> {
    return this.#maker.perform(this.#calls.deleteCart, cart, caller, options);
  }

  /** Polls for the result of a delete. */
  pollDelete(pollingUrl: string, caller: Caller, options?: CartCallOptions): Promise<DeleteAnswer> {
    return this.#maker.poll(this.#calls.pollDelete, { pollingUrl, currency: null }, caller, options);
  }

  /** Fails every call and closes the sockets. */
  async close(): Promise<void> {
    await this.#maker.close();
  }
}
