import type { StateId as State } from './enum-values';
import type { CountryId as Country } from './enum-values';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PartnerEvent } from '../partner-api/model/event';
import type { ListedEvent } from '../partner-api/model/listed-event';
import type { CartRecord } from '../carts/lifecycle/record';
import type { CartItemModel, CaptchaModel, PendingModel, CartDeletedModel, PurchaseReceiptModel, PaymentDeclinedModel, TotalChangedModel, OutcomeUnknownModel, InvalidInputModel, NoInventoryModel, TicketLimitExceededModel, CaptchaFailedModel, EventNotSellableModel, CartGoneModel, UnderMaintenanceModel, ThrottledModel, IdempotencyConflictModel, UpstreamFailedModel } from './resolvers/models';
import type { Context } from './context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An ISO 4217 currency code of three capital letters, for example `USD`. `XXX`, the standard's code for no
   * currency, if upstream names none: show such an amount without a currency sign.
   */
  CurrencyCode: { input: string; output: string; }
  /** A point in time as RFC 3339 text in UTC, for example `2015-08-21T02:00:00Z`. */
  DateTime: { input: string; output: string; }
  /**
   * An exact decimal number as text, for example `"57.39"`. It is never a JSON number, because floating point
   * loses cents. Send it as text, too, and calculate with a decimal library or in minor units.
   */
  Decimal: { input: string; output: string; }
  /**
   * The id of an event at Ticketmaster: 15 or 16 ASCII letters and digits, for example `3F004CBB88958BF9`. Case
   * matters: the ids of two events may differ only by case. Any other text is refused with the error code
   * `BAD_USER_INPUT`, and nothing is sent upstream.
   */
  EventID: { input: string; output: string; }
  /** A calendar date without a zone, year first, for example `2015-08-20`. */
  LocalDate: { input: string; output: string; }
  /** A time of day without a zone, on the 24-hour clock, for example `19:00:00`. */
  LocalTime: { input: string; output: string; }
  /** An IANA time zone name, for example `America/Los_Angeles`. */
  TimeZone: { input: string; output: string; }
  /**
   * An absolute URL, for example `https://example.com/event/3F004CBB88958BF9`. Its scheme is `http` or `https`,
   * except for `PurchaseReceipt.appUrl`, which opens an app.
   */
  URL: { input: string; output: string; }
};

/** A postal address. Upstream often provides only city, region and country. */
export type Address = {
  readonly __typename?: 'Address';
  /** The city, for example `Seattle`. Null if upstream does not provide it. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** The country, if it is one of the five of upstream's appendix. Null for any other: see `countryCode`. */
  readonly country: Maybe<Country>;
  /**
   * The ISO 3166-1 code of the country in two letters, as upstream gives it, for example `US`. Null if upstream
   * does not provide it.
   */
  readonly countryCode: Maybe<Scalars['String']['output']>;
  /** Street and number. Null if upstream does not provide it. */
  readonly line1: Maybe<Scalars['String']['output']>;
  /** The second line of the address. Null if there is none. */
  readonly line2: Maybe<Scalars['String']['output']>;
  /** The postal code, for example `98134`. Null if upstream does not provide it. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /**
   * The abbreviation of the state, province or region as upstream gives it, for example `WA`. Null if upstream
   * does not provide it.
   */
  readonly regionCode: Maybe<Scalars['String']['output']>;
  /** The state or province, if it is one of the 75 of upstream's appendix. Null for any other: see `regionCode`. */
  readonly state: Maybe<State>;
};

/** A postal address, in one of the countries of upstream's appendix. */
export type AddressInput = {
  /** The city, for example `Los Angeles`. */
  readonly city: Scalars['String']['input'];
  /** The country, one of `Query.countries`. */
  readonly country: Country;
  /** Street and number, for example `123 Main Street`. */
  readonly line1: Scalars['String']['input'];
  /** The second line of the address. Null or omitted: none. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** The postal code, for example `90210`. It is text: leading zeros matter. */
  readonly postalCode: Scalars['String']['input'];
  /**
   * The state or province, one of `Query.states`. It must belong to `country`. Null or omitted: none, as for
   * countries without states there.
   */
  readonly state?: InputMaybe<State>;
  /** The flat or suite, for example `1h`. Null or omitted: none. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** A part of the venue. Seats can be reserved in chosen areas. */
export type Area = {
  readonly __typename?: 'Area';
  /**
   * Upstream's id of the area, for example `2`. It is unique only within the event. Send it in
   * `CreateCartInput.areaIds`.
   */
  readonly areaId: Scalars['ID']['output'];
  /** The area's display name, for example `Mezzanine`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The price levels that have seats in this area. Empty if upstream does not provide them. */
  readonly priceLevels: ReadonlyArray<PriceLevel>;
};

/** A way of dividing the venue into areas, for example by section or by location. */
export type AreaGroup = {
  readonly __typename?: 'AreaGroup';
  /** The areas of the group, in upstream's order. */
  readonly areas: ReadonlyArray<Area>;
  /** The name of the group, for example `Section`. Null if upstream does not provide it. */
  readonly label: Maybe<Scalars['String']['output']>;
};

/** An artist who performs, or a team that plays. */
export type Artist = {
  readonly __typename?: 'Artist';
  /**
   * Upstream's id of the artist, for example `916285`. Details such as `rank` depend on the event. Null if
   * upstream does not provide it.
   */
  readonly artistId: Maybe<Scalars['ID']['output']>;
  /**
   * Whether this is one performer or one band, rather than a team, a tour or a company. Null if upstream does
   * not provide it.
   */
  readonly isSingleAct: Maybe<Scalars['Boolean']['output']>;
  /** The artist's display name, for example `Seattle Sounders FC`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The place on the bill: 1 is the headliner. Null if upstream does not provide it. */
  readonly rank: Maybe<Scalars['Int']['output']>;
};

/** The free seats of an event at the time of upstream's response. */
export type Availability = {
  readonly __typename?: 'Availability';
  /** The seats, grouped by their offers. Empty if there are none. */
  readonly blocks: ReadonlyArray<AvailabilityBlock>;
  /**
   * Whether upstream refuses a reservation that leaves a single seat free. If true, offer only seats that leave
   * no seat, or at least two, beside them. False also if upstream does not provide it.
   */
  readonly restrictSingle: Scalars['Boolean']['output'];
  /** The most tickets that one shopper may hold for the event. Null if there is no limit. */
  readonly ticketLimit: Maybe<Scalars['Int']['output']>;
};

/** Seats that have the same offers. */
export type AvailabilityBlock = {
  readonly __typename?: 'AvailabilityBlock';
  /** The kinds of ticket that these seats are sold as. Empty if upstream lists none. */
  readonly offers: ReadonlyArray<AvailabilityOffer>;
  /** The number of free seats or places in the block. Null if upstream does not provide it. */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** The free seats, row by row. Empty if upstream lists none. */
  readonly rows: ReadonlyArray<AvailabilityRow>;
  /** The most tickets that one shopper may now take from the block. Null if upstream does not provide it. */
  readonly ticketLimit: Maybe<Scalars['Int']['output']>;
  /** The number of seats or places in the block, free or not. Null if upstream does not provide it. */
  readonly total: Maybe<Scalars['Int']['output']>;
};

/** A charge on top of the face value of a ticket. */
export type AvailabilityCharge = {
  readonly __typename?: 'AvailabilityCharge';
  /** The charge for one ticket, for example `3.00`. It may be zero. Null if upstream does not provide it. */
  readonly amount: Maybe<Money>;
  /**
   * The sort of charge, in upstream's word, for example `fee`. New words may come. Null if upstream does not
   * provide it.
   */
  readonly kind: Maybe<Scalars['String']['output']>;
  /**
   * The purpose of the charge, in upstream's word, for example `facility`. New words may come. Null if upstream
   * does not provide it.
   */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** A kind of ticket that the seats of a block are sold as. */
export type AvailabilityOffer = {
  readonly __typename?: 'AvailabilityOffer';
  /** The charges on top of the face value, for one ticket. Empty if upstream lists none. */
  readonly charges: ReadonlyArray<AvailabilityCharge>;
  /** The offer's description, for example `GPAS1`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The value printed on the ticket, for example `25.00`. Null if upstream does not provide it. */
  readonly faceValue: Maybe<Money>;
  /** The offer's name, for example `GPAS1`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The price level, as in `PriceLevel.priceLevelId`, for example `1`. Null if upstream does not provide it. */
  readonly priceLevelId: Maybe<Scalars['ID']['output']>;
  /**
   * Upstream's id of the ticket, for example `00000405000C`. It is text: leading zeros matter. Send it as
   * `TicketSelection.ticketId`. Null if upstream does not provide it.
   */
  readonly ticketId: Maybe<Scalars['ID']['output']>;
};

/** The free seats of one row. */
export type AvailabilityRow = {
  readonly __typename?: 'AvailabilityRow';
  /**
   * Whether even and odd seat numbers are neighbours. If false, neighbours differ by 2: seats 2 and 4 are side
   * by side. Null if upstream does not provide it.
   */
  readonly hasEvenOddMix: Maybe<Scalars['Boolean']['output']>;
  /**
   * Upstream's ids of the places, in the order of `seats`, for example `INGEEMRQHE5E2ORRG4`. Send them in
   * `SeatSelection.placeIds`. Empty if upstream gives none.
   */
  readonly placeIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The row, for example `A`. Null if upstream does not provide it. */
  readonly row: Maybe<Scalars['String']['output']>;
  /** The free seats, for example `2` and `4`. They are text: a seat may be called `7A`. */
  readonly seats: ReadonlyArray<Scalars['String']['output']>;
  /** The section, for example `207`. Null if upstream does not provide it. */
  readonly section: Maybe<Scalars['String']['output']>;
};

/** The buyer. The gateway forwards the data to upstream and stores none of it. */
export type BuyerInput = {
  /** The billing address. Tickets by post go there, too: see `ShippingOption.requiresAddress`. */
  readonly address: AddressInput;
  /** The address that upstream mails the order to, for example `john.doe@example.com`. */
  readonly email: Scalars['String']['input'];
  /** The first name, for example `John`. */
  readonly firstName: Scalars['String']['input'];
  /** A telephone number, for example `212-867-5309`. Null or omitted: none. */
  readonly homePhone?: InputMaybe<Scalars['String']['input']>;
  /** The last name, for example `Doe`. */
  readonly lastName: Scalars['String']['input'];
};

/**
 * A captcha for the shopper to solve before `createCart`. Show `html` in a web view, or render your own widget
 * with `siteKey`.
 */
export type Captcha = {
  readonly __typename?: 'Captcha';
  /**
   * A complete HTML page with the captcha, for a web view. Selecting it can make a separate upstream call. Null if
   * upstream gives only the keys.
   */
  readonly html: Maybe<Scalars['String']['output']>;
  /**
   * The scheme of the address that the page redirects to once the captcha is solved, for example
   * `ticketmaster-g-recaptcha-response`. Catch addresses that begin with `redirectScheme` and `://`: the rest is
   * the `captchaToken`.
   */
  readonly redirectScheme: Scalars['String']['output'];
  /** The reCAPTCHA secure token, which the widget needs besides the site key. Null if upstream gives none. */
  readonly secureToken: Maybe<Scalars['String']['output']>;
  /** The reCAPTCHA site key, for a page that renders the widget itself. */
  readonly siteKey: Scalars['String']['output'];
};

/**
 * A captcha is required, or its solution was not accepted. Let the shopper solve a new captcha, and call again
 * with a new `captchaToken` and a new `idempotencyKey`. Nothing is held.
 */
export type CaptchaFailed = Failure & {
  readonly __typename?: 'CaptchaFailed';
  /** A new captcha to show. Null if it could not be fetched: then use `Query.captcha`. */
  readonly captcha: Maybe<Captcha>;
  /** The reason: `CAPTCHA_REQUIRED` or `CAPTCHA_INVALID`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. Solve a new captcha. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same call fails again. With a newly solved captcha it may succeed. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 10031. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The card issuers that upstream accepts. */
export type CardIssuer =
  /** American Express: the number begins with 34 or 37. */
  | 'AMEX'
  /** Discover: the number begins with 6011, with 644 to 649 or with 65. */
  | 'DISCOVER'
  /** Mastercard: the number begins with 51 to 55 or 2221 to 2720. */
  | 'MASTERCARD'
  /** Visa: the number begins with 4. */
  | 'VISA';

/**
 * A reservation: seats that upstream holds for one shopper for a limited time, their cost, and the progress of
 * the checkout. After `createCart`, do the `remainingSteps`, and then call `purchaseCart`.
 */
export type Cart = {
  readonly __typename?: 'Cart';
  /** The event of the cart. Null if its details cannot be read now. */
  readonly event: Maybe<Event>;
  /**
   * When upstream's hold ends and the seats are free for others. It may move later as the shopper advances: read
   * it from every response. Null while no seats are held, and once they are bought.
   */
  readonly holdExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The seconds that were left of the hold at the time of the response. Count down from it: then a wrong clock
   * of the shopper is harmless. Null while no seats are held, and once they are bought.
   */
  readonly holdSeconds: Maybe<Scalars['Float']['output']>;
  /**
   * The gateway's id of the cart, for example `dC4aBWYZoUsmL982YKVZvm05`. It is unique in the whole graph,
   * opaque, and cannot be guessed. Anyone who has it can use the cart: keep it secret.
   */
  readonly id: Scalars['ID']['output'];
  /** The held seats, one entry for each block. Empty while the reservation is pending. */
  readonly items: ReadonlyArray<CartItem>;
  /**
   * When the gateway assumes that the shopper has left, and gives the seats back. Every call that names the
   * cart, by its id or a polling token, moves it later; `keepCart` does only that. A cart that is being bought
   * is kept, whatever its lease. Null once the cart is bought or has ended.
   */
  readonly leaseExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * What upstream charges as items of their own beside the seats, such as the delivery: see `CartItem.kind`. Their
   * cost is part of `totals`. Empty if upstream has none.
   */
  readonly otherItems: ReadonlyArray<CartItem>;
  /** The payments that are set, or made. Empty until `setCartPayment` has succeeded. */
  readonly payments: ReadonlyArray<CartPayment>;
  /** The receipt of the purchase. Null until the purchase is known to have succeeded. */
  readonly receipt: Maybe<PurchaseReceipt>;
  /**
   * The address to POST to, with or without a body, when the page is closed. It is made for
   * `navigator.sendBeacon(releaseUrl)` in a `pagehide` handler. A reload closes the page as
   * well, so the gateway gives the seats back after a grace (10 seconds by default), unless a call names the
   * cart before, such as `keepCart` of the reloaded page. It has no effect on a cart that has ended, is bought or
   * is being bought. Keep it as secret as the id.
   */
  readonly releaseUrl: Scalars['URL']['output'];
  /** The steps that are left, in this order. If it is empty and `status` is `HELD`, call `purchaseCart`. */
  readonly remainingSteps: ReadonlyArray<CartStep>;
  /** The chosen delivery. Null until one is chosen, and if the account has a fixed delivery. */
  readonly shipping: Maybe<ShippingOption>;
  /**
   * The delivery options, for `setCartShipping`. Selecting it makes a separate upstream call. Null if the
   * account has a fixed delivery, so that there is no choice, and while the cart holds no seats.
   */
  readonly shippingOptions: Maybe<ReadonlyArray<ShippingOption>>;
  /** The state of the cart. `HELD` means that seats are held and can be bought. */
  readonly status: CartStatus;
  /** The cost of the whole cart. Null until upstream provides it. */
  readonly totals: Maybe<CartTotals>;
};

/** The cart is deleted and its seats are given back. The result of a successful `deleteCart`. */
export type CartDeleted = {
  readonly __typename?: 'CartDeleted';
  /** The id of the deleted cart. It cannot be used again. */
  readonly cartId: Scalars['ID']['output'];
  /** When the cart was deleted. Deleting it again returns the same time. */
  readonly deletedAt: Scalars['DateTime']['output'];
};

/**
 * The cart has ended or is bought, or the gateway does not know it. If the code is `CART_PURCHASED`, the shopper
 * has the tickets: show `Cart.receipt`. Otherwise drop the cart's id and tokens, and call `createCart` if the
 * shopper still wants seats.
 */
export type CartGone = Failure & {
  readonly __typename?: 'CartGone';
  /** The reason: `CART_UNKNOWN` or `CART_EXPIRED` or `CART_RELEASED` or `CART_PURCHASED`. */
  readonly code: FailureCode;
  /** When the cart ended or was bought. Null if unknown. */
  readonly goneAt: Maybe<Scalars['DateTime']['output']>;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: a cart that has ended or is bought cannot be used again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 90003. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/**
 * A block of neighbouring seats, or a number of places without seats, with its tickets; or something else that the
 * cart is charged for.
 */
export type CartItem = {
  readonly __typename?: 'CartItem';
  /**
   * The first seat of the block, for example `7`. It is text: a seat may be called `7A`. Null if there are no
   * numbered seats.
   */
  readonly firstSeat: Maybe<Scalars['String']['output']>;
  /** Whether the places have no seat numbers: the shopper sits or stands anywhere in the section. */
  readonly generalAdmission: Scalars['Boolean']['output'];
  /** The kind of item. `Cart.items` are seats or places; `Cart.otherItems` are all else. */
  readonly kind: CartItemKind;
  /** The last seat of the block; the same as `firstSeat` for a single seat. Null if there are no numbered seats. */
  readonly lastSeat: Maybe<Scalars['String']['output']>;
  /** The number of seats or places. Null if upstream does not provide it. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** The kind of item, in upstream's word, for example `ticket`. Null if upstream gives none: then it is tickets. */
  readonly rawKind: Maybe<Scalars['String']['output']>;
  /** The row, for example `I`. Null if there is none. */
  readonly row: Maybe<Scalars['String']['output']>;
  /** The section, for example `CLB234`. Null if upstream does not provide it. */
  readonly section: Maybe<Scalars['String']['output']>;
  /** The tickets for the block, one entry for each kind of ticket. */
  readonly tickets: ReadonlyArray<CartTicket>;
  /** What the block costs. Null if upstream does not provide it. */
  readonly totals: Maybe<CartTotals>;
};

/** The kinds of items of a cart. New kinds may come: handle them like `UNKNOWN`. */
export type CartItemKind =
  /** The delivery of the tickets. */
  | 'DELIVERY'
  /** The processing of the order. */
  | 'PROCESSING'
  /** Seats or places, with their tickets. */
  | 'TICKETS'
  /** Upstream uses a word that the gateway does not know: see `rawKind`. */
  | 'UNKNOWN';

/** The operations that can be pending. */
export type CartOperation =
  /** Seats are being reserved, after `createCart`. The result is a `Cart` or a failure. */
  | 'CREATE'
  /** The seats are being given back, after `deleteCart`. The result is a `CartDeleted` or a failure. */
  | 'DELETE'
  /** Buyer and payment are being set, after `setCartPayment`. The result is a `Cart` or a failure. */
  | 'PAYMENT'
  /**
   * The cart is being bought, after `purchaseCart`. The result is a `PurchaseReceipt`, a failure, or an
   * `OutcomeUnknown`, which needs more polling.
   */
  | 'PURCHASE'
  /** The delivery is being set, after `setCartShipping`. The result is a `Cart` or a failure. */
  | 'SHIPPING';

/** One payment of a cart, with what a receipt may show of it. */
export type CartPayment = {
  readonly __typename?: 'CartPayment';
  /** The amount that is paid this way, for example `57.39`. Null if upstream does not provide it. */
  readonly amount: Maybe<Money>;
  /** The month in which the card expires, 1 to 12. Null if it is no card, or unknown. */
  readonly expiryMonth: Maybe<Scalars['Int']['output']>;
  /** The year in which the card expires, in four digits. Null if it is no card, or unknown. */
  readonly expiryYear: Maybe<Scalars['Int']['output']>;
  /** The issuer of the card, in upstream's word, for example `VISA`. Null if it is no card, or unknown. */
  readonly issuer: Maybe<Scalars['String']['output']>;
  /** The kind of payment. `UNKNOWN` if the gateway does not know upstream's word: see `rawKind`. */
  readonly kind: PaymentKind;
  /** The last four digits of the card, for example `0011`. Null if it is no card, or unknown. */
  readonly lastFour: Maybe<Scalars['String']['output']>;
  /** The kind of payment, in upstream's word, for example `CC`. Empty if upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
};

/** The states of a cart. */
export type CartStatus =
  /**
   * The cart was deleted, its lease ran out, or its reservation failed. It cannot be used any more. If upstream
   * still holds seats for it, the gateway gives them back as soon as upstream allows.
   */
  | 'DELETED'
  /** Upstream's hold ran out, and the seats are free for others. Reserve again with `createCart`. */
  | 'EXPIRED'
  /** Upstream holds the seats until `holdExpiresAt`. Do the `remainingSteps`, and then call `purchaseCart`. */
  | 'HELD'
  /** Upstream has not yet found seats, or refused them. Continue with `pollCart`. */
  | 'PENDING'
  /** The shopper has bought the tickets: see `receipt`. The cart cannot be changed or deleted any more. */
  | 'PURCHASED'
  /**
   * The purchase was sent to upstream, and its outcome is not yet known. Continue with `pollCart`, and do not
   * buy the tickets again. The cart cannot be changed or deleted in this state.
   */
  | 'PURCHASING';

/** The steps before a cart can be bought. */
export type CartStep =
  /** Set the buyer and the payment: call `setCartPayment`. */
  | 'PAYMENT'
  /** Choose a delivery: call `setCartShipping`. */
  | 'SHIPPING';

/** Tickets of one kind in a cart. */
export type CartTicket = {
  readonly __typename?: 'CartTicket';
  /**
   * The parts of the price of each ticket. The amounts are for one ticket; `Charge.quantity` has the number of
   * tickets.
   */
  readonly charges: ReadonlyArray<Charge>;
  /** Upstream's name of the ticket, for example `GPAS1`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The number of tickets of this kind. Null if upstream does not provide it. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** Upstream's id of the ticket, as in `Ticket.ticketId`. Null if upstream does not provide it. */
  readonly ticketId: Maybe<Scalars['ID']['output']>;
};

/** The cost of a cart, or of one item of it. An amount is null if upstream does not provide it. */
export type CartTotals = {
  readonly __typename?: 'CartTotals';
  /** The cost of delivery. Null if upstream does not provide it, as for a single item. */
  readonly delivery: Maybe<Money>;
  /** All fees together. Null if upstream does not provide it. */
  readonly fees: Maybe<Money>;
  /**
   * The total. Show it to the shopper, and send it as `PurchaseCartInput.expectedTotal`. Null if upstream does
   * not provide it.
   */
  readonly grand: Maybe<Money>;
  /** The tickets without fees and taxes, for example `50.00`. Null if upstream does not provide it. */
  readonly merchandise: Maybe<Money>;
  /** All taxes together. Null if upstream does not provide it. */
  readonly tax: Maybe<Money>;
  /** The amount still to be paid. Null if upstream does not provide it, as for a single item. */
  readonly unpaid: Maybe<Money>;
};

/** One part of a price: the face value, a fee or a tax. */
export type Charge = {
  readonly __typename?: 'Charge';
  /** The charge for one ticket, for example `25.00`. It may be zero. */
  readonly amount: Money;
  /** The purpose of the charge. `UNKNOWN` if the gateway does not know upstream's word: see `rawKind`. */
  readonly kind: ChargeKind;
  /** The number of tickets that the charge is for. Null if upstream does not provide it, as in an event's prices. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** The purpose of the charge, in upstream's word, for example `face_value`. Empty if upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
  /** The tax on the charge, for one ticket. Null if upstream does not provide it, as in an event's prices. */
  readonly tax: Maybe<Money>;
};

/** The purposes of charges. New kinds may come: include `UNKNOWN` charges in sums. */
export type ChargeKind =
  /** The charge that upstream calls `distance`. It is often zero. */
  | 'DISTANCE'
  /** The value printed on the ticket. Upstream's word is `face_value`. */
  | 'FACE_VALUE'
  /** The tax on the face value. Upstream's word is `face_value_tax`. */
  | 'FACE_VALUE_TAX'
  /** The venue's facility fee. Upstream's word is `facility`. */
  | 'FACILITY'
  /** The service fee. Upstream's word is `service`. */
  | 'SERVICE'
  /** The tax on the service fee. Upstream's word is `service_tax`. */
  | 'SERVICE_TAX'
  /** A second tax on the service fee. Upstream's word is `service_tax2`. */
  | 'SERVICE_TAX2'
  /** Upstream uses a word that the gateway does not know: see `rawKind`. */
  | 'UNKNOWN';

export { Country };

/** A country, with what a form shows and sends. */
export type CountryEntry = {
  readonly __typename?: 'CountryEntry';
  /** The country as a value of this API, for example `CANADA`. */
  readonly country: Country;
  /** Upstream's number for the country, which is that of ISO 3166-1, for example 124. */
  readonly countryId: Scalars['Int']['output'];
  /** The ISO 3166-1 code of the country in two letters, for example `CA`. */
  readonly isoCode: Scalars['String']['output'];
  /** The display name in upstream's appendix, for example `Canada`. */
  readonly name: Scalars['String']['output'];
};

/**
 * The tickets to reserve. By default upstream picks the best available seats. To choose seats, send `areaIds` or
 * `seats`.
 */
export type CreateCartInput = {
  /**
   * Whether to take the best available seats if the chosen ones are not free. If false, the result is then a
   * `NoInventory`.
   */
  readonly acceptBestAvailable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Reserves only in these areas, as in `Area.areaId`. Null or omitted: in any area. */
  readonly areaIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The token of the solved captcha. It is valid once, for a short time. Omit it if `captcha` is null. */
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** The event, for example `3F004CBB88958BF9`. */
  readonly eventId: Scalars['EventID']['input'];
  /**
   * Makes it safe to repeat a call whose response was lost: the same key with the same input returns the same
   * cart, from any network. The same key with a different input returns an `IdempotencyConflict`. Use a new UUID
   * for each attempt of the shopper, for example `5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33`, or 21 to 128 random
   * characters; a weaker key is `InvalidInput`. Keep it as secret as the cart's id: with the same input it returns
   * the cart. Null or omitted: every call makes a new reservation.
   * If the cart's captcha became stale in line, a new `captchaToken` is no different input.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The newest `Pending.token` of a cart whose captcha became stale in line (`CaptchaFailed`). With the same
   * input and a new `captchaToken`, the cart goes on at its place, which is kept for two minutes. Not needed if the call has the
   * `idempotencyKey` of the first one. Ignored where no place is kept.
   */
  readonly placeToken?: InputMaybe<Scalars['ID']['input']>;
  /** Reserves these seats. Null or omitted: upstream picks the seats. */
  readonly seats?: InputMaybe<SeatSelection>;
  /** The tickets, at least one entry. Several kinds may be combined, for example adults and children. */
  readonly tickets: ReadonlyArray<TicketSelection>;
};

/** The cart to delete. Exactly one of the two fields must be given. */
export type DeleteCartInput =
  /** The id of the cart, as in `Cart.id`. */
  { readonly cartId: Scalars['ID']['input']; readonly token?: never; }
  |  /** A token from `Pending.token`. Deletes its cart, even while the reservation is pending. */
  { readonly cartId?: never; readonly token: Scalars['ID']['input']; };

/** The statuses of the mail that explains how to get the tickets. New kinds may come: handle them like `UNKNOWN`. */
export type EmailStatus =
  /** The mail bounced. Contact the buyer in another way. Upstream's number is 2. */
  | 'BOUNCED'
  /** The mail could not be sent. Contact the buyer in another way. Upstream's number is 4. */
  | 'SEND_ERROR'
  /** The mail was sent. Remind the buyer of it. Upstream's number is 1. */
  | 'SENT'
  /** The mail was marked as spam. Ask the buyer to look there. Upstream's number is 3. */
  | 'SPAM'
  /** Upstream gives no number, or one that the gateway does not know: see `rawEmailStatus`. */
  | 'UNKNOWN';

/**
 * A card. The page encrypts its secrets under a `PaymentCertificate`: `encryptCard` of `@stagedoor/client/card`
 * returns `number` and `securityCode`. Neither the gateway nor your frontend's server can read them.
 */
export type EncryptedCardInput = {
  /** The certificate that encrypts both, as in `PaymentCertificate.certificateId`. */
  readonly certificateId: Scalars['ID']['input'];
  /** The month in which the card expires, 1 to 12. */
  readonly expiryMonth: Scalars['Int']['input'];
  /** The year in which the card expires, in four digits, for example 2030. */
  readonly expiryYear: Scalars['Int']['input'];
  /** The issuer of the card. Null or omitted: upstream derives it from the number. */
  readonly issuer?: InputMaybe<CardIssuer>;
  /**
   * The encrypted card number: 16 random letters and digits, then the digits of the number without blanks,
   * encrypted together with RSA and PKCS#1 v1.5 padding, as base64. A plain number is refused with the code
   * `PLAIN_CARD_DATA`.
   */
  readonly number: Scalars['String']['input'];
  /** The postal code of the card's billing address. Null or omitted: that of the buyer's address. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * The encrypted security code from the back of the card (the front for American Express), made like `number`,
   * with other random characters.
   */
  readonly securityCode: Scalars['String']['input'];
};

/** A show, a match or anything else that tickets are sold for. A field is null if upstream does not provide it. */
export type Event = {
  readonly __typename?: 'Event';
  /**
   * Whether this event can be sold through the gateway at all. If false, send the shopper to `url`. If true, it
   * may still be too early, too late or sold out: see `sellable`.
   */
  readonly apiTransactable: Scalars['Boolean']['output'];
  /** The venue's seating areas, grouped as upstream groups them. Empty for events without areas. */
  readonly areaGroups: ReadonlyArray<AreaGroup>;
  /** The artists or teams, in upstream's order. Empty if upstream lists none. */
  readonly artists: ReadonlyArray<Artist>;
  /**
   * The seats that are free now. Selecting it makes a separate upstream call. The gateway caches the result for
   * 2 seconds, unless the operator has set another time. A seat shown as free may be taken a moment later, so
   * handle `NoInventory`. Null if upstream has not enabled the account for it, if upstream knows no such event,
   * or if the event is not `apiTransactable`. Null with an entry in `errors` if upstream does not respond, as
   * during maintenance.
   */
  readonly availability: Maybe<Availability>;
  /** The currency of the event's prices, for example `USD`. Null if upstream does not provide it. */
  readonly currency: Maybe<Scalars['CurrencyCode']['output']>;
  /**
   * Whether `Price.displayAmount` already includes the facility fee. If so, do not add the fee again. Null if
   * upstream does not provide it.
   */
  readonly facilityFeeIncluded: Maybe<Scalars['Boolean']['output']>;
  /**
   * The id that was sent for this event, for example `3F004CBB88958BF9`. It is unique in the whole graph. Case
   * matters.
   */
  readonly id: Scalars['EventID']['output'];
  /** A picture for the event. Null if there is none. */
  readonly image: Maybe<Image>;
  /**
   * The date as printed on the ticket: `startsAt` in the venue's time zone, for example `2015-08-20` in Seattle
   * for an event that starts at `2015-08-21T02:00:00Z`. Null if the start or the venue's time zone is unknown.
   */
  readonly localDate: Maybe<Scalars['LocalDate']['output']>;
  /**
   * The time as printed on the ticket: `startsAt` in the venue's time zone, for example `19:00:00`. Null if the
   * start or the venue's time zone is unknown.
   */
  readonly localTime: Maybe<Scalars['LocalTime']['output']>;
  /**
   * The current nightly closure of the ticketing system, or else the next one. It lasts from 02:00 to 03:00 by
   * the venue's clock, or from midnight to 02:00 with upstream's edition of 2018. Null if the venue's time zone is unknown.
   */
  readonly maintenance: Maybe<MaintenanceWindow>;
  /** The event's display name, for example `Seattle Sounders FC vs. San Jose Earthquakes`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Notes to show to the shopper before the purchase. Empty if there are none. */
  readonly notes: ReadonlyArray<EventNote>;
  /** When the sale ends. Null if upstream does not provide it. */
  readonly offsaleAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the general sale begins. Null if upstream does not provide it, as for events that the venue set up
   * without it.
   */
  readonly onsaleAt: Maybe<Scalars['DateTime']['output']>;
  /** Sales to limited groups, most of them before the general sale. Empty if there are none. */
  readonly presales: ReadonlyArray<Presale>;
  /** The price levels of a seated event, with the areas where each is found. Empty for events without levels. */
  readonly priceLevels: ReadonlyArray<PriceLevel>;
  /**
   * The lowest and the highest price, for a line such as `25 to 150 dollars`. Null if upstream does not provide
   * it.
   */
  readonly priceRange: Maybe<PriceRange>;
  /** The promoter of the event. Null if upstream does not provide it. */
  readonly promoter: Maybe<Promoter>;
  /** When the event is made public. Null if upstream does not provide it. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The organization that sells the tickets, in upstream's abbreviation, for example `TM`. Null if upstream does
   * not provide it.
   */
  readonly purchaseOrganization: Maybe<Scalars['String']['output']>;
  /**
   * The ways of choosing seats that upstream offers for this event, in upstream's words: `bestavail` (the best
   * available) and `specificseats` are known. New words may come. Empty if upstream does not provide them.
   */
  readonly searchCriteria: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Whether `createCart` can succeed now: the event is transactable, is within its sale or a presale, and its
   * ticketing system is not under maintenance. It is computed for every response. It is a hint: upstream
   * decides, and the event may be sold out.
   */
  readonly sellable: Scalars['Boolean']['output'];
  /**
   * Whether `Price.displayAmount` already includes the service fee. If so, do not add the fee again. Null if
   * upstream does not provide it.
   */
  readonly serviceFeeIncluded: Maybe<Scalars['Boolean']['output']>;
  /**
   * Since when these details may be out of date, for example `2026-06-15T18:00:00Z`: upstream was not read again
   * since, because it is down, its quota is short, or it is being read right now. Null while they are fresh.
   */
  readonly staleSince: Maybe<Scalars['DateTime']['output']>;
  /** When the event begins. Null if upstream does not provide it. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** The statuses of the event, in upstream's order. Empty if upstream lists none. */
  readonly statuses: ReadonlyArray<EventStatus>;
  /**
   * The most tickets that one shopper may hold for this event, over all kinds of ticket. Null if there is no
   * limit.
   */
  readonly ticketLimit: Maybe<Scalars['Int']['output']>;
  /**
   * The kinds of ticket on sale, for example adult and child. Send their `ticketId` to `createCart`. Empty if
   * there are none.
   */
  readonly tickets: ReadonlyArray<Ticket>;
  /**
   * Upstream's number for the type of event, for example 0. Upstream does not document the numbers. Null if
   * upstream does not provide it.
   */
  readonly typeId: Maybe<Scalars['Int']['output']>;
  /**
   * The event's page on the retail site. Send the shopper there if the event cannot be sold here. Null if
   * upstream does not provide it.
   */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Where the event takes place. Null if upstream does not provide it. */
  readonly venue: Maybe<Venue>;
};

/** An entry in the list of events that the account can sell. A field is null if upstream does not provide it. */
export type EventListing = {
  readonly __typename?: 'EventListing';
  /** The venue's code for the event, for example `EPT0726E`. */
  readonly code: Maybe<Scalars['String']['output']>;
  /**
   * The event in full. Selecting it makes a separate upstream call for each entry, cached like `Query.event`.
   * For a long list, use `Query.events` in portions instead. Null if upstream no longer knows the event.
   */
  readonly event: Maybe<Event>;
  /** The event's id, for example `0B004D43F86C478F`. `Query.event` finds the event by it. */
  readonly eventId: Scalars['EventID']['output'];
  /** The ticketing system that hosts the event, for example `LA2`. */
  readonly host: Maybe<Scalars['String']['output']>;
  /** The date of the event in the venue's calendar, for example `2015-07-26`. */
  readonly localDate: Maybe<Scalars['LocalDate']['output']>;
  /** When the event begins by the venue's clock, for example `18:30:00`. */
  readonly localTime: Maybe<Scalars['LocalTime']['output']>;
  /** The offers of the event. Empty if upstream lists none. */
  readonly offers: ReadonlyArray<ListedOffer>;
  /** The venue's time zone, for example `America/Los_Angeles`. */
  readonly timeZone: Maybe<Scalars['TimeZone']['output']>;
};

/** The event cannot be sold here. Send the shopper to `redirectUrl`, if there is one. Nothing is held. */
export type EventNotSellable = Failure & {
  readonly __typename?: 'EventNotSellable';
  /** The reason: `NOT_TRANSACTABLE` or `UNKNOWN_EVENT`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** The event's page on the retail site, where the shopper may still buy. Null if there is none. */
  readonly redirectUrl: Maybe<Scalars['URL']['output']>;
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: a repeated call fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 90001. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A note to show to the shopper before the purchase. */
export type EventNote = {
  readonly __typename?: 'EventNote';
  /** The subject of the note. `UNKNOWN` if the gateway does not know upstream's word: see `rawKind`. */
  readonly kind: EventNoteKind;
  /** The subject of the note, in upstream's word, for example `ticketlimittext`. Empty if upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
  /**
   * The text of the note, for example `There is a 10 ticket limit per household.` Null if upstream does not
   * provide it.
   */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** The subjects of notes. New kinds may come: show the text of an `UNKNOWN` note, too. */
export type EventNoteKind =
  /** The note explains how many tickets one shopper may buy. Upstream's word is `ticketlimittext`. */
  | 'TICKET_LIMIT'
  /** Upstream uses a word that the gateway does not know: see `rawKind`. */
  | 'UNKNOWN'
  /** General information for the web page of the event. Upstream's word is `webinfo`. */
  | 'WEB_INFO';

/** A status of an event, and the time from which it applies. */
export type EventStatus = {
  readonly __typename?: 'EventStatus';
  /** The kind of status. `UNKNOWN` if the gateway does not know upstream's word: see `rawKind`. */
  readonly kind: EventStatusKind;
  /** The kind of status, in upstream's word, for example `onsale`. Empty if upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
  /** The time from which the status applies. It may be in the future. Null if upstream does not provide it. */
  readonly since: Maybe<Scalars['DateTime']['output']>;
};

/** The kinds of event status. New kinds may come: handle them like `UNKNOWN`. */
export type EventStatusKind =
  /** The event does not take place. */
  | 'CANCELLED'
  /** The event is no longer on sale. */
  | 'OFFSALE'
  /** The event is on sale from `EventStatus.since` on. */
  | 'ONSALE'
  /** The event takes place later; the new date may not be known yet. */
  | 'POSTPONED'
  /** The event has moved to another date. */
  | 'RESCHEDULED'
  /** Upstream uses a word that the gateway does not know: see `rawKind`. */
  | 'UNKNOWN';

/**
 * The fields of every failure. Select `... on Failure { code message retryable retryAfterSeconds }` as the
 * catch-all, and single types for a better message to the shopper. The type determines what to do; `code` has
 * the exact reason. After `purchaseCart`, always select `... on OutcomeUnknown`: do not show it as failed.
 */
export type Failure = {
  /** The exact reason. Codes are stable: match on them, never on `message`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers: the text may change. */
  readonly message: Scalars['String']['output'];
  /** Seconds to wait before the next try. Null if unknown, or if waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /**
   * Whether the same call may succeed later. If the call has an `idempotencyKey`, use a new one for the next
   * try.
   */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 20052. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/**
 * The reason of a failure. Codes are stable. New codes may come: handle an unknown code by the type of its
 * failure.
 */
export type FailureCode =
  /**
   * In `InvalidInput`: a field is empty, too long, out of range, or not something that upstream accepts. Correct
   * the field at `InputIssue.path`.
   */
  | 'BAD_FIELD'
  /**
   * In `Throttled`: too many calls from the shopper's address, or as many of its carts wait in line as may. Wait
   * `retryAfterSeconds`, and send fewer calls.
   */
  | 'CALLER_QUOTA'
  /**
   * In `CaptchaFailed`: the `captchaToken` is wrong, was used before or is too old. Let the shopper solve a new
   * captcha.
   */
  | 'CAPTCHA_INVALID'
  /**
   * In `CaptchaFailed`: no `captchaToken` was sent, but one is required. Show the captcha and call again with
   * its token.
   */
  | 'CAPTCHA_REQUIRED'
  /**
   * In `CartGone`: upstream's hold ran out, and the seats are free for others. Inform the shopper, and reserve
   * again.
   */
  | 'CART_EXPIRED'
  /**
   * In `CartGone`: the cart was bought, so it can no longer be changed or deleted. Nothing is wrong: show the
   * shopper `Cart.receipt`.
   */
  | 'CART_PURCHASED'
  /**
   * In `CartGone`: the cart was deleted, or released through its `releaseUrl`, or its lease ran out. Reserve
   * again. If the shopper was still there, call `keepCart` more often.
   */
  | 'CART_RELEASED'
  /**
   * In `CartGone`: the gateway knows no cart with this id or token, or no longer does, or upstream no longer
   * accepts the cart. Reserve again.
   */
  | 'CART_UNKNOWN'
  /**
   * In `PaymentDeclined`: the payment was not accepted. Ask the shopper for another card, and call
   * `setCartPayment` and `purchaseCart` again.
   */
  | 'DECLINED'
  /**
   * In `UpstreamFailed`: upstream had not finished at `Pending.giveUpAt`, and the gateway stopped waiting. It
   * gives back any seats. Try again later with a new `idempotencyKey`.
   */
  | 'GAVE_UP_POLLING'
  /**
   * In `IdempotencyConflict`: the `idempotencyKey` was used with a different input. Use a new UUID for each new
   * attempt.
   */
  | 'KEY_REUSED'
  /**
   * In `TicketLimitExceeded`: more tickets than one shopper may hold for the event. Ask for no more than
   * `limit`.
   */
  | 'LIMIT_EXCEEDED'
  /**
   * In `UnderMaintenance`: the ticketing system is closed for the night, or down. Try again when `window` ends,
   * or after some minutes if it is null.
   */
  | 'NIGHTLY_MAINTENANCE'
  /**
   * In `EventNotSellable`: the event exists but cannot be sold through the gateway. Send the shopper to
   * `redirectUrl`.
   */
  | 'NOT_TRANSACTABLE'
  /**
   * In `PaymentDeclined`: the card or account has no funds. Ask the shopper for another card, and call
   * `setCartPayment` and `purchaseCart` again.
   */
  | 'NO_FUNDS'
  /**
   * In `NoInventory`: no seats match: they are sold out, held by others, or too few are side by side. Offer
   * fewer tickets, another price or another area.
   */
  | 'NO_INVENTORY'
  /**
   * In `OutcomeUnknown`: upstream's response to a purchase was lost, and the gateway is looking up the order.
   * Poll with the failure's token, and do not buy again.
   */
  | 'OUTCOME_UNKNOWN'
  /**
   * In `InvalidInput`: a string of the input looks like a plain card number. Nothing was sent upstream. Encrypt
   * the card in the page, for example with `encryptCard` of `@stagedoor/client/card`. If the string is not a card
   * number, write it differently.
   */
  | 'PLAIN_CARD_DATA'
  /**
   * In `InvalidInput`: the number of tickets breaks the ticket's rule. Offer only numbers that
   * `Ticket.quantities` allows.
   */
  | 'QUANTITY_RULE'
  /** In `Throttled`: as many carts stand in line as may. Wait `retryAfterSeconds`, and call `createCart` again. */
  | 'QUEUE_FULL'
  /**
   * In `PaymentDeclined`: the card's security code is wrong. Ask the shopper to enter it again, and call
   * `setCartPayment` and `purchaseCart` again.
   */
  | 'SECURITY_CODE_INVALID'
  /**
   * In `UpstreamFailed`: this process of the gateway is shutting down. Nothing was sent upstream. Try again at
   * once: another process will respond.
   */
  | 'SHUTTING_DOWN'
  /**
   * In `UpstreamFailed`: upstream did not respond in time, so its outcome is unknown. Try again, with a new
   * `idempotencyKey` if the call has one: delivery and payment can be set repeatedly. If upstream holds seats
   * that it has not reported to the gateway, its hold ends after some minutes.
   */
  | 'TIMEOUT'
  /**
   * In `TotalChanged`: the cart no longer costs `expectedTotal`. Show the shopper the new total, and if they
   * agree, call `purchaseCart` with it.
   */
  | 'TOTAL_CHANGED'
  /**
   * In `UpstreamFailed`: upstream is unreachable, or reports that it is down. Try again after
   * `retryAfterSeconds`.
   */
  | 'UNAVAILABLE'
  /** In `UpstreamFailed`: the gateway cannot read upstream's response. Report it with the `requestId`. */
  | 'UNEXPECTED'
  /**
   * In `InvalidInput`: upstream has no delivery option with this id for the cart. Read `Cart.shippingOptions`
   * again, and offer only those.
   */
  | 'UNKNOWN_DELIVERY'
  /** In `EventNotSellable`: upstream knows no event with this id. Check the id, and its upper and lower case. */
  | 'UNKNOWN_EVENT'
  /**
   * In `InvalidInput`: the event has no ticket with this id. Read `Event.tickets` again. Leading zeros of ids
   * matter.
   */
  | 'UNKNOWN_TICKET'
  /**
   * In `InvalidInput`: the Partner API that this gateway calls has no such thing: see the message. Offer another
   * way, for example another payment.
   */
  | 'UNSUPPORTED'
  /**
   * In `Throttled`: the gateway's quota at upstream is exhausted. Wait `retryAfterSeconds`, and show that the
   * service is busy.
   */
  | 'UPSTREAM_QUOTA';

/**
 * The `idempotencyKey` was used before with a different input. This call had no effect, and the cart of the
 * earlier call is unchanged. Send the earlier input to get that cart, or use a new key for a new cart.
 */
export type IdempotencyConflict = Failure & {
  readonly __typename?: 'IdempotencyConflict';
  /** The reason: `KEY_REUSED`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the key stays bound to its first input. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Null: nothing was sent upstream. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A picture of an event. */
export type Image = {
  readonly __typename?: 'Image';
  /** The height in pixels. Null if upstream does not provide it. */
  readonly height: Maybe<Scalars['Int']['output']>;
  /** The address of the picture. Null if upstream does not provide it. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** The width in pixels. Null if upstream does not provide it. */
  readonly width: Maybe<Scalars['Int']['output']>;
};

/** A fault of an input. */
export type InputIssue = {
  readonly __typename?: 'InputIssue';
  /** The broken rule: one of the codes of `InvalidInput`. */
  readonly code: FailureCode;
  /** The fault in English, for developers, for example `A multiple of 2.` It never repeats the input. */
  readonly message: Scalars['String']['output'];
  /** The path of the faulty field, with list positions from 0, for example `tickets.0.quantity`. */
  readonly path: Scalars['String']['output'];
};

/**
 * The input breaks a rule. Correct the `issues` and call again. The call had no effect: nothing new is held or
 * bought, and an existing cart is unchanged.
 */
export type InvalidInput = Failure & {
  readonly __typename?: 'InvalidInput';
  /** The reason: `BAD_FIELD` or `QUANTITY_RULE` or `UNKNOWN_TICKET` or `UNKNOWN_DELIVERY` or `UNSUPPORTED` or `PLAIN_CARD_DATA`. */
  readonly code: FailureCode;
  /** All faults of the input, at least one. `InvalidInput.code` is the code of the first. */
  readonly issues: ReadonlyArray<InputIssue>;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same input fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 10002. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** An offer of a listed event. */
export type ListedOffer = {
  readonly __typename?: 'ListedOffer';
  /** Upstream's name of the offer, for example `GPAS4`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Upstream's id of the ticket, as in `Ticket.ticketId`, for example `00004C440003`. It is text: leading zeros
   * matter. Null if upstream does not provide it.
   */
  readonly ticketId: Maybe<Scalars['ID']['output']>;
};

/**
 * The nightly closure of the system that sells an event. During it, reservations fail, and event details stay
 * readable.
 */
export type MaintenanceWindow = {
  readonly __typename?: 'MaintenanceWindow';
  /** Whether the system is closed at the time of the response. */
  readonly active: Scalars['Boolean']['output'];
  /** When the closure ends: mostly 03:00 by the venue's clock, or 02:00 with upstream's edition of 2018. Try again then. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** When the closure begins: mostly 02:00 by the venue's clock, or midnight with upstream's edition of 2018. */
  readonly startsAt: Scalars['DateTime']['output'];
};

/** A sales region, for example a city and its surroundings. */
export type Market = {
  readonly __typename?: 'Market';
  /** Upstream's id of the market, for example `42`. Null if upstream does not provide it. */
  readonly marketId: Maybe<Scalars['ID']['output']>;
  /** The market's display name, for example `Greater Seattle Area`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** An exact amount of money with its currency. */
export type Money = {
  readonly __typename?: 'Money';
  /**
   * The amount in major units, such as dollars, as exact text. It has at least the currency's minor digits:
   * `"25.00"`, `"57.39"`.
   */
  readonly amount: Scalars['Decimal']['output'];
  /** The currency, for example `USD`. `XXX` if upstream names none. */
  readonly currency: Scalars['CurrencyCode']['output'];
};

/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Reserves seats. Returns a `Cart` if seats are held, a `Pending` if upstream needs more time, or a failure.
   * From then on the gateway drives the cart: it polls upstream, and gives back the seats if the shopper leaves.
   * The client only watches, with `pollCart`. Null only with an entry in `errors`.
   */
  readonly createCart: Maybe<PollingResult>;
  /**
   * Gives back the seats of a cart. Call it when the shopper gives up, even while the reservation is pending.
   * Deleting twice succeeds twice. Returns a `CartDeleted`, or a `Pending` if upstream needs more time; the
   * gateway gives the seats back even if no client polls. A purchase cannot be undone: for a cart that is
   * bought, returns a `CartGone` with the code `CART_PURCHASED`; for a cart that is being bought, returns the
   * purchase's `Pending` or `OutcomeUnknown`. Null only with an entry in `errors`.
   */
  readonly deleteCart: Maybe<PollingResult>;
  /**
   * Renews the cart's lease and returns the cart. Call it before `Cart.leaseExpiresAt` while the shopper reads
   * or fills in a form. It does not extend upstream's hold: see `Cart.holdExpiresAt`. A cart that has ended is
   * returned unchanged. Null if the gateway does not know the cart, or no longer does.
   */
  readonly keepCart: Maybe<Cart>;
  /**
   * Buys the cart and takes the money. Call it when `Cart.remainingSteps` is empty; before that it returns an
   * `InvalidInput` that lists the missing steps.
   *
   * A cart is bought at most once, and the cart itself is the idempotency key: concurrent or repeated calls buy
   * once and return the same receipt. So after a lost connection, repeat the call. If the total is no longer
   * `expectedTotal`, returns a `TotalChanged`, and nothing is sent upstream. If upstream's response is lost,
   * returns an `OutcomeUnknown` while the gateway looks up the order: poll with its token, and do not buy the
   * tickets in another cart.
   *
   * Otherwise returns a `PurchaseReceipt`, a `Pending` if upstream needs more time, or a failure, which means
   * that nothing was bought. Null only with an entry in `errors`.
   */
  readonly purchaseCart: Maybe<PollingResult>;
  /**
   * Sets the buyer and the payment. It takes no money: `purchaseCart` does. Calling it again replaces the
   * earlier payment, for example after a `PaymentDeclined`.
   *
   * The page must encrypt the card's number and security code under the `paymentCertificate`: put 16 random
   * letters and digits in front of each, encrypt with RSA and PKCS#1 v1.5 padding, and encode as base64.
   * `encryptCard` of `@stagedoor/client/card` does it. A plain card number, in any string of any input, is refused
   * with an `InvalidInput` of the code `PLAIN_CARD_DATA`, and nothing is sent upstream. The gateway forwards
   * buyer and card to upstream and stores neither.
   *
   * Returns the `Cart` or a failure. If an earlier operation of the cart is still pending, the call first waits
   * for it. After 25 seconds it returns an `UpstreamFailed`, and nothing is sent. Null only with an entry in
   * `errors`.
   */
  readonly setCartPayment: Maybe<PollingResult>;
  /**
   * Chooses one of `Cart.shippingOptions`. Calling it again replaces the choice. Delivery may cost extra: show
   * the new `Cart.totals`. Returns the `Cart`, a `Pending` if upstream needs more time, or a failure. If an
   * earlier operation of the cart is still pending, the call first waits for it. After 25 seconds it returns an
   * `UpstreamFailed`, and nothing is sent. Null only with an entry in `errors`.
   */
  readonly setCartShipping: Maybe<PollingResult>;
};


/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type MutationCreateCartArgs = {
  input: CreateCartInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type MutationDeleteCartArgs = {
  input: DeleteCartInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type MutationKeepCartArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type MutationPurchaseCartArgs = {
  input: PurchaseCartInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type MutationSetCartPaymentArgs = {
  input: SetCartPaymentInput;
};


/**
 * The operations that change or buy a reservation. Every field is nullable, so that an error in one mutation
 * does not void the others of the request. Null means that `errors` has the reason.
 */
export type MutationSetCartShippingArgs = {
  input: SetCartShippingInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * No seats match: they are sold out, held by others, or too few are side by side. Offer the shopper fewer
 * tickets, another price or another area. Nothing is held.
 */
export type NoInventory = Failure & {
  readonly __typename?: 'NoInventory';
  /** The reason: `NO_INVENTORY`. */
  readonly code: FailureCode;
  /** The event, to offer other tickets. Null if its details cannot be read now. */
  readonly event: Maybe<Event>;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Seconds to wait before the next try. Null if unknown: then wait longer after each try. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** Whether seats may become free later, when others give theirs back. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 20052. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** An order, as upstream stores it. A field is null if upstream does not provide it. */
export type Order = {
  readonly __typename?: 'Order';
  /** The buyer's email address. Null if upstream does not provide it. */
  readonly customerEmail: Maybe<Scalars['String']['output']>;
  /** The delivery of the tickets. Null if upstream does not provide it. */
  readonly delivery: Maybe<OrderDelivery>;
  /** The tickets of the order, one entry for each seat or place. Empty if upstream lists none. */
  readonly tickets: ReadonlyArray<OrderTicket>;
  /** Whether the whole order was cancelled. Its tickets are then not valid. Null if upstream does not provide it. */
  readonly voided: Maybe<Scalars['Boolean']['output']>;
};

/** One part of the price of a ticket in an order. */
export type OrderCharge = {
  readonly __typename?: 'OrderCharge';
  /** The amount of the charge, for example `8.15`. It may be zero. Null if upstream does not provide it. */
  readonly amount: Maybe<Money>;
  /** The charge's description, for example `Service Charge`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * The sort of charge, in upstream's word: `price`, `fee` and `tax` are known. New words may come. Null if
   * upstream does not provide it.
   */
  readonly kind: Maybe<Scalars['String']['output']>;
  /**
   * The purpose of the charge, in upstream's word, for example `service_charge`. New words may come. Null if
   * upstream does not provide it.
   */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** The delivery of an order. */
export type OrderDelivery = {
  readonly __typename?: 'OrderDelivery';
  /** The carrier, for example `USPS`. Null if upstream does not provide it. */
  readonly carrier: Maybe<Scalars['String']['output']>;
  /** The delivery's description, for example `US Postal Mail`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The kind of delivery, in upstream's word, for example `MAIL`. Null if upstream does not provide it. */
  readonly serviceLevel: Maybe<Scalars['String']['output']>;
};

/** One ticket of an order: one seat or place. A field is null if upstream does not provide it. */
export type OrderTicket = {
  readonly __typename?: 'OrderTicket';
  /** The number in the barcode. Anyone who has it can enter: show it only to the holder. */
  readonly barcodeId: Maybe<Scalars['ID']['output']>;
  /** When the barcode may first be shown to the holder. Null also if it may be shown at once. */
  readonly barcodeShownFrom: Maybe<Scalars['DateTime']['output']>;
  /** A picture of the barcode. Anyone who has it can enter: show it only to the holder. */
  readonly barcodeUrl: Maybe<Scalars['URL']['output']>;
  /** The parts of the ticket's price. Empty if upstream does not provide them. */
  readonly charges: ReadonlyArray<OrderCharge>;
  /** Upstream's name of the kind of ticket, for example `FULL PRICE - UNDER 3 ON LAP`. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The number to show for the ticket, for example `29-16792/PHX`. It may be the order number. */
  readonly displayId: Maybe<Scalars['ID']['output']>;
  /** The venue's code for the event, for example `EGOLD`. See `Query.eventByCode`. */
  readonly eventCode: Maybe<Scalars['String']['output']>;
  /** The ticketing system that hosts the event, for example `PHX`. See `Query.eventByCode`. */
  readonly eventHost: Maybe<Scalars['String']['output']>;
  /** The event's id, for example `3F004EC9D1EBBC76`. `Query.event` finds the event by it. */
  readonly eventId: Maybe<Scalars['EventID']['output']>;
  /** The event's display name, for example `Seattle Sounders FC vs. San Jose Earthquakes`. */
  readonly eventName: Maybe<Scalars['String']['output']>;
  /** The value printed on the ticket, for example `66.00`. */
  readonly faceValue: Maybe<Money>;
  /** Whether the ticket has no seat number: the holder sits or stands anywhere in the section. */
  readonly isGeneralAdmission: Maybe<Scalars['Boolean']['output']>;
  /** Whether this ticket was cancelled. It is then not valid. */
  readonly isVoided: Maybe<Scalars['Boolean']['output']>;
  /** The date of the purchase, for example `2015-12-10`. */
  readonly orderDate: Maybe<Scalars['LocalDate']['output']>;
  /** The number of the order, for example `29-16792/PHX`. */
  readonly orderNumber: Maybe<Scalars['ID']['output']>;
  /** The entrance to use, for example `USE WEST GATES`. */
  readonly portal: Maybe<Scalars['String']['output']>;
  /** The row, for example `K`. Null also if there is none. */
  readonly row: Maybe<Scalars['String']['output']>;
  /** The seat, for example `16`. It is text: a seat may be called `7A`. Null also if there is none. */
  readonly seat: Maybe<Scalars['String']['output']>;
  /** The section, for example `CLB237`. */
  readonly section: Maybe<Scalars['String']['output']>;
  /** The lines of text that are printed on the ticket, in their order. A line may be empty. */
  readonly text: ReadonlyArray<Scalars['String']['output']>;
  /** Upstream's id of the kind of ticket, for example `000000000001`. It is text: leading zeros matter. */
  readonly ticketTypeId: Maybe<Scalars['ID']['output']>;
  /**
   * Whether the ticket can be transferred to another person, in upstream's word, for example `available`. New
   * words may come.
   */
  readonly transferEligibility: Maybe<Scalars['String']['output']>;
};

/**
 * The purchase was sent to upstream, but the response was lost: whether upstream took the money is unknown. The
 * gateway is looking up the order. Wait `retryAfterSeconds` and call `pollCart` with `token`, until it returns a
 * `PurchaseReceipt`, or another failure once it is certain that nothing was bought. Do not buy the tickets
 * again, in this cart or another. Do not show the purchase as failed: show that it is being checked. The gateway
 * never sends the purchase twice.
 */
export type OutcomeUnknown = Failure & {
  readonly __typename?: 'OutcomeUnknown';
  /** The reason: `OUTCOME_UNKNOWN`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /**
   * The reference by which a support desk finds the order: the source account id that the gateway sent with the
   * purchase. It is unique, and begins with your `PurchaseCartInput.sourceAccountId` if you gave one. Show it to
   * the shopper. Null if none was sent.
   */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before the next `pollCart`. Null if unknown: then wait a minute. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: do not buy again. Poll with `token` instead. */
  readonly retryable: Scalars['Boolean']['output'];
  /** The token for `pollCart`. It is opaque, and valid as long as the gateway remembers the cart. */
  readonly token: Scalars['ID']['output'];
  /** Upstream's error code, for example 504. Quote it to Ticketmaster's partner desk. Null if upstream sent none. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The certificate under which a page encrypts a card. It is not secret: only upstream can decrypt. */
export type PaymentCertificate = {
  readonly __typename?: 'PaymentCertificate';
  /**
   * Upstream's id of the certificate, for example `paysys-dev.0.us.3`. Send it as
   * `EncryptedCardInput.certificateId`.
   */
  readonly certificateId: Scalars['ID']['output'];
  /**
   * Until when upstream accepts data that is encrypted under it: at most 24 hours. Query a new certificate after
   * that.
   */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The X.509 certificate as PEM text, beginning with `-----BEGIN CERTIFICATE-----`. */
  readonly pem: Scalars['String']['output'];
};

/**
 * The payment was not accepted. Nothing was bought, and the seats are still held until `cart.holdExpiresAt`. Ask
 * the shopper for another card, or for the right security code, and call `setCartPayment` and `purchaseCart`
 * again.
 */
export type PaymentDeclined = Failure & {
  readonly __typename?: 'PaymentDeclined';
  /** The cart, which still holds its seats. Show the `holdSeconds` that are left. */
  readonly cart: Cart;
  /** The reason: `DECLINED` or `NO_FUNDS` or `SECURITY_CODE_INVALID`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help, another payment may. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same payment fails again. With another one, the purchase may succeed. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 20122. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The kinds of payment. New kinds may come: handle them like `UNKNOWN`. */
export type PaymentKind =
  /** Apple Pay. Upstream's word is `APPLE_PAY`. */
  | 'APPLE_PAY'
  /** A credit or debit card. Upstream's word is `CC`. */
  | 'CARD'
  /** Google's wallet. Upstream's word is `GOOGLE_WALLET`. */
  | 'GOOGLE_WALLET'
  /** An invoice. Upstream's word is `INVOICE`. */
  | 'INVOICE'
  /** Upstream uses a word that the gateway does not know: see `rawKind`. */
  | 'UNKNOWN'
  /** Ticketmaster's own wallet. Upstream's word is `WALLET`. */
  | 'WALLET';

/** The means of payment. Exactly one of the fields must be given. */
export type PaymentMethodInput =
  /** A credit or debit card, encrypted by the page. */
  { readonly card: EncryptedCardInput; readonly invoiceReference?: never; readonly wallet?: never; }
  |  /**
   * An invoice, by upstream's number for it in digits, for example `1234567890`. Only for accounts that upstream
   * has enabled for invoices.
   */
  { readonly card?: never; readonly invoiceReference: Scalars['String']['input']; readonly wallet?: never; }
  |  /** A wallet. If upstream takes none, `setCartPayment` returns an `InvalidInput` with the code `UNSUPPORTED`. */
  { readonly card?: never; readonly invoiceReference?: never; readonly wallet: WalletInput; };

/**
 * The cart stands in line, or upstream has not finished and the gateway is waiting for it. Wait `waitSeconds`, then call `pollCart` with
 * the newest token, until the result is not a `Pending`. If the shopper does not want to wait, call `deleteCart`
 * with the token: otherwise the reservation completes and holds seats, even if no client reads the result. A
 * purchase completes, too, and cannot be undone. The gateway waits at most until `giveUpAt`.
 */
export type Pending = {
  readonly __typename?: 'Pending';
  /** How often upstream has reported so far that it has not finished. 0 until its first response. */
  readonly attempt: Scalars['Int']['output'];
  /** The cart in its last known state. Its `items` are empty until seats are held. */
  readonly cart: Cart;
  /**
   * When the gateway stops waiting. It then gives back any seats, and `pollCart` returns an `UpstreamFailed`
   * with the code `GAVE_UP_POLLING`. A purchase is not given up: from then on `pollCart` returns an
   * `OutcomeUnknown`, while the gateway looks up the order.
   */
  readonly giveUpAt: Scalars['DateTime']['output'];
  /** The pending operation. */
  readonly operation: CartOperation;
  /** The same as `waitSeconds`, as a time by the gateway's clock. */
  readonly pollAfter: Scalars['DateTime']['output'];
  /**
   * The cart's place in line, as long as upstream has not been asked for its seats: calls to upstream or the
   * partner's reservations are short, or as many carts of the shopper's address are open as may be. Null otherwise. Show the place and the time; nothing is held yet.
   */
  readonly queue: Maybe<Queue>;
  /**
   * The address to POST to, with or without a body, when the page is closed while the shopper waits. The same as
   * `Cart.releaseUrl`: unless a call names the cart within the grace, the gateway gives back any seats as soon
   * as upstream allows. A purchase goes on.
   */
  readonly releaseUrl: Scalars['URL']['output'];
  /**
   * The token for the next `pollCart`. It is opaque, and new in every response, so that no HTTP cache can serve
   * a stale response. Older tokens stay valid.
   */
  readonly token: Scalars['ID']['output'];
  /**
   * Seconds to wait before the next `pollCart`, for example 4. It counts from the response, so a wrong clock of
   * the shopper is harmless. Polling earlier is harmless, too, but rarely returns anything new.
   */
  readonly waitSeconds: Scalars['Float']['output'];
};

/**
 * The result of a cart operation: pending, success or failure. Success is a `Cart` after `createCart`,
 * `setCartShipping` and `setCartPayment`, a `PurchaseReceipt` after `purchaseCart`, and a `CartDeleted` after
 * `deleteCart`. Only `OutcomeUnknown` is neither: poll with its token. One loop fits all operations. Select
 * `__typename`, and `... on Failure` as the catch-all: it also matches failures that are added later.
 */
export type PollingResult = CaptchaFailed | Cart | CartDeleted | CartGone | EventNotSellable | IdempotencyConflict | InvalidInput | NoInventory | OutcomeUnknown | PaymentDeclined | Pending | PurchaseReceipt | Throttled | TicketLimitExceeded | TotalChanged | UnderMaintenance | UpstreamFailed;

/** A sale to a limited group, such as members or the holders of a certain card. */
export type Presale = {
  readonly __typename?: 'Presale';
  /** When the presale ends. Null if upstream does not provide it. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** The presale's display name, for example `Internet Presale`. Null if upstream does not provide it. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** When the presale begins. Null if upstream does not provide it. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
};

/** The price of one ticket at one price level. */
export type Price = {
  readonly __typename?: 'Price';
  /** The price of one ticket, for example `25.00`. Upstream calls it `amount`. */
  readonly amount: Money;
  /** The parts of the price, for one ticket. Empty if upstream does not provide them. */
  readonly charges: ReadonlyArray<Charge>;
  /**
   * The price to show for one ticket. It may already include fees: see `Event.facilityFeeIncluded` and
   * `Event.serviceFeeIncluded`.
   */
  readonly displayAmount: Money;
  /** The price level with the same id. Null if the event has no price levels. */
  readonly level: Maybe<PriceLevel>;
  /**
   * Upstream's id of the price, for example `8`. It is unique only within the ticket. Send it as
   * `TicketSelection.priceId`.
   */
  readonly priceId: Scalars['ID']['output'];
};

/** A price level of a seated event: a class of seats with one price. */
export type PriceLevel = {
  readonly __typename?: 'PriceLevel';
  /**
   * The price of one ticket at this level. Several amounts if it depends on the kind of ticket. Empty if
   * upstream does not provide them.
   */
  readonly amounts: ReadonlyArray<Money>;
  /** The areas that have seats at this level. Empty if upstream does not provide them. */
  readonly areas: ReadonlyArray<Area>;
  /** The level's display name, for example `Price Level 1`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * Upstream's id of the level, for example `8`. It is unique only within the event. `Price.priceId` of the
   * level's prices is the same.
   */
  readonly priceLevelId: Scalars['ID']['output'];
};

/** The range of prices of an event. */
export type PriceRange = {
  readonly __typename?: 'PriceRange';
  /**
   * A remark to show with the prices, for example `Prices subject to change`. Null if upstream does not provide
   * it.
   */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The highest price. Null if upstream does not provide it. */
  readonly max: Maybe<PriceRangeEnd>;
  /** The lowest price. Null if upstream does not provide it. */
  readonly min: Maybe<PriceRangeEnd>;
};

/** One end of a price range. The amounts are for one ticket. */
export type PriceRangeEnd = {
  readonly __typename?: 'PriceRangeEnd';
  /** The amount to show. Null if upstream does not provide it. */
  readonly display: Maybe<Money>;
  /** The value printed on the ticket. Null if upstream does not provide it. */
  readonly faceValue: Maybe<Money>;
  /** All fees together. Null if upstream does not provide it. */
  readonly fees: Maybe<Money>;
};

/** The promoter of an event. */
export type Promoter = {
  readonly __typename?: 'Promoter';
  /** The promoter's display name, for example `PROMOTED BY VENUE`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Upstream's id of the promoter, for example `494`. Null if upstream does not provide it. */
  readonly promoterId: Maybe<Scalars['ID']['output']>;
};

/** The cart to buy, and its total. */
export type PurchaseCartInput = {
  /** The id of the cart, as in `Cart.id`. It is also the idempotency key: a cart can be bought only once. */
  readonly cartId: Scalars['ID']['input'];
  /**
   * The total that the shopper has seen and agreed to: the amount of `CartTotals.grand`, for example `"57.39"`.
   * `"57.390"` is the same. If the cart now costs a different amount, nothing is bought, and the result is a
   * `TotalChanged`.
   */
  readonly expectedTotal: Scalars['Decimal']['input'];
  /**
   * Your name for the shopper's account, 1 to 64 characters, such as a hash of the member's id. It may be the
   * same for every purchase of a shopper. Put no personal data in it. Upstream keeps it with the order, and
   * `Query.unredeemedOrders` returns it. The gateway appends a part by which it finds the order if upstream's
   * response is lost. Null or omitted: the gateway sends only that part.
   */
  readonly sourceAccountId?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The cart is bought. The result of a successful `purchaseCart`, however often it is called. If the response of
 * the purchase was lost and an order look-up confirmed it, `orderToken` and the addresses are null. The shopper
 * has the tickets all the same: refer them to upstream's mail to the buyer.
 */
export type PurchaseReceipt = {
  readonly __typename?: 'PurchaseReceipt';
  /**
   * The link that opens the tickets in Ticketmaster's app; it begins with `ticketmaster:`. It contains the order
   * token: keep it secret. Null if the purchase was confirmed by an order look-up, or if upstream does not
   * provide it.
   */
  readonly appUrl: Maybe<Scalars['URL']['output']>;
  /** The cart that was bought. Its `status` is `PURCHASED`. */
  readonly cart: Cart;
  /** The amount that was paid. Null if upstream does not provide it. */
  readonly grandTotal: Maybe<Money>;
  /** The order number to show, for example `29-16792/PHX`. Null if upstream does not provide it. */
  readonly orderNumber: Maybe<Scalars['ID']['output']>;
  /**
   * Upstream's token of the order, for `Query.order`. Anyone who has it can read the order: keep it secret. Null
   * if the purchase was confirmed by an order look-up.
   */
  readonly orderToken: Maybe<Scalars['ID']['output']>;
  /**
   * The page where the shopper gets the tickets. It contains the order token: keep it secret. Null if the
   * purchase was confirmed by an order look-up, or if upstream does not provide it.
   */
  readonly redemptionUrl: Maybe<Scalars['URL']['output']>;
};

/** The rules for the number of tickets of one kind in one cart. A field is null if there is no such rule. */
export type QuantityRule = {
  readonly __typename?: 'QuantityRule';
  /** The exact number of tickets. Null if there is none. */
  readonly exact: Maybe<Scalars['Int']['output']>;
  /** The greatest number of tickets. Null if there is no maximum. */
  readonly limit: Maybe<Scalars['Int']['output']>;
  /** The least number of tickets. Null if there is no minimum. */
  readonly minimum: Maybe<Scalars['Int']['output']>;
  /**
   * The number of tickets must be a multiple of this, for example 2 for tickets sold in pairs. Null if there is
   * no such rule.
   */
  readonly multiple: Maybe<Scalars['Int']['output']>;
};

/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The captcha that the shopper must solve before `createCart`. Show it, and send its token as
   * `CreateCartInput.captchaToken`. Null if none is required.
   */
  readonly captcha: Maybe<Captcha>;
  /**
   * Returns a cart from the gateway's records, without an upstream call: upstream has no query for carts. Renews
   * the cart's lease. Null if the gateway does not know the cart, or no longer does.
   */
  readonly cart: Maybe<Cart>;
  /** Lists the countries of upstream's appendix, in its order, for address forms. */
  readonly countries: ReadonlyArray<CountryEntry>;
  /**
   * Finds an event with its venue, tickets and prices. Null if upstream knows no such event. Event details stay
   * readable while the event cannot be sold, and during nightly maintenance.
   */
  readonly event: Maybe<Event>;
  /**
   * Finds an event by its venue's code and the ticketing system that hosts it. Only for accounts that upstream
   * has specially enabled. Null if upstream knows no such event, or if the account is not enabled. A code or a
   * host that is not 1 to 256 letters, digits, `-` and `_` is refused with the error code `BAD_USER_INPUT`.
   */
  readonly eventByCode: Maybe<Event>;
  /**
   * Finds several events at once. Returns one entry for each id, in the order of the ids: null for an event that
   * upstream does not know. A repeated id is read once. If an event cannot be read, its entry is null and
   * `errors` has the reason; the other entries are unaffected.
   */
  readonly events: ReadonlyArray<Maybe<Event>>;
  /**
   * Finds an order with its tickets. Orders are personal: only the token of the receipt, or the operator's
   * token, gives access. Exactly one of the two arguments must be given, with 1 to 256 characters; anything else
   * is refused with the error code `BAD_USER_INPUT`. Null if upstream does not know the order, or has not
   * finished it: try again after some seconds.
   */
  readonly order: Maybe<Order>;
  /**
   * Returns the certificate under which the page encrypts the shopper's card for `setCartPayment`. Query it
   * shortly before, and only for carts that hold seats. Renews the cart's lease. Null if the gateway does not
   * know the cart, or if the cart holds no seats: then reserve again.
   */
  readonly paymentCertificate: Maybe<PaymentCertificate>;
  /**
   * Returns the progress or the result of an operation that returned a `Pending`. The loop is always the same:
   *
   * 1. Wait `Pending.waitSeconds`.
   * 2. Call `pollCart` with the newest token.
   * 3. If it returns a `Pending`, go to 1. After an `OutcomeUnknown`, wait its `retryAfterSeconds` and go to 2
   *    with its token. Anything else is the result.
   *
   * The gateway drives the cart; this query only reads. It never calls upstream, so polling early or from two
   * tabs is harmless. Older tokens stay valid, and a result can be read again. Each call renews the cart's
   * lease. For a token that the gateway does not know, returns a `CartGone`. Null only with an entry in
   * `errors`.
   */
  readonly pollCart: Maybe<PollingResult>;
  /**
   * Lists the events that this account can sell, in upstream's order. Only for accounts that upstream has
   * specially enabled. Null if the account is not enabled.
   */
  readonly sellableEvents: Maybe<ReadonlyArray<EventListing>>;
  /**
   * Lists the states and provinces of upstream's appendix, in its order, for address forms. Australia, Mexico and New
   * Zealand have none.
   */
  readonly states: ReadonlyArray<StateEntry>;
  /**
   * Lists orders whose tickets have not been fetched, to remind the buyers. Only for the operator: it is off by
   * default. If the operator has enabled it, send the operator's token in the header `Authorization`, as
   * `Bearer` and the token. Otherwise it is refused with the error code `FORBIDDEN`. Exactly one of the two
   * arguments must be given, from 0 to 3650; anything else is refused with the error code `BAD_USER_INPUT`. Null
   * only with an entry in `errors`.
   */
  readonly unredeemedOrders: Maybe<ReadonlyArray<UnredeemedOrder>>;
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryCaptchaArgs = {
  eventId?: InputMaybe<Scalars['EventID']['input']>;
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryCartArgs = {
  id: Scalars['ID']['input'];
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryEventArgs = {
  id: Scalars['EventID']['input'];
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryEventByCodeArgs = {
  code: Scalars['String']['input'];
  host: Scalars['String']['input'];
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryEventsArgs = {
  ids: ReadonlyArray<Scalars['EventID']['input']>;
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryOrderArgs = {
  number?: InputMaybe<Scalars['ID']['input']>;
  token?: InputMaybe<Scalars['ID']['input']>;
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryPaymentCertificateArgs = {
  cartId: Scalars['ID']['input'];
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryPollCartArgs = {
  token: Scalars['ID']['input'];
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryStatesArgs = {
  country?: InputMaybe<Country>;
};


/** The read operations. They change nothing, except that a query that names a cart renews its lease. */
export type QueryUnredeemedOrdersArgs = {
  daysBeforeEvent?: InputMaybe<Scalars['Int']['input']>;
  daysFromPurchase?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A place in line for a reservation. First come, first served; callers take turns. Keep polling, or keep
 * `cartProgress` open: after a shopper was silent for the length of the lease, the place is given up.
 * `deleteCart` leaves the line at once, a POST to `releaseUrl` after the grace.
 */
export type Queue = {
  readonly __typename?: 'Queue';
  /**
   * About how many seconds it takes until upstream is asked, by the present pace; behind carts of the same
   * address, by how long shoppers usually keep one. It can grow.
   */
  readonly estimatedWaitSeconds: Scalars['Float']['output'];
  /** What the shopper should know before their turn comes. Null if there is nothing to say. */
  readonly notice: Maybe<QueueNotice>;
  /**
   * How many carts are served up to this one: 1 is the next. If the shopper's address, which many may share, has
   * as many open carts as it may, only the carts of that address count that come before this one: each waits
   * until one of them ends, and others are served meanwhile. The position never gets worse by those who come
   * later from that address.
   */
  readonly position: Scalars['Int']['output'];
};

/** What a shopper in line should know: waiting may be in vain. The cart keeps its place. */
export type QueueNotice =
  /** The sale of the event has not begun. */
  | 'NOT_ON_SALE_YET'
  /** The last cart of this event whose turn came found no seats. Other selections may still find some. */
  | 'NO_SEATS_FOUND'
  /** The sale of the event is over. */
  | 'SALE_ENDED'
  /** The host of the event is under maintenance now. A cart whose turn comes meanwhile is an `UnderMaintenance`. */
  | 'UNDER_MAINTENANCE';

/** Seats by section, row and number. The fewer fields are given, the more seats upstream can pick from. */
export type SeatRange = {
  /** The first seat, for example `7`. Null or omitted: any seat of the row. */
  readonly firstSeat?: InputMaybe<Scalars['String']['input']>;
  /** The last seat, for example `10`. Null or omitted: as many seats as tickets. */
  readonly lastSeat?: InputMaybe<Scalars['String']['input']>;
  /** The row, for example `I`. Null or omitted: any row of the section. */
  readonly row?: InputMaybe<Scalars['String']['input']>;
  /** The section, for example `CLB234`. */
  readonly section: Scalars['String']['input'];
};

/** The seats to reserve. Exactly one of the two fields must be given. */
export type SeatSelection =
  /**
   * The seats by upstream's place ids, as in `AvailabilityRow.placeIds`, one for each ticket. Only for accounts
   * that get these ids.
   */
  { readonly placeIds: ReadonlyArray<Scalars['ID']['input']>; readonly range?: never; }
  |  /** The seats by section, row and seat number. */
  { readonly placeIds?: never; readonly range: SeatRange; };

/** The buyer of a cart, and the payment. */
export type SetCartPaymentInput = {
  /** The buyer, as the issuer of the card or the payer of the invoice knows them. */
  readonly buyer: BuyerInput;
  /** The id of the cart, as in `Cart.id`. */
  readonly cartId: Scalars['ID']['input'];
  /** The payment for the whole of `CartTotals.unpaid`. */
  readonly method: PaymentMethodInput;
};

/** The delivery of a cart. */
export type SetCartShippingInput = {
  /** The id of the cart, as in `Cart.id`. */
  readonly cartId: Scalars['ID']['input'];
  /** The chosen option, as in `ShippingOption.shippingOptionId`, for example `4`. */
  readonly shippingOptionId: Scalars['ID']['input'];
};

/** A delivery option. */
export type ShippingOption = {
  readonly __typename?: 'ShippingOption';
  /** The carrier, for example `USPS`. Null if upstream does not provide it. */
  readonly carrier: Maybe<Scalars['String']['output']>;
  /** The fee for the delivery, for example `2.50`. It may be zero. Null if upstream does not provide it. */
  readonly fee: Maybe<Money>;
  /**
   * Whether tickets are sent by post, so that the buyer's address must be able to receive them. See
   * `BuyerInput.address`.
   */
  readonly requiresAddress: Scalars['Boolean']['output'];
  /**
   * The kind of delivery, in upstream's word, for example `ETICKET`, `MAIL` or `WILLCALL` (collected at the
   * venue). Null if upstream does not provide it.
   */
  readonly serviceLevel: Maybe<Scalars['String']['output']>;
  /** Upstream's id of the option, for example `4`. Send it as `SetCartShippingInput.shippingOptionId`. */
  readonly shippingOptionId: Scalars['ID']['output'];
  /** The whole cost of the delivery, taxes included, for example `2.70`. Null if upstream does not provide it. */
  readonly total: Maybe<Money>;
};

export { State };

/** A state or province, with what a form shows and sends. */
export type StateEntry = {
  readonly __typename?: 'StateEntry';
  /** The country that the state belongs to. */
  readonly country: Country;
  /** The display name in upstream's appendix, for example `California`. */
  readonly name: Scalars['String']['output'];
  /** The postal abbreviation in two letters, for example `CA`. */
  readonly postalAbbreviation: Scalars['String']['output'];
  /** The state as a value of this API, for example `CALIFORNIA`. */
  readonly state: State;
  /** Upstream's number for the state, for example 12. The numbers have gaps. */
  readonly stateId: Scalars['Int']['output'];
};

/**
 * The streams. They are sent as server-sent events from `/graphql` to clients that accept
 * `text/event-stream`, and from `/graphql/stream`, by the GraphQL over SSE protocol in
 * distinct connections mode. The package `graphql-sse` has a client.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Streams the progress of an operation that returned a `Pending`: first the current state, then a `Pending`
   * each time upstream reports that it has not finished, and at last the result, which completes the stream. An
   * `OutcomeUnknown` completes it, too: continue with `pollCart` and its token. The stream and `pollCart` are
   * equivalent, and can be used side by side. An open stream keeps the cart's lease; after it closes, the lease
   * ends at `leaseExpiresAt`. If the stream breaks off, or completes without a result because the gateway
   * restarts, subscribe again with the same token.
   */
  readonly cartProgress: Maybe<PollingResult>;
};


/**
 * The streams. They are sent as server-sent events from `/graphql` to clients that accept
 * `text/event-stream`, and from `/graphql/stream`, by the GraphQL over SSE protocol in
 * distinct connections mode. The package `graphql-sse` has a client.
 */
export type SubscriptionCartProgressArgs = {
  token: Scalars['ID']['input'];
};

/**
 * Too many calls in a short time, by this shopper or by all shoppers together. Wait `retryAfterSeconds` and try
 * again. The call had no effect.
 */
export type Throttled = Failure & {
  readonly __typename?: 'Throttled';
  /** The reason: `CALLER_QUOTA`, `UPSTREAM_QUOTA` or `QUEUE_FULL`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Seconds to wait before the next try. Null if unknown: then wait longer after each try. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** True: the same call may succeed after a while. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Upstream's error code. Quote it to Ticketmaster's partner desk. Null if upstream sent none. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A kind of ticket that is on sale, for example for adults or for children. */
export type Ticket = {
  readonly __typename?: 'Ticket';
  /** The areas where this ticket is valid. Empty if the event has no areas. */
  readonly areas: ReadonlyArray<Area>;
  /** Upstream's name of the ticket, for example `GPAS1`. Null if upstream does not provide it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The prices of the ticket, one entry for each price level. Empty if upstream does not provide them. */
  readonly prices: ReadonlyArray<Price>;
  /** The rules for the number of these tickets in one cart. Null if upstream sets none. */
  readonly quantities: Maybe<QuantityRule>;
  /**
   * Upstream's id of the ticket, for example `000002040006`. It is unique only within the event. It is text:
   * leading zeros matter. Send it as `TicketSelection.ticketId`.
   */
  readonly ticketId: Scalars['ID']['output'];
};

/** More tickets than one shopper may hold. Reserve fewer. The call held no seats. */
export type TicketLimitExceeded = Failure & {
  readonly __typename?: 'TicketLimitExceeded';
  /** The reason: `LIMIT_EXCEEDED`. */
  readonly code: FailureCode;
  /** The most tickets that one shopper may hold for the event. Null if upstream does not provide it. */
  readonly limit: Maybe<Scalars['Int']['output']>;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same number of tickets fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 10161. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A number of tickets of one kind, at one price. */
export type TicketSelection = {
  /**
   * Reserves only at this amount for one ticket, as in `Price.amount`, for example `"25.00"`. Null or omitted:
   * at any amount.
   */
  readonly amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Reserves only at this price, as in `Price.priceId`. Null or omitted: at any price. */
  readonly priceId?: InputMaybe<Scalars['ID']['input']>;
  /** The number of tickets of this kind: at least 1, and within `Ticket.quantities`. */
  readonly quantity: Scalars['Int']['input'];
  /** The kind of ticket, as in `Ticket.ticketId`, for example `000002040006`. It is text: leading zeros matter. */
  readonly ticketId: Scalars['ID']['input'];
};

/**
 * The cart no longer costs what the shopper agreed to. Nothing was sent upstream, and nothing was bought. Show
 * `cart.totals`, and if the shopper agrees, call `purchaseCart` with the new total.
 */
export type TotalChanged = Failure & {
  readonly __typename?: 'TotalChanged';
  /** The cart with its new total. It still holds its seats. */
  readonly cart: Cart;
  /** The reason: `TOTAL_CHANGED`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. Ask the shopper. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same `expectedTotal` fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Null: nothing was sent upstream. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/**
 * The system that sells the event is closed, as every night, or down. Show when it opens again, and try then.
 * The call had no effect.
 */
export type UnderMaintenance = Failure & {
  readonly __typename?: 'UnderMaintenance';
  /** The reason: `NIGHTLY_MAINTENANCE`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Seconds until the closure ends. Null if unknown: then wait some minutes. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** True: the same call may succeed after the closure. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's error code, for example 20001. Quote it to Ticketmaster's partner desk. Null if upstream sent
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
  /** The current closure. Null if the venue's time zone is unknown, or if upstream is down at another hour. */
  readonly window: Maybe<MaintenanceWindow>;
};

/** An order whose tickets have not been fetched. A field is null if upstream does not provide it. */
export type UnredeemedOrder = {
  readonly __typename?: 'UnredeemedOrder';
  /** The buyer's email address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /**
   * The status of the mail to the buyer. `UNKNOWN` if the gateway does not know upstream's number, or there is
   * none: see `rawEmailStatus`.
   */
  readonly emailStatus: EmailStatus;
  /** The event's id, for example `3F004EC9D1EBBC76`. `Query.event` finds the event by it. */
  readonly eventId: Maybe<Scalars['EventID']['output']>;
  /** When the event begins. */
  readonly eventStartsAt: Maybe<Scalars['DateTime']['output']>;
  /** When the order was bought. */
  readonly purchasedAt: Maybe<Scalars['DateTime']['output']>;
  /** The status of the mail to the buyer as upstream's number, for example 2 for `BOUNCED`. */
  readonly rawEmailStatus: Maybe<Scalars['Int']['output']>;
  /**
   * The reference that upstream stores with the order. For a purchase by this gateway it is unique, as in
   * `OutcomeUnknown.reference`.
   */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** The shopper's account, as in `PurchaseCartInput.sourceAccountId`. For an order without one: the reference. */
  readonly sourceAccountId: Maybe<Scalars['String']['output']>;
};

/**
 * Upstream did not respond, sent an unreadable response or took too long; or the gateway is shutting down.
 * `code` has the reason and the effect of the call. A purchase that may have succeeded is never an
 * `UpstreamFailed`: it is an `OutcomeUnknown`.
 */
export type UpstreamFailed = Failure & {
  readonly __typename?: 'UpstreamFailed';
  /** The reason: `TIMEOUT` or `UNAVAILABLE` or `GAVE_UP_POLLING` or `UNEXPECTED` or `SHUTTING_DOWN`. */
  readonly code: FailureCode;
  /** The failure in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** The id of the request in the gateway's log. Quote it to support. Null if there is none. */
  readonly requestId: Maybe<Scalars['ID']['output']>;
  /** Seconds to wait before the next try. Null if unknown: then wait longer after each try. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** Whether the same call may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Upstream's error code, for example 504. Quote it to Ticketmaster's partner desk. Null if upstream sent none. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The venue of an event. A field is null if upstream does not provide it. */
export type Venue = {
  readonly __typename?: 'Venue';
  /** The address of the venue. Null if upstream does not provide it. */
  readonly address: Maybe<Address>;
  /** Pictures of the venue, for example its seating chart. Empty if there are none. */
  readonly images: ReadonlyArray<VenueImage>;
  /** The sales regions that the venue belongs to. Empty if upstream lists none. */
  readonly markets: ReadonlyArray<Market>;
  /** The venue's display name, for example `CenturyLink Field`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * The venue's time zone, for example `America/Los_Angeles`. Local dates and the nightly maintenance use it.
   * Null if upstream names no zone, or an unknown one.
   */
  readonly timeZone: Maybe<Scalars['TimeZone']['output']>;
  /**
   * Upstream's id of the venue, for example `516191`. Upstream may describe the same venue differently at
   * another event.
   */
  readonly venueId: Maybe<Scalars['ID']['output']>;
};

/** A picture of the venue. */
export type VenueImage = {
  readonly __typename?: 'VenueImage';
  /** The height in pixels. Null if upstream does not provide it. */
  readonly height: Maybe<Scalars['Int']['output']>;
  /** The picture's display name, for example `End Stage`. Null if upstream does not provide it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The kind of picture, in upstream's word, for example `seatingchart`. Null if upstream does not provide it. */
  readonly rawKind: Maybe<Scalars['String']['output']>;
  /** The address of the picture. Null if upstream does not provide it. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** The width in pixels. Null if upstream does not provide it. */
  readonly width: Maybe<Scalars['Int']['output']>;
};

/** A payment from a wallet. */
export type WalletInput = {
  /** The wallet. */
  readonly kind: WalletKind;
  /**
   * The wallet's payment data. Of Apple Pay and Google's wallet: the encrypted bundle that the phone returns. Of
   * Ticketmaster's wallet: its token, for example `wallet-wallet-0eb60d8aa4994bc8a6aa6aa4b330f996`. Never a card
   * number.
   */
  readonly token: Scalars['String']['input'];
};

/** The wallets that upstream accepts. */
export type WalletKind =
  /** Apple Pay. */
  | 'APPLE_PAY'
  /** Google's wallet. */
  | 'GOOGLE_WALLET'
  /** Ticketmaster's own wallet. */
  | 'WALLET';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  PollingResult:
    | ( CaptchaFailedModel )
    | ( CartRecord )
    | ( CartDeletedModel )
    | ( CartGoneModel )
    | ( EventNotSellableModel )
    | ( IdempotencyConflictModel )
    | ( InvalidInputModel )
    | ( NoInventoryModel )
    | ( OutcomeUnknownModel )
    | ( PaymentDeclinedModel )
    | ( PendingModel )
    | ( PurchaseReceiptModel )
    | ( ThrottledModel )
    | ( TicketLimitExceededModel )
    | ( TotalChangedModel )
    | ( UnderMaintenanceModel )
    | ( UpstreamFailedModel )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Failure:
    | ( CaptchaFailedModel )
    | ( CartGoneModel )
    | ( EventNotSellableModel )
    | ( IdempotencyConflictModel )
    | ( InvalidInputModel )
    | ( NoInventoryModel )
    | ( OutcomeUnknownModel )
    | ( PaymentDeclinedModel )
    | ( ThrottledModel )
    | ( TicketLimitExceededModel )
    | ( TotalChangedModel )
    | ( UnderMaintenanceModel )
    | ( UpstreamFailedModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Address>;
  AddressInput: AddressInput;
  Area: ResolverTypeWrapper<Area>;
  AreaGroup: ResolverTypeWrapper<AreaGroup>;
  Artist: ResolverTypeWrapper<Artist>;
  Availability: ResolverTypeWrapper<Availability>;
  AvailabilityBlock: ResolverTypeWrapper<AvailabilityBlock>;
  AvailabilityCharge: ResolverTypeWrapper<AvailabilityCharge>;
  AvailabilityOffer: ResolverTypeWrapper<AvailabilityOffer>;
  AvailabilityRow: ResolverTypeWrapper<AvailabilityRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BuyerInput: BuyerInput;
  Captcha: ResolverTypeWrapper<CaptchaModel>;
  CaptchaFailed: ResolverTypeWrapper<CaptchaFailedModel>;
  CardIssuer: CardIssuer;
  Cart: ResolverTypeWrapper<CartRecord>;
  CartDeleted: ResolverTypeWrapper<CartDeletedModel>;
  CartGone: ResolverTypeWrapper<CartGoneModel>;
  CartItem: ResolverTypeWrapper<CartItemModel>;
  CartItemKind: CartItemKind;
  CartOperation: CartOperation;
  CartPayment: ResolverTypeWrapper<CartPayment>;
  CartStatus: CartStatus;
  CartStep: CartStep;
  CartTicket: ResolverTypeWrapper<CartTicket>;
  CartTotals: ResolverTypeWrapper<CartTotals>;
  Charge: ResolverTypeWrapper<Charge>;
  ChargeKind: ChargeKind;
  Country: Country;
  CountryEntry: ResolverTypeWrapper<CountryEntry>;
  CreateCartInput: CreateCartInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteCartInput: DeleteCartInput;
  EmailStatus: EmailStatus;
  EncryptedCardInput: EncryptedCardInput;
  Event: ResolverTypeWrapper<PartnerEvent>;
  EventID: ResolverTypeWrapper<Scalars['EventID']['output']>;
  EventListing: ResolverTypeWrapper<ListedEvent>;
  EventNotSellable: ResolverTypeWrapper<EventNotSellableModel>;
  EventNote: ResolverTypeWrapper<EventNote>;
  EventNoteKind: EventNoteKind;
  EventStatus: ResolverTypeWrapper<EventStatus>;
  EventStatusKind: EventStatusKind;
  Failure: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Failure']>;
  FailureCode: FailureCode;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdempotencyConflict: ResolverTypeWrapper<IdempotencyConflictModel>;
  Image: ResolverTypeWrapper<Image>;
  InputIssue: ResolverTypeWrapper<InputIssue>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInputModel>;
  ListedOffer: ResolverTypeWrapper<ListedOffer>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  MaintenanceWindow: ResolverTypeWrapper<MaintenanceWindow>;
  Market: ResolverTypeWrapper<Market>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoInventory: ResolverTypeWrapper<NoInventoryModel>;
  Order: ResolverTypeWrapper<Order>;
  OrderCharge: ResolverTypeWrapper<OrderCharge>;
  OrderDelivery: ResolverTypeWrapper<OrderDelivery>;
  OrderTicket: ResolverTypeWrapper<OrderTicket>;
  OutcomeUnknown: ResolverTypeWrapper<OutcomeUnknownModel>;
  PaymentCertificate: ResolverTypeWrapper<PaymentCertificate>;
  PaymentDeclined: ResolverTypeWrapper<PaymentDeclinedModel>;
  PaymentKind: PaymentKind;
  PaymentMethodInput: PaymentMethodInput;
  Pending: ResolverTypeWrapper<PendingModel>;
  PollingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PollingResult']>;
  Presale: ResolverTypeWrapper<Presale>;
  Price: ResolverTypeWrapper<Price>;
  PriceLevel: ResolverTypeWrapper<PriceLevel>;
  PriceRange: ResolverTypeWrapper<PriceRange>;
  PriceRangeEnd: ResolverTypeWrapper<PriceRangeEnd>;
  Promoter: ResolverTypeWrapper<Promoter>;
  PurchaseCartInput: PurchaseCartInput;
  PurchaseReceipt: ResolverTypeWrapper<PurchaseReceiptModel>;
  QuantityRule: ResolverTypeWrapper<QuantityRule>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Queue: ResolverTypeWrapper<Queue>;
  QueueNotice: QueueNotice;
  SeatRange: SeatRange;
  SeatSelection: SeatSelection;
  SetCartPaymentInput: SetCartPaymentInput;
  SetCartShippingInput: SetCartShippingInput;
  ShippingOption: ResolverTypeWrapper<ShippingOption>;
  State: State;
  StateEntry: ResolverTypeWrapper<StateEntry>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Throttled: ResolverTypeWrapper<ThrottledModel>;
  Ticket: ResolverTypeWrapper<Ticket>;
  TicketLimitExceeded: ResolverTypeWrapper<TicketLimitExceededModel>;
  TicketSelection: TicketSelection;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  TotalChanged: ResolverTypeWrapper<TotalChangedModel>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnderMaintenance: ResolverTypeWrapper<UnderMaintenanceModel>;
  UnredeemedOrder: ResolverTypeWrapper<UnredeemedOrder>;
  UpstreamFailed: ResolverTypeWrapper<UpstreamFailedModel>;
  Venue: ResolverTypeWrapper<Venue>;
  VenueImage: ResolverTypeWrapper<VenueImage>;
  WalletInput: WalletInput;
  WalletKind: WalletKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Address;
  AddressInput: AddressInput;
  Area: Area;
  AreaGroup: AreaGroup;
  Artist: Artist;
  Availability: Availability;
  AvailabilityBlock: AvailabilityBlock;
  AvailabilityCharge: AvailabilityCharge;
  AvailabilityOffer: AvailabilityOffer;
  AvailabilityRow: AvailabilityRow;
  Boolean: Scalars['Boolean']['output'];
  BuyerInput: BuyerInput;
  Captcha: CaptchaModel;
  CaptchaFailed: CaptchaFailedModel;
  Cart: CartRecord;
  CartDeleted: CartDeletedModel;
  CartGone: CartGoneModel;
  CartItem: CartItemModel;
  CartPayment: CartPayment;
  CartTicket: CartTicket;
  CartTotals: CartTotals;
  Charge: Charge;
  CountryEntry: CountryEntry;
  CreateCartInput: CreateCartInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteCartInput: DeleteCartInput;
  EncryptedCardInput: EncryptedCardInput;
  Event: PartnerEvent;
  EventID: Scalars['EventID']['output'];
  EventListing: ListedEvent;
  EventNotSellable: EventNotSellableModel;
  EventNote: EventNote;
  EventStatus: EventStatus;
  Failure: ResolversInterfaceTypes<ResolversParentTypes>['Failure'];
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  IdempotencyConflict: IdempotencyConflictModel;
  Image: Image;
  InputIssue: InputIssue;
  Int: Scalars['Int']['output'];
  InvalidInput: InvalidInputModel;
  ListedOffer: ListedOffer;
  LocalDate: Scalars['LocalDate']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  MaintenanceWindow: MaintenanceWindow;
  Market: Market;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  NoInventory: NoInventoryModel;
  Order: Order;
  OrderCharge: OrderCharge;
  OrderDelivery: OrderDelivery;
  OrderTicket: OrderTicket;
  OutcomeUnknown: OutcomeUnknownModel;
  PaymentCertificate: PaymentCertificate;
  PaymentDeclined: PaymentDeclinedModel;
  PaymentMethodInput: PaymentMethodInput;
  Pending: PendingModel;
  PollingResult: ResolversUnionTypes<ResolversParentTypes>['PollingResult'];
  Presale: Presale;
  Price: Price;
  PriceLevel: PriceLevel;
  PriceRange: PriceRange;
  PriceRangeEnd: PriceRangeEnd;
  Promoter: Promoter;
  PurchaseCartInput: PurchaseCartInput;
  PurchaseReceipt: PurchaseReceiptModel;
  QuantityRule: QuantityRule;
  Query: Record<PropertyKey, never>;
  Queue: Queue;
  SeatRange: SeatRange;
  SeatSelection: SeatSelection;
  SetCartPaymentInput: SetCartPaymentInput;
  SetCartShippingInput: SetCartShippingInput;
  ShippingOption: ShippingOption;
  StateEntry: StateEntry;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  Throttled: ThrottledModel;
  Ticket: Ticket;
  TicketLimitExceeded: TicketLimitExceededModel;
  TicketSelection: TicketSelection;
  TimeZone: Scalars['TimeZone']['output'];
  TotalChanged: TotalChangedModel;
  URL: Scalars['URL']['output'];
  UnderMaintenance: UnderMaintenanceModel;
  UnredeemedOrder: UnredeemedOrder;
  UpstreamFailed: UpstreamFailedModel;
  Venue: Venue;
  VenueImage: VenueImage;
  WalletInput: WalletInput;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regionCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['State']>, ParentType, ContextType>;
};

export type AreaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  areaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priceLevels?: Resolver<ReadonlyArray<ResolversTypes['PriceLevel']>, ParentType, ContextType>;
};

export type AreaGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AreaGroup'] = ResolversParentTypes['AreaGroup']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtistResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Artist'] = ResolversParentTypes['Artist']> = {
  artistId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isSingleAct?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Availability'] = ResolversParentTypes['Availability']> = {
  blocks?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityBlock']>, ParentType, ContextType>;
  restrictSingle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ticketLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AvailabilityBlockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityBlock'] = ResolversParentTypes['AvailabilityBlock']> = {
  offers?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityOffer']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityRow']>, ParentType, ContextType>;
  ticketLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AvailabilityChargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityCharge'] = ResolversParentTypes['AvailabilityCharge']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AvailabilityOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityOffer'] = ResolversParentTypes['AvailabilityOffer']> = {
  charges?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityCharge']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faceValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priceLevelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ticketId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AvailabilityRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityRow'] = ResolversParentTypes['AvailabilityRow']> = {
  hasEvenOddMix?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  placeIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seats?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CaptchaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Captcha'] = ResolversParentTypes['Captcha']> = {
  html?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redirectScheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secureToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  siteKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaptchaFailedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaptchaFailed'] = ResolversParentTypes['CaptchaFailed']> = {
  captcha?: Resolver<Maybe<ResolversTypes['Captcha']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  holdExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  holdSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['CartItem']>, ParentType, ContextType>;
  leaseExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  otherItems?: Resolver<ReadonlyArray<ResolversTypes['CartItem']>, ParentType, ContextType>;
  payments?: Resolver<ReadonlyArray<ResolversTypes['CartPayment']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['PurchaseReceipt']>, ParentType, ContextType>;
  releaseUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  remainingSteps?: Resolver<ReadonlyArray<ResolversTypes['CartStep']>, ParentType, ContextType>;
  shipping?: Resolver<Maybe<ResolversTypes['ShippingOption']>, ParentType, ContextType>;
  shippingOptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShippingOption']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CartStatus'], ParentType, ContextType>;
  totals?: Resolver<Maybe<ResolversTypes['CartTotals']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartDeletedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartDeleted'] = ResolversParentTypes['CartDeleted']> = {
  cartId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deletedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartGoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartGone'] = ResolversParentTypes['CartGone']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  goneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartItem'] = ResolversParentTypes['CartItem']> = {
  firstSeat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  generalAdmission?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CartItemKind'], ParentType, ContextType>;
  lastSeat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rawKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['CartTicket']>, ParentType, ContextType>;
  totals?: Resolver<Maybe<ResolversTypes['CartTotals']>, ParentType, ContextType>;
};

export type CartPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPayment'] = ResolversParentTypes['CartPayment']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  expiryMonth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expiryYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentKind'], ParentType, ContextType>;
  lastFour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CartTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartTicket'] = ResolversParentTypes['CartTicket']> = {
  charges?: Resolver<ReadonlyArray<ResolversTypes['Charge']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ticketId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CartTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartTotals'] = ResolversParentTypes['CartTotals']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  fees?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  grand?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  merchandise?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  tax?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  unpaid?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ChargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Charge'] = ResolversParentTypes['Charge']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChargeKind'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rawKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tax?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type CountryResolvers = EnumResolverSignature<{ AUSTRALIA?: any, CANADA?: any, MEXICO?: any, NEW_ZEALAND?: any, UNITED_STATES_OF_AMERICA?: any }, ResolversTypes['Country']>;

export type CountryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryEntry'] = ResolversParentTypes['CountryEntry']> = {
  country?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
  countryId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isoCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  apiTransactable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  areaGroups?: Resolver<ReadonlyArray<ResolversTypes['AreaGroup']>, ParentType, ContextType>;
  artists?: Resolver<ReadonlyArray<ResolversTypes['Artist']>, ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['Availability']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  facilityFeeIncluded?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['EventID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  localDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  localTime?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  maintenance?: Resolver<Maybe<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['EventNote']>, ParentType, ContextType>;
  offsaleAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  onsaleAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  presales?: Resolver<ReadonlyArray<ResolversTypes['Presale']>, ParentType, ContextType>;
  priceLevels?: Resolver<ReadonlyArray<ResolversTypes['PriceLevel']>, ParentType, ContextType>;
  priceRange?: Resolver<Maybe<ResolversTypes['PriceRange']>, ParentType, ContextType>;
  promoter?: Resolver<Maybe<ResolversTypes['Promoter']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purchaseOrganization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  searchCriteria?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sellable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  serviceFeeIncluded?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  staleSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  statuses?: Resolver<ReadonlyArray<ResolversTypes['EventStatus']>, ParentType, ContextType>;
  ticketLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['Ticket']>, ParentType, ContextType>;
  typeId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  venue?: Resolver<Maybe<ResolversTypes['Venue']>, ParentType, ContextType>;
};

export interface EventIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EventID'], any> {
  name: 'EventID';
}

export type EventListingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventListing'] = ResolversParentTypes['EventListing']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['EventID'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  localTime?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  offers?: Resolver<ReadonlyArray<ResolversTypes['ListedOffer']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
};

export type EventNotSellableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventNotSellable'] = ResolversParentTypes['EventNotSellable']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventNote'] = ResolversParentTypes['EventNote']> = {
  kind?: Resolver<ResolversTypes['EventNoteKind'], ParentType, ContextType>;
  rawKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EventStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventStatus'] = ResolversParentTypes['EventStatus']> = {
  kind?: Resolver<ResolversTypes['EventStatusKind'], ParentType, ContextType>;
  rawKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type FailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Failure'] = ResolversParentTypes['Failure']> = {
  __resolveType: TypeResolveFn<'CaptchaFailed' | 'CartGone' | 'EventNotSellable' | 'IdempotencyConflict' | 'InvalidInput' | 'NoInventory' | 'OutcomeUnknown' | 'PaymentDeclined' | 'Throttled' | 'TicketLimitExceeded' | 'TotalChanged' | 'UnderMaintenance' | 'UpstreamFailed', ParentType, ContextType>;
};

export type IdempotencyConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InputIssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InputIssue'] = ResolversParentTypes['InputIssue']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  issues?: Resolver<ReadonlyArray<ResolversTypes['InputIssue']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListedOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListedOffer'] = ResolversParentTypes['ListedOffer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ticketId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MaintenanceWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaintenanceWindow'] = ResolversParentTypes['MaintenanceWindow']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MarketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Market'] = ResolversParentTypes['Market']> = {
  marketId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createCart?: Resolver<Maybe<ResolversTypes['PollingResult']>, ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'input' | 'waitUpToSeconds'>>;
  deleteCart?: Resolver<Maybe<ResolversTypes['PollingResult']>, ParentType, ContextType, RequireFields<MutationDeleteCartArgs, 'input' | 'waitUpToSeconds'>>;
  keepCart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, RequireFields<MutationKeepCartArgs, 'id'>>;
  purchaseCart?: Resolver<Maybe<ResolversTypes['PollingResult']>, ParentType, ContextType, RequireFields<MutationPurchaseCartArgs, 'input' | 'waitUpToSeconds'>>;
  setCartPayment?: Resolver<Maybe<ResolversTypes['PollingResult']>, ParentType, ContextType, RequireFields<MutationSetCartPaymentArgs, 'input'>>;
  setCartShipping?: Resolver<Maybe<ResolversTypes['PollingResult']>, ParentType, ContextType, RequireFields<MutationSetCartShippingArgs, 'input' | 'waitUpToSeconds'>>;
};

export type NoInventoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoInventory'] = ResolversParentTypes['NoInventory']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  customerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['OrderDelivery']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['OrderTicket']>, ParentType, ContextType>;
  voided?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type OrderChargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderCharge'] = ResolversParentTypes['OrderCharge']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderDelivery'] = ResolversParentTypes['OrderDelivery']> = {
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceLevel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTicket'] = ResolversParentTypes['OrderTicket']> = {
  barcodeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  barcodeShownFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  barcodeUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  charges?: Resolver<ReadonlyArray<ResolversTypes['OrderCharge']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  eventCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventHost?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['EventID']>, ParentType, ContextType>;
  eventName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faceValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  isGeneralAdmission?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isVoided?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  orderDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  orderNumber?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  portal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  ticketTypeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  transferEligibility?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OutcomeUnknownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutcomeUnknown'] = ResolversParentTypes['OutcomeUnknown']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentCertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentCertificate'] = ResolversParentTypes['PaymentCertificate']> = {
  certificateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclined'] = ResolversParentTypes['PaymentDeclined']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PendingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pending'] = ResolversParentTypes['Pending']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  giveUpAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['CartOperation'], ParentType, ContextType>;
  pollAfter?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  releaseUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  waitSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PollingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PollingResult'] = ResolversParentTypes['PollingResult']> = {
  __resolveType: TypeResolveFn<'CaptchaFailed' | 'Cart' | 'CartDeleted' | 'CartGone' | 'EventNotSellable' | 'IdempotencyConflict' | 'InvalidInput' | 'NoInventory' | 'OutcomeUnknown' | 'PaymentDeclined' | 'Pending' | 'PurchaseReceipt' | 'Throttled' | 'TicketLimitExceeded' | 'TotalChanged' | 'UnderMaintenance' | 'UpstreamFailed', ParentType, ContextType>;
};

export type PresaleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Presale'] = ResolversParentTypes['Presale']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PriceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  charges?: Resolver<ReadonlyArray<ResolversTypes['Charge']>, ParentType, ContextType>;
  displayAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['PriceLevel']>, ParentType, ContextType>;
  priceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PriceLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceLevel'] = ResolversParentTypes['PriceLevel']> = {
  amounts?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priceLevelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['PriceRangeEnd']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['PriceRangeEnd']>, ParentType, ContextType>;
};

export type PriceRangeEndResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRangeEnd'] = ResolversParentTypes['PriceRangeEnd']> = {
  display?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  faceValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  fees?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type PromoterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Promoter'] = ResolversParentTypes['Promoter']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promoterId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PurchaseReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseReceipt'] = ResolversParentTypes['PurchaseReceipt']> = {
  appUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  grandTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  orderNumber?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  orderToken?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  redemptionUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuantityRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuantityRule'] = ResolversParentTypes['QuantityRule']> = {
  exact?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  multiple?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  captcha?: Resolver<Maybe<ResolversTypes['Captcha']>, ParentType, ContextType, Partial<QueryCaptchaArgs>>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, RequireFields<QueryCartArgs, 'id'>>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['CountryEntry']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  eventByCode?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventByCodeArgs, 'code' | 'host'>>;
  events?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Event']>>, ParentType, ContextType, RequireFields<QueryEventsArgs, 'ids'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, Partial<QueryOrderArgs>>;
  paymentCertificate?: Resolver<Maybe<ResolversTypes['PaymentCertificate']>, ParentType, ContextType, RequireFields<QueryPaymentCertificateArgs, 'cartId'>>;
  pollCart?: Resolver<Maybe<ResolversTypes['PollingResult']>, ParentType, ContextType, RequireFields<QueryPollCartArgs, 'token' | 'waitUpToSeconds'>>;
  sellableEvents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventListing']>>, ParentType, ContextType>;
  states?: Resolver<ReadonlyArray<ResolversTypes['StateEntry']>, ParentType, ContextType, Partial<QueryStatesArgs>>;
  unredeemedOrders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UnredeemedOrder']>>, ParentType, ContextType, Partial<QueryUnredeemedOrdersArgs>>;
};

export type QueueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue']> = {
  estimatedWaitSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['QueueNotice']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShippingOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingOption'] = ResolversParentTypes['ShippingOption']> = {
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fee?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  requiresAddress?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  serviceLevel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shippingOptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type StateResolvers = EnumResolverSignature<{ ALABAMA?: any, ALASKA?: any, ALBERTA?: any, AMERICAN_SAMOA?: any, ARIZONA?: any, ARKANSAS?: any, ARMED_FORCES_AMERICAS?: any, ARMED_FORCES_OTHER?: any, ARMED_FORCES_PACIFIC?: any, BRITISH_COLUMBIA?: any, CALIFORNIA?: any, COLORADO?: any, CONNECTICUT?: any, DELAWARE?: any, DISTRICT_OF_COLUMBIA?: any, FEDERATED_STATES_OF_MICRONESIA?: any, FLORIDA?: any, GEORGIA?: any, GUAM?: any, HAWAII?: any, IDAHO?: any, ILLINOIS?: any, INDIANA?: any, IOWA?: any, KANSAS?: any, KENTUCKY?: any, LOUISIANA?: any, MAINE?: any, MANITOBA?: any, MARSHALL_ISLANDS?: any, MARYLAND?: any, MASSACHUSETTS?: any, MICHIGAN?: any, MINNESOTA?: any, MISSISSIPPI?: any, MISSOURI?: any, MONTANA?: any, NEBRASKA?: any, NEVADA?: any, NEWFOUNDLAND_AND_LABRADOR?: any, NEW_BRUNSWICK?: any, NEW_HAMPSHIRE?: any, NEW_JERSEY?: any, NEW_MEXICO?: any, NEW_YORK?: any, NORTHERN_MARIANA_ISLANDS?: any, NORTHWEST_TERRITORIES?: any, NORTH_CAROLINA?: any, NORTH_DAKOTA?: any, NOVA_SCOTIA?: any, NUNAVUT?: any, OHIO?: any, OKLAHOMA?: any, ONTARIO?: any, OREGON?: any, PALAU?: any, PENNSYLVANIA?: any, PRINCE_EDWARD_ISLAND?: any, PUERTO_RICO?: any, QUEBEC?: any, RHODE_ISLAND?: any, SASKATCHEWAN?: any, SOUTH_CAROLINA?: any, SOUTH_DAKOTA?: any, TENNESSEE?: any, TEXAS?: any, UTAH?: any, VERMONT?: any, VIRGINIA?: any, VIRGIN_ISLANDS?: any, WASHINGTON?: any, WEST_VIRGINIA?: any, WISCONSIN?: any, WYOMING?: any, YUKON?: any }, ResolversTypes['State']>;

export type StateEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StateEntry'] = ResolversParentTypes['StateEntry']> = {
  country?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalAbbreviation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  stateId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  cartProgress?: SubscriptionResolver<Maybe<ResolversTypes['PollingResult']>, "cartProgress", ParentType, ContextType, RequireFields<SubscriptionCartProgressArgs, 'token'>>;
};

export type ThrottledResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Throttled'] = ResolversParentTypes['Throttled']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['Price']>, ParentType, ContextType>;
  quantities?: Resolver<Maybe<ResolversTypes['QuantityRule']>, ParentType, ContextType>;
  ticketId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TicketLimitExceededResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketLimitExceeded'] = ResolversParentTypes['TicketLimitExceeded']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type TotalChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotalChanged'] = ResolversParentTypes['TotalChanged']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnderMaintenanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnderMaintenance'] = ResolversParentTypes['UnderMaintenance']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnredeemedOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnredeemedOrder'] = ResolversParentTypes['UnredeemedOrder']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailStatus?: Resolver<ResolversTypes['EmailStatus'], ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['EventID']>, ParentType, ContextType>;
  eventStartsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purchasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rawEmailStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceAccountId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpstreamFailedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpstreamFailed'] = ResolversParentTypes['UpstreamFailed']> = {
  code?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Venue'] = ResolversParentTypes['Venue']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  images?: Resolver<ReadonlyArray<ResolversTypes['VenueImage']>, ParentType, ContextType>;
  markets?: Resolver<ReadonlyArray<ResolversTypes['Market']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  venueId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type VenueImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VenueImage'] = ResolversParentTypes['VenueImage']> = {
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaGroup?: AreaGroupResolvers<ContextType>;
  Artist?: ArtistResolvers<ContextType>;
  Availability?: AvailabilityResolvers<ContextType>;
  AvailabilityBlock?: AvailabilityBlockResolvers<ContextType>;
  AvailabilityCharge?: AvailabilityChargeResolvers<ContextType>;
  AvailabilityOffer?: AvailabilityOfferResolvers<ContextType>;
  AvailabilityRow?: AvailabilityRowResolvers<ContextType>;
  Captcha?: CaptchaResolvers<ContextType>;
  CaptchaFailed?: CaptchaFailedResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartDeleted?: CartDeletedResolvers<ContextType>;
  CartGone?: CartGoneResolvers<ContextType>;
  CartItem?: CartItemResolvers<ContextType>;
  CartPayment?: CartPaymentResolvers<ContextType>;
  CartTicket?: CartTicketResolvers<ContextType>;
  CartTotals?: CartTotalsResolvers<ContextType>;
  Charge?: ChargeResolvers<ContextType>;
  Country?: CountryResolvers;
  CountryEntry?: CountryEntryResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Event?: EventResolvers<ContextType>;
  EventID?: GraphQLScalarType;
  EventListing?: EventListingResolvers<ContextType>;
  EventNotSellable?: EventNotSellableResolvers<ContextType>;
  EventNote?: EventNoteResolvers<ContextType>;
  EventStatus?: EventStatusResolvers<ContextType>;
  Failure?: FailureResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  InputIssue?: InputIssueResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  ListedOffer?: ListedOfferResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  MaintenanceWindow?: MaintenanceWindowResolvers<ContextType>;
  Market?: MarketResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoInventory?: NoInventoryResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderCharge?: OrderChargeResolvers<ContextType>;
  OrderDelivery?: OrderDeliveryResolvers<ContextType>;
  OrderTicket?: OrderTicketResolvers<ContextType>;
  OutcomeUnknown?: OutcomeUnknownResolvers<ContextType>;
  PaymentCertificate?: PaymentCertificateResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  Pending?: PendingResolvers<ContextType>;
  PollingResult?: PollingResultResolvers<ContextType>;
  Presale?: PresaleResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  PriceLevel?: PriceLevelResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  PriceRangeEnd?: PriceRangeEndResolvers<ContextType>;
  Promoter?: PromoterResolvers<ContextType>;
  PurchaseReceipt?: PurchaseReceiptResolvers<ContextType>;
  QuantityRule?: QuantityRuleResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  ShippingOption?: ShippingOptionResolvers<ContextType>;
  State?: StateResolvers;
  StateEntry?: StateEntryResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Throttled?: ThrottledResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketLimitExceeded?: TicketLimitExceededResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  TotalChanged?: TotalChangedResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnderMaintenance?: UnderMaintenanceResolvers<ContextType>;
  UnredeemedOrder?: UnredeemedOrderResolvers<ContextType>;
  UpstreamFailed?: UpstreamFailedResolvers<ContextType>;
  Venue?: VenueResolvers<ContextType>;
  VenueImage?: VenueImageResolvers<ContextType>;
};

