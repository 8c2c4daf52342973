export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An ISO 4217 currency code of three capital letters, for example `USD`. `XXX`, the standard's code for no
   * currency, stands where upstream names none: show such an amount without a currency sign.
   */
  CurrencyCode: { input: string; output: string; }
  /** A point in time as RFC 3339 text in UTC, for example `2015-08-21T02:00:00Z`. */
  DateTime: { input: string; output: string; }
  /**
   * An exact decimal number as text, for example `"57.39"`. It is never a JSON number, so that no cent is lost to
   * floating point. Send it as text, too, and calculate with a decimal library or in minor units.
   */
  Decimal: { input: string; output: string; }
  /**
   * Names an event at Ticketmaster: 15 or 16 ASCII letters and digits, for example `3F004CBB88958BF9`. Case
   * matters: two events may differ by case alone. Anything of another shape is refused with the error code
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
   * An absolute address, for example `https://example.com/event/3F004CBB88958BF9`. All are of the web, save
   * `PurchaseReceipt.appUrl`, which opens an app.
   */
  URL: { input: string; output: string; }
};

/** A postal address. Upstream often gives no more than city, region and country. */
export type Address = {
  readonly __typename?: 'Address';
  /** The city, for example `Seattle`. Null when upstream does not say. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** The country, when it is one of the five of upstream's appendix. Null for any other: see `countryCode`. */
  readonly country: Maybe<Country>;
  /**
   * The ISO 3166-1 code of the country in two letters, as upstream gives it, for example `US`. Null when
   * upstream does not say.
   */
  readonly countryCode: Maybe<Scalars['String']['output']>;
  /** Street and number. Null when upstream does not say. */
  readonly line1: Maybe<Scalars['String']['output']>;
  /** The second line of the address. Null when there is none. */
  readonly line2: Maybe<Scalars['String']['output']>;
  /** The postal code, for example `98134`. Null when upstream does not say. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /**
   * The abbreviation of the state, province or region as upstream gives it, for example `WA`. Null when upstream
   * does not say.
   */
  readonly regionCode: Maybe<Scalars['String']['output']>;
  /**
   * The state or province, when it is one of the 75 of upstream's appendix. Null for any other: see
   * `regionCode`.
   */
  readonly state: Maybe<State>;
};

/** A postal address, in one of the countries of upstream's appendix. */
export type AddressInput = {
  /** The city, for example `Los Angeles`. */
  readonly city: Scalars['String']['input'];
  /** The country, out of `Query.countries`. */
  readonly country: Country;
  /** Street and number, for example `123 Main Street`. */
  readonly line1: Scalars['String']['input'];
  /** The second line of the address. Null or left out: none. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** The postal code, for example `90210`. It is text: leading zeros matter. */
  readonly postalCode: Scalars['String']['input'];
  /**
   * The state or province, out of `Query.states`. It must belong to `country`. Null or left out: none, as for
   * countries without an entry there.
   */
  readonly state?: InputMaybe<State>;
  /** The flat or suite, for example `1h`. Null or left out: none. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** A part of the venue that seats can be asked for in. */
export type Area = {
  readonly __typename?: 'Area';
  /** The area's name for people, for example `Mezzanine`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Upstream's id of the area, for example `2`. Send it in `CreateCartInput.areaIds`. */
  readonly id: Scalars['ID']['output'];
  /** The price levels that have seats in this area. Empty when upstream does not say. */
  readonly priceLevels: ReadonlyArray<PriceLevel>;
};

/** Areas of the venue that belong together, for example all areas by section, or all areas by location. */
export type AreaGroup = {
  readonly __typename?: 'AreaGroup';
  /** The areas of the group, in upstream's order. */
  readonly areas: ReadonlyArray<Area>;
  /** What the areas are grouped by, for example `Section`. Null when upstream does not say. */
  readonly label: Maybe<Scalars['String']['output']>;
};

/** Somebody who performs, or a team that plays. */
export type Artist = {
  readonly __typename?: 'Artist';
  /** Upstream's id of the artist, for example `916285`. Null when upstream does not say. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /**
   * Whether this is one performer or one band, rather than a team, a tour or a company. Null when upstream does
   * not say.
   */
  readonly isSingleAct: Maybe<Scalars['Boolean']['output']>;
  /** The artist's name for people. Null when upstream does not say. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The place on the bill: 1 is the headliner. Null when upstream does not say. */
  readonly rank: Maybe<Scalars['Int']['output']>;
};

/** The free seats of an event, as they were when upstream answered. */
export type Availability = {
  readonly __typename?: 'Availability';
  /** The seats, grouped by what they are offered at. Empty when there are none. */
  readonly blocks: ReadonlyArray<AvailabilityBlock>;
  /**
   * Whether upstream refuses reservations that leave one lone seat free. When true, offer only seats that leave
   * none or at least two beside them. False also when upstream does not say.
   */
  readonly restrictSingle: Scalars['Boolean']['output'];
  /** The most tickets that one shopper may hold for the event. Null when there is no limit. */
  readonly ticketLimit: Maybe<Scalars['Int']['output']>;
};

/** Seats that are on the same offers. */
export type AvailabilityBlock = {
  readonly __typename?: 'AvailabilityBlock';
  /** The kinds of ticket that these seats are sold as. Empty when upstream names none. */
  readonly offers: ReadonlyArray<AvailabilityOffer>;
  /** How many seats or places of the block are free. Null when upstream does not say. */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** The free seats, row by row. Empty when upstream names none. */
  readonly rows: ReadonlyArray<AvailabilityRow>;
  /** The most tickets that one shopper may take from the block at present. Null when upstream does not say. */
  readonly ticketLimit: Maybe<Scalars['Int']['output']>;
  /** How many seats or places the block has, free or not. Null when upstream does not say. */
  readonly total: Maybe<Scalars['Int']['output']>;
};

/** A charge on top of the face value of a ticket. */
export type AvailabilityCharge = {
  readonly __typename?: 'AvailabilityCharge';
  /** The charge for one ticket, for example `3.00`. It may be zero. Null when upstream does not say. */
  readonly amount: Maybe<Money>;
  /**
   * Which sort of charge it is, in upstream's own word, for example `fee`. Expect new words. Null when upstream
   * does not say.
   */
  readonly kind: Maybe<Scalars['String']['output']>;
  /**
   * What the charge is for, in upstream's own word, for example `facility`. Expect new words. Null when upstream
   * does not say.
   */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** A kind of ticket that the seats of a block are sold as. */
export type AvailabilityOffer = {
  readonly __typename?: 'AvailabilityOffer';
  /** What comes on top of the face value, for one ticket. Empty when upstream names nothing. */
  readonly charges: ReadonlyArray<AvailabilityCharge>;
  /** The offer in words, for example `GPAS1`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The value printed on the ticket, for example `25.00`. Null when upstream does not say. */
  readonly faceValue: Maybe<Money>;
  /** The offer's name, for example `GPAS1`. Null when upstream does not say. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The price level, as in `PriceLevel.id`, for example `1`. Null when upstream does not say. */
  readonly priceLevelId: Maybe<Scalars['ID']['output']>;
  /**
   * Upstream's id of the ticket, for example `00000405000C`. It is text: the leading zeros matter. Send it as
   * `TicketSelection.ticketId`. Null when upstream does not say.
   */
  readonly ticketId: Maybe<Scalars['ID']['output']>;
};

/** The free seats of one row. */
export type AvailabilityRow = {
  readonly __typename?: 'AvailabilityRow';
  /**
   * Whether even and odd numbers stand side by side. When false, neighbours differ by 2: seats 2 and 4 are side
   * by side. Null when upstream does not say.
   */
  readonly hasEvenOddMix: Maybe<Scalars['Boolean']['output']>;
  /**
   * Upstream's own ids of the places, in the order of `seats`, for example `INGEEMRQHE5E2ORRG4`. Send them in
   * `SeatSelection.placeIds`. Empty when upstream gives none.
   */
  readonly placeIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The row, for example `A`. Null when upstream does not say. */
  readonly row: Maybe<Scalars['String']['output']>;
  /** The free seats, for example `2` and `4`. They are text: a seat may be called `7A`. */
  readonly seats: ReadonlyArray<Scalars['String']['output']>;
  /** The section, for example `207`. Null when upstream does not say. */
  readonly section: Maybe<Scalars['String']['output']>;
};

/** The person who buys. The gateway hands all of it on to upstream and keeps none of it. */
export type BuyerInput = {
  /** The address that bills go to. Tickets that come by post go there, too: see `ShippingOption.requiresAddress`. */
  readonly address: AddressInput;
  /** Where upstream sends the order to, for example `john.doe@example.com`. */
  readonly email: Scalars['String']['input'];
  /** The first name, for example `John`. */
  readonly firstName: Scalars['String']['input'];
  /** A telephone number, for example `212-867-5309`. Null or left out: none. */
  readonly homePhone?: InputMaybe<Scalars['String']['input']>;
  /** The last name, for example `Doe`. */
  readonly lastName: Scalars['String']['input'];
};

/**
 * A captcha for the shopper to solve before `createCart`. Show `html` in a web view, or make your own widget
 * with `siteKey`.
 */
export type Captcha = {
  readonly __typename?: 'Captcha';
  /** A whole HTML page with the captcha, to be shown in a web view. Null when upstream gives only the keys. */
  readonly html: Maybe<Scalars['String']['output']>;
  /**
   * The scheme of the address that the page goes to when the captcha is solved: watch for `redirectScheme`
   * followed by `://` and take the rest as the `captchaToken`. For example `ticketmaster-g-recaptcha-response`.
   */
  readonly redirectScheme: Scalars['String']['output'];
  /** The reCAPTCHA secure token to give to the widget beside the site key. Null when upstream gives none. */
  readonly secureToken: Maybe<Scalars['String']['output']>;
  /** The reCAPTCHA site key, for a page that shows the widget itself. */
  readonly siteKey: Scalars['String']['output'];
};

/**
 * A captcha is required, or its solution was not accepted. Let the shopper solve a new one and call again with a
 * new `captchaToken` and a new `idempotencyKey`. Nothing is held.
 */
export type CaptchaFailed = Failure & {
  readonly __typename?: 'CaptchaFailed';
  /** A new captcha to show at once. Null when none could be fetched: then ask for `Query.captcha`. */
  readonly captcha: Maybe<Captcha>;
  /** What happened: `CAPTCHA_REQUIRED` or `CAPTCHA_INVALID`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: there is no need to wait, only to solve a new captcha. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same call fails again. With a newly solved captcha it may succeed. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 10031. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The issuers of cards that upstream takes. */
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
 * A reservation: seats that upstream holds for one shopper for a while, with what they cost and how far the
 * checkout has come. From `createCart` on, do what `remainingSteps` names, and then `purchaseCart`.
 */
export type Cart = {
  readonly __typename?: 'Cart';
  /** The event that the seats are for. Null when its details cannot be read at the moment. */
  readonly event: Maybe<Event>;
  /**
   * When upstream gives the seats to others. It may move later as the shopper advances, so read it anew with
   * every answer. Null while no seats are held, and once they are bought.
   */
  readonly holdExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * How many seconds of the hold were left when this was answered. Count down from here: a shopper's wrong clock
   * does no harm. Null while no seats are held, and once they are bought.
   */
  readonly holdSeconds: Maybe<Scalars['Float']['output']>;
  /**
   * The gateway's own id of the cart. It is opaque and cannot be guessed. Whoever has it can use the cart: keep
   * it between the shopper and you. It is good for the life of the cart.
   */
  readonly id: Scalars['ID']['output'];
  /** What is held, one entry for each block of seats. Empty while the reservation is pending. */
  readonly items: ReadonlyArray<CartItem>;
  /**
   * When the gateway takes the shopper for gone and gives the seats back. Every call that names the cart, by its
   * id or by a polling token, moves it later; `keepCart` does nothing else. A cart that is being bought is not
   * given back, whatever its lease. Null once the cart is bought or over.
   */
  readonly leaseExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** How the shopper will pay, or has paid. Empty until `setCartPayment` has succeeded. */
  readonly payments: ReadonlyArray<CartPayment>;
  /** What the shopper got for the money. Null until the purchase is known to have succeeded. */
  readonly receipt: Maybe<PurchaseReceipt>;
  /**
   * Where to send a plain POST, with any body or none, when the shopper leaves for good: the gateway then gives
   * the seats back at once. It is made for `navigator.sendBeacon(releaseUrl)` in a `pagehide` handler, and does
   * no harm when the cart is over, bought or just being bought. Mind that a reload leaves the page, too. Keep it
   * as secret as the id.
   */
  readonly releaseUrl: Scalars['URL']['output'];
  /**
   * What is left to do, in this order. Empty means that `purchaseCart` may be called, as long as the cart's
   * `status` is `HELD`.
   */
  readonly remainingSteps: ReadonlyArray<CartStep>;
  /** The way of delivery that was chosen. Null while none is, or when the account is preconfigured. */
  readonly shipping: Maybe<ShippingOption>;
  /**
   * The ways in which the tickets can reach the shopper, for `setCartShipping`. It is an upstream call of its
   * own, made only when this is selected. Null when the account is preconfigured, so that there is nothing to
   * choose; also while the cart holds no seats.
   */
  readonly shippingOptions: Maybe<ReadonlyArray<ShippingOption>>;
  /** How far the cart has come. `HELD` means that there are seats, and that they can be bought. */
  readonly status: CartStatus;
  /** What the cart costs as a whole. Null until upstream has said so. */
  readonly totals: Maybe<CartTotals>;
};

/** The cart is gone and its seats have gone back. This is what a successful `deleteCart` comes to. */
export type CartDeleted = {
  readonly __typename?: 'CartDeleted';
  /** The id of the cart that was deleted. It cannot be used for a new reservation. */
  readonly cartId: Scalars['ID']['output'];
  /** When the cart was deleted. Deleting it again gives the same time. */
  readonly deletedAt: Scalars['DateTime']['output'];
};

/**
 * The cart is over or already bought, or the gateway knows no such cart. When the code is `CART_PURCHASED`, the
 * shopper has the tickets: show `Cart.receipt`. Otherwise forget the cart's id and its tokens, and reserve anew
 * with `createCart` if the shopper still wants seats.
 */
export type CartGone = Failure & {
  readonly __typename?: 'CartGone';
  /** What happened: `CART_UNKNOWN` or `CART_EXPIRED` or `CART_RELEASED` or `CART_PURCHASED`. */
  readonly code: FailureCode;
  /** When the cart ended or was bought. Null when the gateway does not know. */
  readonly goneAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: a cart that is over or bought cannot be used any more. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 90003. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A block of seats side by side, or a number of places without seats, with its tickets. */
export type CartItem = {
  readonly __typename?: 'CartItem';
  /**
   * The first seat of the block, for example `7`. It is text: a seat may be called `7A`. Null when there are no
   * numbered seats.
   */
  readonly firstSeat: Maybe<Scalars['String']['output']>;
  /** Whether the places have no numbered seats, so that the shopper sits or stands anywhere in the section. */
  readonly generalAdmission: Scalars['Boolean']['output'];
  /**
   * The last seat of the block; the same as `firstSeat` for a single seat. Null when there are no numbered
   * seats.
   */
  readonly lastSeat: Maybe<Scalars['String']['output']>;
  /** How many seats or places there are. Null when upstream does not say. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** The row, for example `I`. Null when there is none. */
  readonly row: Maybe<Scalars['String']['output']>;
  /** The section, for example `CLB234`. Null when upstream does not say. */
  readonly section: Maybe<Scalars['String']['output']>;
  /** The tickets for the block, one entry for each kind of ticket. */
  readonly tickets: ReadonlyArray<CartTicket>;
  /** What the block costs. Null when upstream does not say. */
  readonly totals: Maybe<CartTotals>;
};

/** What a `Pending` can be about. */
export type CartOperation =
  /** Seats are being reserved, after `createCart`. It comes to a `Cart` or a failure. */
  | 'CREATE'
  /** A cart is being given back, after `deleteCart`. It comes to a `CartDeleted` or a failure. */
  | 'DELETE'
  /** Buyer and payment are being taken down, after `setCartPayment`. It comes to a `Cart` or a failure. */
  | 'PAYMENT'
  /**
   * The cart is being bought, after `purchaseCart`. It comes to a `PurchaseReceipt`, a failure, or an
   * `OutcomeUnknown`, which is to be polled further.
   */
  | 'PURCHASE'
  /** A way of delivery is being chosen, after `setCartShipping`. It comes to a `Cart` or a failure. */
  | 'SHIPPING';

/** One payment of a cart, with no more of it than a receipt would show. */
export type CartPayment = {
  readonly __typename?: 'CartPayment';
  /** How much is paid this way. Null when upstream does not say. */
  readonly amount: Maybe<Money>;
  /** The month in which the card expires, 1 to 12. Null when it is no card, or not known. */
  readonly expiryMonth: Maybe<Scalars['Int']['output']>;
  /** The year in which the card expires, in four digits. Null when it is no card, or not known. */
  readonly expiryYear: Maybe<Scalars['Int']['output']>;
  /** Who issued the card, in upstream's own word, for example `VISA`. Null when it is no card, or not known. */
  readonly issuer: Maybe<Scalars['String']['output']>;
  /** How it is paid. `UNKNOWN` for a word that this gateway does not know: see `rawKind`. */
  readonly kind: PaymentKind;
  /** The last four digits of the card, for example `0011`. Null when it is no card, or not known. */
  readonly lastFour: Maybe<Scalars['String']['output']>;
  /** How it is paid, in upstream's own word, for example `CC`. Empty when upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
};

/** How far a cart has come. */
export type CartStatus =
  /**
   * The cart was given up, by the shopper or because its lease ran out, or its reservation came to nothing. It
   * cannot be used any more. Seats that upstream may still hold for it go back as soon as upstream allows.
   */
  | 'DELETED'
  /** Upstream's hold ran out, and the seats have gone back to others. Reserve again with `createCart`. */
  | 'EXPIRED'
  /** Upstream holds the seats until `holdExpiresAt`. Do what `remainingSteps` names, and then call `purchaseCart`. */
  | 'HELD'
  /** Upstream has not said yet whether there are seats. Go on with `pollCart`. */
  | 'PENDING'
  /** The shopper has bought the tickets: see `receipt`. The cart cannot be changed or deleted any more. */
  | 'PURCHASED'
  /**
   * Upstream was asked to take the money, and it is not known yet whether it did. Go on with `pollCart`, and do
   * not buy the tickets again. The cart cannot be changed or deleted meanwhile.
   */
  | 'PURCHASING';

/** What has to be done to a cart before it can be bought. */
export type CartStep =
  /** The buyer and the means of payment have to be given. Call `setCartPayment`. */
  | 'PAYMENT'
  /** A way of delivery has to be chosen. Call `setCartShipping`. */
  | 'SHIPPING';

/** Tickets of one kind in a cart. */
export type CartTicket = {
  readonly __typename?: 'CartTicket';
  /** What each ticket costs, part by part. The amounts are for one ticket; `Charge.quantity` says for how many. */
  readonly charges: ReadonlyArray<Charge>;
  /** What upstream calls the ticket, for example `GPAS1`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** How many tickets of this kind there are. Null when upstream does not say. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** Upstream's id of the ticket, as in `Ticket.id`. Null when upstream does not say. */
  readonly ticketId: Maybe<Scalars['ID']['output']>;
};

/** What a cart, or one item of it, costs. An amount is null when upstream does not say. */
export type CartTotals = {
  readonly __typename?: 'CartTotals';
  /** The cost of delivery. Null when upstream does not say, as for a single item. */
  readonly delivery: Maybe<Money>;
  /** All fees together. Null when upstream does not say. */
  readonly fees: Maybe<Money>;
  /** All of it together. Show this as the total. Null when upstream does not say. */
  readonly grand: Maybe<Money>;
  /** The tickets without fees and taxes. Null when upstream does not say. */
  readonly merchandise: Maybe<Money>;
  /** All taxes together. Null when upstream does not say. */
  readonly tax: Maybe<Money>;
  /** What is still to be paid. Null when upstream does not say, as for a single item. */
  readonly unpaid: Maybe<Money>;
};

/** One part of a price: the face value, a fee or a tax. */
export type Charge = {
  readonly __typename?: 'Charge';
  /** The charge for one ticket, for example `25.00`. It may be zero. */
  readonly amount: Money;
  /** What the charge is for. `UNKNOWN` for a word that this gateway does not know: see `rawKind`. */
  readonly kind: ChargeKind;
  /** How many tickets the charge is made for. Null when upstream does not say, as in an event's prices. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** What the charge is for, in upstream's own word, for example `face_value`. Empty when upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
  /** The tax on the charge, for one ticket. Null when upstream does not say, as in an event's prices. */
  readonly tax: Maybe<Money>;
};

/** What a charge can be for. Expect new kinds, and count an `UNKNOWN` charge all the same. */
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
  /** Upstream uses a word that this gateway does not know. It stands in `rawKind`. */
  | 'UNKNOWN';

/** The countries of upstream's appendix. */
export type Country =
  /** Australia: `AU`, upstream's number 36. */
  | 'AUSTRALIA'
  /** Canada: `CA`, upstream's number 124. */
  | 'CANADA'
  /** Mexico: `MX`, upstream's number 484. */
  | 'MEXICO'
  /** New Zealand: `NZ`, upstream's number 554. */
  | 'NEW_ZEALAND'
  /** United States of America: `US`, upstream's number 840. */
  | 'UNITED_STATES_OF_AMERICA';

/** A country with all that a form needs to show and send it. */
export type CountryEntry = {
  readonly __typename?: 'CountryEntry';
  /** The country as a value of this API, for example `CANADA`. */
  readonly country: Country;
  /** Upstream's number for the country, which is that of ISO 3166-1, for example 124. */
  readonly countryId: Scalars['Int']['output'];
  /** The ISO 3166-1 code of the country in two letters, for example `CA`. */
  readonly isoCode: Scalars['String']['output'];
  /** The name for people as upstream's appendix prints it, for example `Canada`. */
  readonly name: Scalars['String']['output'];
};

/**
 * What to reserve. By default upstream picks the best available seats; name areas or seats to ask for certain
 * ones.
 */
export type CreateCartInput = {
  /**
   * Whether to take the best available seats when the ones asked for are gone. When false, that is answered with
   * `NoInventory`.
   */
  readonly acceptBestAvailable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only seats in these areas, as in `Area.id`. Null or left out: anywhere. */
  readonly areaIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What the solved captcha yielded. It is good once and not for long. Leave it out when `captcha` is null. */
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** The event that the tickets are for. */
  readonly eventId: Scalars['EventID']['input'];
  /**
   * Makes it safe to send the same request again when its answer was lost: the same key with the same input
   * gives the same cart, however often it is sent. The same key with another input is answered with
   * `IdempotencyConflict`. Use a new UUID for each attempt that the shopper makes, for example
   * `5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33`. Keys are kept apart by the shopper's address. Null or left out:
   * every call is a reservation of its own.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** Certain seats. Null or left out: upstream picks. */
  readonly seats?: InputMaybe<SeatSelection>;
  /** The tickets, at least one entry. Several kinds may be combined, for example adults and children. */
  readonly tickets: ReadonlyArray<TicketSelection>;
};

/** Which cart to delete. Exactly one of the two fields must be given. */
export type DeleteCartInput =
  /** The id of the cart, as in `Cart.id`. */
  { readonly cartId: Scalars['ID']['input']; readonly token?: never; }
  |  /**
   * A token from `Pending.token`: deletes the cart that it belongs to, also while its reservation is still
   * pending.
   */
  { readonly cartId?: never; readonly token: Scalars['ID']['input']; };

/**
 * What became of the mail that tells a buyer how to get the tickets. Expect new kinds, and treat what you do not
 * know as `UNKNOWN`.
 */
export type EmailStatus =
  /** The mail came back. Reach the buyer in another way. Upstream's number is 2. */
  | 'BOUNCED'
  /** The mail could not be sent. Reach the buyer in another way. Upstream's number is 4. */
  | 'SEND_ERROR'
  /** The mail was sent. Remind the buyer of it. Upstream's number is 1. */
  | 'SENT'
  /** The mail was reported or sorted out as spam. Ask the buyer to look there. Upstream's number is 3. */
  | 'SPAM'
  /** Upstream gives a number that this gateway does not know, or none. See `rawEmailStatus`. */
  | 'UNKNOWN';

/**
 * A card, with its secrets encrypted by the page under a `PaymentCertificate`. The helper `encryptCard` of
 * `stagedoor/client` makes `number` and `securityCode`. Neither the gateway nor you can read them.
 */
export type EncryptedCardInput = {
  /** The certificate that both were encrypted under, as in `PaymentCertificate.id`. */
  readonly certificateId: Scalars['ID']['input'];
  /** The month in which the card expires, 1 to 12. */
  readonly expiryMonth: Scalars['Int']['input'];
  /** The year in which the card expires, in four digits, for example 2030. */
  readonly expiryYear: Scalars['Int']['input'];
  /** Who issued the card. Null or left out: upstream tells by the number. */
  readonly issuer?: InputMaybe<CardIssuer>;
  /**
   * The encrypted card number: 16 random letters and digits, then the digits of the number without blanks,
   * encrypted together with RSA and PKCS#1 v1.5 padding, as base64. A plain number is refused with the code
   * `PLAIN_CARD_DATA`.
   */
  readonly number: Scalars['String']['input'];
  /** The postal code that the card is registered with. Null or left out: that of the buyer's address. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * The encrypted security code from the back of the card (the front for American Express), made like `number`
   * with 16 random letters and digits of its own.
   */
  readonly securityCode: Scalars['String']['input'];
};

/**
 * A show, a match or anything else that tickets are sold for, as upstream describes it. A field is null when
 * upstream does not say.
 */
export type Event = {
  readonly __typename?: 'Event';
  /**
   * Whether this event can be sold through the gateway at all. When false, send the shopper to `url`. When true,
   * it may still be too early, too late or sold out: see `sellable`.
   */
  readonly apiTransactable: Scalars['Boolean']['output'];
  /** The venue's seating areas, grouped as upstream groups them. Empty for events without areas. */
  readonly areaGroups: ReadonlyArray<AreaGroup>;
  /** Who performs or plays, in upstream's order. Empty when upstream names nobody. */
  readonly artists: ReadonlyArray<Artist>;
  /**
   * Which seats are free right now. It is an upstream call of its own, made only when this is selected, and kept
   * for no more than moments (2 seconds, unless the operator has set another time), because it changes from
   * second to second: seats shown as free may be gone a moment later, so be ready for `NoInventory`. Null when
   * the account is not specially enabled for it upstream, when upstream knows no such event, when the event is
   * not `apiTransactable`, and, together with an entry in `errors`, when upstream does not answer, as during
   * maintenance.
   */
  readonly availability: Maybe<Availability>;
  /** The currency of the event's prices, for example `USD`. Null when upstream does not say. */
  readonly currency: Maybe<Scalars['CurrencyCode']['output']>;
  /**
   * Whether `Price.displayAmount` already holds the facility fee. Do not add the fee a second time when it does.
   * Null when upstream does not say.
   */
  readonly facilityFeeIncluded: Maybe<Scalars['Boolean']['output']>;
  /** The id that this event was asked for with, for example `3F004CBB88958BF9`. Case matters. */
  readonly id: Scalars['EventID']['output'];
  /** A picture for the event. Null when there is none. */
  readonly image: Maybe<Image>;
  /**
   * The date as printed on the ticket: `startsAt` on the venue's own calendar, for example `2015-08-20` in
   * Seattle for an event that starts at `2015-08-21T02:00:00Z`. Null when the start or the venue's time zone is
   * unknown.
   */
  readonly localDate: Maybe<Scalars['LocalDate']['output']>;
  /**
   * The time as printed on the ticket: `startsAt` on the venue's own clock, for example `19:00:00`. Null when
   * the start or the venue's time zone is unknown.
   */
  readonly localTime: Maybe<Scalars['LocalTime']['output']>;
  /**
   * The nightly closure of the ticketing system that is under way now, or else the next one. It lasts while the
   * venue's own clock reads 02:00 to 03:00. Null when the venue's time zone is unknown.
   */
  readonly maintenance: Maybe<MaintenanceWindow>;
  /** The event's name for people, for example `Seattle Sounders FC vs. San Jose Earthquakes`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Notes that should be shown to the shopper before buying. Empty when there are none. */
  readonly notes: ReadonlyArray<EventNote>;
  /** When the sale ends. Null when upstream does not say. */
  readonly offsaleAt: Maybe<Scalars['DateTime']['output']>;
  /** When the general sale begins. Null when upstream does not say, which happens when the venue left it out. */
  readonly onsaleAt: Maybe<Scalars['DateTime']['output']>;
  /** Sales to a smaller circle, most of them before the general sale. Empty when there are none. */
  readonly presales: ReadonlyArray<Presale>;
  /** The price levels of a seated event, with the areas where each is found. Empty for events without levels. */
  readonly priceLevels: ReadonlyArray<PriceLevel>;
  /**
   * The cheapest and the dearest ticket, for a line such as `25 to 150 dollars`. Null when upstream does not
   * say.
   */
  readonly priceRange: Maybe<PriceRange>;
  /** Who puts the event on. Null when upstream does not say. */
  readonly promoter: Maybe<Promoter>;
  /** When the event is made public. Null when upstream does not say. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The organization that the tickets are bought from, in upstream's shorthand, for example `TM`. Null when
   * upstream does not say.
   */
  readonly purchaseOrganization: Maybe<Scalars['String']['output']>;
  /**
   * The ways of choosing seats that upstream offers for this event, in its own words: `bestavail` (the best
   * available) and `specificseats` are known; expect new ones. Empty when upstream does not say.
   */
  readonly searchCriteria: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Whether `createCart` is worth trying right now: the event is transactable, it is within its sale or a
   * presale, and its ticketing system is not under maintenance. It is worked out for every answer and is never
   * stale. Still it is a hint: upstream decides, and may be sold out.
   */
  readonly sellable: Scalars['Boolean']['output'];
  /**
   * Whether `Price.displayAmount` already holds the service fee. Do not add the fee a second time when it does.
   * Null when upstream does not say.
   */
  readonly serviceFeeIncluded: Maybe<Scalars['Boolean']['output']>;
  /** When the event begins. Null when upstream does not say. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** What upstream says about the state of the event, in upstream's order. Empty when it says nothing. */
  readonly statuses: ReadonlyArray<EventStatus>;
  /**
   * The most tickets that one shopper may hold for this event, over all kinds of ticket. Null when there is no
   * limit.
   */
  readonly ticketLimit: Maybe<Scalars['Int']['output']>;
  /**
   * The kinds of ticket on sale, for example adult and child. Their ids go into `createCart`. Empty when there
   * are none.
   */
  readonly tickets: ReadonlyArray<Ticket>;
  /**
   * Upstream's number for the type of event, for example 0. Upstream publishes no list of its meanings. Null
   * when upstream does not say.
   */
  readonly typeId: Maybe<Scalars['Int']['output']>;
  /**
   * The event's page on the retail site. Send the shopper there when the event cannot be sold here. Null when
   * upstream does not say.
   */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Where the event takes place. Null when upstream does not say. */
  readonly venue: Maybe<Venue>;
};

/** One line in the list of events that the account can sell. A field is null when upstream does not say. */
export type EventListing = {
  readonly __typename?: 'EventListing';
  /** The venue's own code for the event, for example `EPT0726E`. */
  readonly code: Maybe<Scalars['String']['output']>;
  /**
   * The event in full. It is an upstream call of its own for each entry, made only when this is selected, and
   * kept like `Query.event`: with a long list, ask for it in portions with `Query.events` instead. Null when
   * upstream no longer knows the event.
   */
  readonly event: Maybe<Event>;
  /** The event's id, for example `0B004D43F86C478F`. */
  readonly eventId: Scalars['EventID']['output'];
  /** The ticketing system that hosts the event, for example `LA2`. */
  readonly host: Maybe<Scalars['String']['output']>;
  /** The date of the event on the venue's own calendar, for example `2015-07-26`. */
  readonly localDate: Maybe<Scalars['LocalDate']['output']>;
  /** When the event begins on the venue's own clock, for example `18:30:00`. */
  readonly localTime: Maybe<Scalars['LocalTime']['output']>;
  /** What can be sold for the event. Empty when upstream names nothing. */
  readonly offers: ReadonlyArray<ListedOffer>;
  /** The venue's time zone, for example `America/Los_Angeles`. */
  readonly timeZone: Maybe<Scalars['TimeZone']['output']>;
};

/** The event cannot be sold here. Send the shopper to `redirectUrl`, if there is one. Nothing is held. */
export type EventNotSellable = Failure & {
  readonly __typename?: 'EventNotSellable';
  /** What happened: `NOT_TRANSACTABLE` or `UNKNOWN_EVENT`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** The event's page on the retail site, where the shopper may still buy. Null when there is none. */
  readonly redirectUrl: Maybe<Scalars['URL']['output']>;
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the event will not become sellable by asking again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 90001. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A note for the shopper, to be shown before buying. */
export type EventNote = {
  readonly __typename?: 'EventNote';
  /** What the note is about. `UNKNOWN` for a word that this gateway does not know: see `rawKind`. */
  readonly kind: EventNoteKind;
  /**
   * What the note is about, in upstream's own word, for example `ticketlimittext`. Empty when upstream gives
   * none.
   */
  readonly rawKind: Scalars['String']['output'];
  /** The note itself, for example `There is a 10 ticket limit per household.` Null when upstream does not say. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** What a note can be about. Expect new kinds, and show the text of an `UNKNOWN` one all the same. */
export type EventNoteKind =
  /** The note explains how many tickets one shopper may buy. Upstream's word is `ticketlimittext`. */
  | 'TICKET_LIMIT'
  /** Upstream uses a word that this gateway does not know. It stands in `rawKind`. */
  | 'UNKNOWN'
  /** General information for the web page of the event. Upstream's word is `webinfo`. */
  | 'WEB_INFO';

/** One thing that upstream says about the state of an event, with the time from which it holds. */
export type EventStatus = {
  readonly __typename?: 'EventStatus';
  /** The status as one of the known kinds. `UNKNOWN` for a word that this gateway does not know: see `rawKind`. */
  readonly kind: EventStatusKind;
  /** The status in upstream's own word, for example `onsale`. Empty when upstream gives none. */
  readonly rawKind: Scalars['String']['output'];
  /** Since when, or from when on, the status holds. Null when upstream does not say. */
  readonly since: Maybe<Scalars['DateTime']['output']>;
};

/**
 * The kinds of event status that this gateway knows. Expect new ones, and treat what you do not know as
 * `UNKNOWN`.
 */
export type EventStatusKind =
  /** The event does not take place. */
  | 'CANCELLED'
  /** The event is no longer on sale. */
  | 'OFFSALE'
  /** The event is on sale from the given time on. */
  | 'ONSALE'
  /** The event takes place later; the new date may not be known yet. */
  | 'POSTPONED'
  /** The event has moved to another date. */
  | 'RESCHEDULED'
  /** Upstream uses a word that this gateway does not know. It stands in `rawKind`. */
  | 'UNKNOWN';

/**
 * What every failure has. Select `... on Failure { code message retryable retryAfterSeconds }` as the catch-all,
 * and single types where you can do better for the shopper. The type says what to do; `code` says precisely what
 * happened. Always select `... on OutcomeUnknown` after `purchaseCart`: it alone must not be shown as failed.
 */
export type Failure = {
  /** What happened, finer than the type. Codes are stable: match on them, never on `message`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers: the wording may change. */
  readonly message: Scalars['String']['output'];
  /** How many seconds to wait before trying again. Null when it is not known, or when waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** Whether the same call may succeed later. Where a call has an `idempotencyKey`, a new try needs a new one. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 20052. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/**
 * What precisely went wrong. Codes are stable, but there may be new ones: treat a code that you do not know like
 * the type of failure that carries it.
 */
export type FailureCode =
  /**
   * In `InvalidInput`: a field is empty, too long, out of range, or not something that upstream accepts. Correct
   * the field that the issue's `path` names.
   */
  | 'BAD_FIELD'
  /** In `Throttled`: too many calls from the shopper's own address. Slow down and wait `retryAfterSeconds`. */
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
   * In `CartGone`: upstream's hold ran out, and the seats have gone back to others. Tell the shopper, and
   * reserve anew.
   */
  | 'CART_EXPIRED'
  /**
   * In `CartGone`: the cart was bought, so it can no longer be changed or deleted. Nothing is wrong: show the
   * shopper `Cart.receipt`.
   */
  | 'CART_PURCHASED'
  /**
   * In `CartGone`: the cart was deleted, or released through its `releaseUrl`, or its lease ran out because
   * nothing was heard of the shopper. Reserve anew. Call `keepCart` more often if the shopper was there all
   * along.
   */
  | 'CART_RELEASED'
  /**
   * In `CartGone`: the gateway knows no cart with this id or token, or ended it too long ago to remember, or
   * upstream no longer accepts it. Reserve anew.
   */
  | 'CART_UNKNOWN'
  /**
   * In `PaymentDeclined`: the payment was not accepted. Ask the shopper for another card, and call
   * `setCartPayment` and `purchaseCart` again.
   */
  | 'DECLINED'
  /**
   * In `UpstreamFailed`: upstream was still at work at `Pending.giveUpAt`, and the gateway stopped waiting.
   * Whatever was held goes back. Try again later with a new `idempotencyKey`.
   */
  | 'GAVE_UP_POLLING'
  /**
   * In `IdempotencyConflict`: the `idempotencyKey` came before with another input. Use a new UUID for each new
   * attempt.
   */
  | 'KEY_REUSED'
  /**
   * In `TicketLimitExceeded`: more tickets than one shopper may hold for the event. Ask for no more than
   * `limit`.
   */
  | 'LIMIT_EXCEEDED'
  /**
   * In `UnderMaintenance`: the ticketing system is closed for the night, or out of order. Try again when
   * `window` ends, or after some minutes if there is none.
   */
  | 'NIGHTLY_MAINTENANCE'
  /**
   * In `EventNotSellable`: the event exists, but cannot be sold through the gateway. Send the shopper to
   * `redirectUrl`.
   */
  | 'NOT_TRANSACTABLE'
  /**
   * In `PaymentDeclined`: there is not enough money behind the payment. Ask the shopper for another card, and
   * call `setCartPayment` and `purchaseCart` again.
   */
  | 'NO_FUNDS'
  /**
   * In `NoInventory`: nothing matches, either because it is sold out or held by others, or because there are not
   * enough seats side by side. Offer fewer tickets, another price or another area.
   */
  | 'NO_INVENTORY'
  /**
   * In `OutcomeUnknown`: upstream's answer to a purchase was lost, and the gateway is finding out what became of
   * it. Poll with the failure's token, and do not buy again.
   */
  | 'OUTCOME_UNKNOWN'
  /**
   * In `InvalidInput`: a string of the input looks like a plain card number. Nothing was sent upstream. Encrypt
   * the card in the page, for example with `encryptCard` of `stagedoor/client`; if the string is no card number,
   * write it otherwise.
   */
  | 'PLAIN_CARD_DATA'
  /**
   * In `InvalidInput`: the number of tickets breaks the ticket's rule. Offer only numbers that
   * `Ticket.quantities` allows.
   */
  | 'QUANTITY_RULE'
  /**
   * In `PaymentDeclined`: the card's security code is wrong. Ask the shopper for it again, and call
   * `setCartPayment` and `purchaseCart` again.
   */
  | 'SECURITY_CODE_INVALID'
  /**
   * In `UpstreamFailed`: this process of the gateway is stopping and takes on nothing new. Nothing was sent
   * upstream. Try again at once; another process will answer.
   */
  | 'SHUTTING_DOWN'
  /**
   * In `UpstreamFailed`: upstream did not answer in time, so it is not certain what it did. Try again, with a new
   * `idempotencyKey` where the call has one: delivery and payment may be set as often as you like. Seats that
   * upstream may hold without having told the gateway free themselves after some minutes.
   */
  | 'TIMEOUT'
  /**
   * In `TotalChanged`: the cart no longer costs `expectedTotal`. Show the shopper the new total, and if they
   * agree, call `purchaseCart` with it.
   */
  | 'TOTAL_CHANGED'
  /**
   * In `UpstreamFailed`: upstream cannot be reached, or says that it is out of order. Try again after
   * `retryAfterSeconds`.
   */
  | 'UNAVAILABLE'
  /** In `UpstreamFailed`: upstream's answer made no sense to the gateway. Report it with the `requestId`. */
  | 'UNEXPECTED'
  /**
   * In `InvalidInput`: upstream knows no way of delivery with this id for the cart. Read `Cart.shippingOptions`
   * again, and offer only those.
   */
  | 'UNKNOWN_DELIVERY'
  /** In `EventNotSellable`: upstream knows no event with this id. Check the id; its letters' case matters. */
  | 'UNKNOWN_EVENT'
  /**
   * In `InvalidInput`: the event has no ticket with this id. Read `Event.tickets` again; mind the leading zeros
   * of ids.
   */
  | 'UNKNOWN_TICKET'
  /**
   * In `Throttled`: the gateway has used up what upstream grants it, whoever called. Wait `retryAfterSeconds`,
   * and show the shopper that it is busy.
   */
  | 'UPSTREAM_QUOTA';

/**
 * The `idempotencyKey` was used before with another input. This call was not carried out; the cart of the
 * earlier one is unharmed. Send the earlier input again to get that cart, or use a new key for a new one.
 */
export type IdempotencyConflict = Failure & {
  readonly __typename?: 'IdempotencyConflict';
  /** What happened: `KEY_REUSED`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the key stays bound to its first input. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Null: upstream was not asked. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A picture that belongs to an event. */
export type Image = {
  readonly __typename?: 'Image';
  /** The height in pixels. Null when upstream does not say. */
  readonly height: Maybe<Scalars['Int']['output']>;
  /** Where the picture is found. Null when upstream does not say. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** The width in pixels. Null when upstream does not say. */
  readonly width: Maybe<Scalars['Int']['output']>;
};

/** One thing that is wrong with an input. */
export type InputIssue = {
  readonly __typename?: 'InputIssue';
  /** Which rule is broken: one of the codes that `InvalidInput` can have. */
  readonly code: FailureCode;
  /**
   * What is wrong in English, for developers, for example that the quantity must be a multiple of 2. It never
   * repeats what was sent.
   */
  readonly message: Scalars['String']['output'];
  /** Where in the input it is, with list positions counted from 0, for example `tickets.0.quantity`. */
  readonly path: Scalars['String']['output'];
};

/**
 * The input breaks a rule. Correct what `issues` names and call again. The call was not carried out: nothing new
 * is held or bought, and a cart that there was before is unharmed.
 */
export type InvalidInput = Failure & {
  readonly __typename?: 'InvalidInput';
  /** What happened: `BAD_FIELD` or `QUANTITY_RULE` or `UNKNOWN_TICKET` or `UNKNOWN_DELIVERY` or `PLAIN_CARD_DATA`. */
  readonly code: FailureCode;
  /** Everything that is wrong with the input, at least one entry. `code` is that of the first. */
  readonly issues: ReadonlyArray<InputIssue>;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same input fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 10002. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** One thing that can be sold for a listed event. */
export type ListedOffer = {
  readonly __typename?: 'ListedOffer';
  /** What upstream calls the offer, for example `GPAS4`. Null when upstream does not say. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Upstream's id of the ticket, as in `Ticket.id`, for example `00004C440003`. It is text: the leading zeros
   * matter. Null when upstream does not say.
   */
  readonly ticketId: Maybe<Scalars['ID']['output']>;
};

/** The nightly closure of the system that sells an event. Reserving fails during it; event details stay readable. */
export type MaintenanceWindow = {
  readonly __typename?: 'MaintenanceWindow';
  /** Whether the closure is under way at the time of this answer. */
  readonly active: Scalars['Boolean']['output'];
  /** When the closure ends: when the venue's own clock strikes 03:00. Try again then. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** When the closure begins: when the venue's own clock strikes 02:00. */
  readonly startsAt: Scalars['DateTime']['output'];
};

/** A sales region, for example a city and its surroundings. */
export type Market = {
  readonly __typename?: 'Market';
  /** Upstream's id of the market, for example `42`. Null when upstream does not say. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** The market's name for people, for example `Greater Seattle Area`. Null when upstream does not say. */
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
  /** The currency, for example `USD`. `XXX` when upstream names none. */
  readonly currency: Scalars['CurrencyCode']['output'];
};

/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Asks upstream to hold seats. The answer is a `Cart` when seats are held, a `Pending` when upstream takes its
   * time, or a failure. From here on the gateway drives the cart: it waits for upstream at upstream's pace and
   * gives back what the shopper abandoned. The client only watches, through `pollCart`. Answers null only
   * together with an entry in `errors`.
   */
  readonly createCart: Maybe<PollingResult>;
  /**
   * Gives the seats of a cart back. Call it when the shopper changes their mind, also while the reservation is
   * still pending. Deleting twice succeeds twice. The answer is a `CartDeleted`, or a `Pending` when upstream
   * takes its time; even if nobody polls then, the gateway sees to it that the seats go back. A purchase cannot be
   * called back: a cart that was bought is answered with a `CartGone` whose code is `CART_PURCHASED`, and one
   * that is just being bought with the purchase's own `Pending` or `OutcomeUnknown`. Answers null only together
   * with an entry in `errors`.
   */
  readonly deleteCart: Maybe<PollingResult>;
  /**
   * Tells the gateway that the shopper is still there, and renews the cart's lease. Call it before
   * `Cart.leaseExpiresAt` while the shopper reads or fills in a form. It does not make upstream hold the seats
   * any longer: see `Cart.holdExpiresAt`. A cart that is over is returned as it is. Null when the gateway knows
   * no such cart, or no longer does.
   */
  readonly keepCart: Maybe<Cart>;
  /**
   * Buys the cart: this takes the money. Call it when `Cart.remainingSteps` is empty; before that it is answered
   * with an `InvalidInput` that names what is missing.
   *
   * A cart is bought at most once, and the cart itself is the key: two calls at once, or one repeated later, buy
   * once and get the same receipt. So after a lost connection just call it again. When the total is no longer
   * `expectedTotal`, the answer is a `TotalChanged`, and upstream is not asked. When upstream's answer was lost,
   * it is an `OutcomeUnknown`: the gateway is finding out, so poll with its token and do not buy the tickets in
   * another cart.
   *
   * Otherwise the answer is a `PurchaseReceipt`, a `Pending` when upstream takes its time, or a failure, which
   * means that nothing was bought. Answers null only together with an entry in `errors`.
   */
  readonly purchaseCart: Maybe<PollingResult>;
  /**
   * Says who buys and how they pay. No money moves yet: that is `purchaseCart`. Calling it again replaces what
   * was said before, for example after a `PaymentDeclined`.
   *
   * A card's number and security code must be encrypted by the page, under the `paymentCertificate`: put 16
   * random letters and digits in front of each, encrypt with RSA and PKCS#1 v1.5 padding, and encode as base64.
   * The helper `encryptCard` of `stagedoor/client` does all of it. Anything that looks like a plain card number,
   * in any string of any input, is refused with an `InvalidInput` whose code is `PLAIN_CARD_DATA`, and nothing is
   * sent upstream. The gateway hands buyer and card on to upstream and keeps neither.
   *
   * The answer is the `Cart` or a failure. While upstream is still at work on an earlier operation of the cart,
   * the call waits for that first; after 25 seconds it gives up with an `UpstreamFailed`, and nothing is sent.
   * Answers null only together with an entry in `errors`.
   */
  readonly setCartPayment: Maybe<PollingResult>;
  /**
   * Chooses how the tickets reach the shopper, out of `Cart.shippingOptions`. Calling it again replaces the
   * choice. The delivery may cost something: show the new `Cart.totals`. The answer is the `Cart`, a `Pending`
   * when upstream takes its time, or a failure. While upstream is still at work on an earlier operation of the
   * cart, the call waits for that first; after 25 seconds it gives up with an `UpstreamFailed`, and nothing is sent. Answers null only together with an entry in `errors`.
   */
  readonly setCartShipping: Maybe<PollingResult>;
};


/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type MutationCreateCartArgs = {
  input: CreateCartInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type MutationDeleteCartArgs = {
  input: DeleteCartInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type MutationKeepCartArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type MutationPurchaseCartArgs = {
  input: PurchaseCartInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type MutationSetCartPaymentArgs = {
  input: SetCartPaymentInput;
};


/**
 * Everything that changes a reservation, or buys it. Every field may be null, so that a mutation that fails with
 * an error takes none of its neighbours in the same request with it: null means that `errors` says why.
 */
export type MutationSetCartShippingArgs = {
  input: SetCartShippingInput;
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * No seats match: they are sold out, held by others, or not enough of them are side by side. Offer the shopper
 * fewer tickets, another price or another area. Nothing is held.
 */
export type NoInventory = Failure & {
  readonly __typename?: 'NoInventory';
  /** What happened: `NO_INVENTORY`. */
  readonly code: FailureCode;
  /** The event, for offering something else from. Null when its details cannot be read at the moment. */
  readonly event: Maybe<Event>;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** How many seconds to wait before trying again. Null when it is not known: then wait longer with every try. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** Whether seats may turn up later, as others give theirs back. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 20052. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** What was bought, as upstream keeps it. A field is null when upstream does not say. */
export type Order = {
  readonly __typename?: 'Order';
  /** The buyer's email address. Null when upstream does not say. */
  readonly customerEmail: Maybe<Scalars['String']['output']>;
  /** How the tickets reach the buyer. Null when upstream does not say. */
  readonly delivery: Maybe<OrderDelivery>;
  /** The tickets of the order, one entry for each seat or place. Empty when upstream names none. */
  readonly tickets: ReadonlyArray<OrderTicket>;
  /** Whether the whole order was cancelled: its tickets are not good any more. Null when upstream does not say. */
  readonly voided: Maybe<Scalars['Boolean']['output']>;
};

/** One part of what a ticket of an order cost. */
export type OrderCharge = {
  readonly __typename?: 'OrderCharge';
  /** How much was charged. It may be zero. Null when upstream does not say. */
  readonly amount: Maybe<Money>;
  /** The charge in words for people, for example `Service Charge`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * Which sort of charge it is, in upstream's own word: `price`, `fee` and `tax` are known; expect new ones. Null
   * when upstream does not say.
   */
  readonly kind: Maybe<Scalars['String']['output']>;
  /**
   * What the charge is for, in upstream's own word, for example `service_charge`. Expect new words. Null when
   * upstream does not say.
   */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** How the tickets of an order reach the buyer. */
export type OrderDelivery = {
  readonly __typename?: 'OrderDelivery';
  /** Who delivers, for example `USPS`. Null when upstream does not say. */
  readonly carrier: Maybe<Scalars['String']['output']>;
  /** The delivery in words for people, for example `US Postal Mail`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** How it is delivered, in upstream's own word, for example `MAIL`. Null when upstream does not say. */
  readonly serviceLevel: Maybe<Scalars['String']['output']>;
};

/** One ticket of an order: one seat or place. A field is null when upstream does not say. */
export type OrderTicket = {
  readonly __typename?: 'OrderTicket';
  /** The number in the barcode. Whoever has it can enter: show it to nobody but the holder. */
  readonly barcodeId: Maybe<Scalars['ID']['output']>;
  /** From when on the barcode may be shown to the holder. Null also when it may be shown at once. */
  readonly barcodeShownFrom: Maybe<Scalars['DateTime']['output']>;
  /** A picture of the barcode. Whoever has it can enter: show it to nobody but the holder. */
  readonly barcodeUrl: Maybe<Scalars['URL']['output']>;
  /** What the ticket cost, part by part. Empty when upstream does not say. */
  readonly charges: ReadonlyArray<OrderCharge>;
  /** What upstream calls the kind of ticket, for example `FULL PRICE - UNDER 3 ON LAP`. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The number to show for the ticket, for example `29-16792/PHX`. It may be that of the order. */
  readonly displayId: Maybe<Scalars['ID']['output']>;
  /** The venue's own code for the event, for example `EGOLD`. See `Query.eventByCode`. */
  readonly eventCode: Maybe<Scalars['String']['output']>;
  /** The ticketing system that hosts the event, for example `PHX`. See `Query.eventByCode`. */
  readonly eventHost: Maybe<Scalars['String']['output']>;
  /** The event's id, for example `3F004EC9D1EBBC76`. Give it to `Query.event` for more. */
  readonly eventId: Maybe<Scalars['EventID']['output']>;
  /** The event's name for people, for example `Seattle Sounders FC vs. San Jose Earthquakes`. */
  readonly eventName: Maybe<Scalars['String']['output']>;
  /** The value printed on the ticket, for example `66.00`. */
  readonly faceValue: Maybe<Money>;
  /** Whether there is no numbered seat, so that the holder sits or stands anywhere in the section. */
  readonly isGeneralAdmission: Maybe<Scalars['Boolean']['output']>;
  /** Whether this ticket was cancelled: it is not good any more. */
  readonly isVoided: Maybe<Scalars['Boolean']['output']>;
  /** The date of the purchase, for example `2015-12-10`. */
  readonly orderDate: Maybe<Scalars['LocalDate']['output']>;
  /** The number of the order, for example `29-16792/PHX`. */
  readonly orderNumber: Maybe<Scalars['ID']['output']>;
  /** The entrance to use, for example `USE WEST GATES`. */
  readonly portal: Maybe<Scalars['String']['output']>;
  /** The row, for example `K`. Null also when there is none. */
  readonly row: Maybe<Scalars['String']['output']>;
  /** The seat, for example `16`. It is text: a seat may be called `7A`. Null also when there is none. */
  readonly seat: Maybe<Scalars['String']['output']>;
  /** The section, for example `CLB237`. */
  readonly section: Maybe<Scalars['String']['output']>;
  /** The lines of text that are printed on the ticket, in their order. A line may be empty. */
  readonly text: ReadonlyArray<Scalars['String']['output']>;
  /** Upstream's id of the kind of ticket, for example `000000000001`. It is text: the leading zeros matter. */
  readonly ticketTypeId: Maybe<Scalars['ID']['output']>;
  /**
   * Whether the ticket can be handed on to somebody else, in upstream's own word, for example `available`. Expect
   * new words.
   */
  readonly transferEligibility: Maybe<Scalars['String']['output']>;
};

/**
 * Upstream was asked to buy the cart, but its answer was lost: whether it took the money is not known. The
 * gateway is finding out by looking the order up. Wait `retryAfterSeconds` and call `pollCart` with `token`,
 * until it answers something else: a `PurchaseReceipt`, or another failure once it is certain that nothing was
 * bought. Do not buy the tickets again, in this cart or another, and do not tell the shopper that the purchase
 * failed: say that it is being checked. It is never sent a second time.
 */
export type OutcomeUnknown = Failure & {
  readonly __typename?: 'OutcomeUnknown';
  /** What happened: `OUTCOME_UNKNOWN`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /**
   * What the shopper's support desk needs to find the order: the source account id that the gateway sent with
   * the purchase, yours from `PurchaseCartInput.sourceAccountId` if you gave one. Show it to the shopper. Null
   * when none was sent.
   */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** How many seconds to wait before the next `pollCart`. Null when it is not known: then wait a minute. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: do not buy again. Poll with `token` instead. */
  readonly retryable: Scalars['Boolean']['output'];
  /** What to call `pollCart` with. It is opaque, and good for as long as the gateway remembers the cart. */
  readonly token: Scalars['ID']['output'];
  /**
   * Upstream's own error code, for example 504. Quote it to Ticketmaster's partner desk. Null when upstream gave
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The certificate that a card is encrypted under. It is no secret: what it encrypts only upstream can read. */
export type PaymentCertificate = {
  readonly __typename?: 'PaymentCertificate';
  /** Until when upstream takes what was encrypted under it: at most 24 hours. Ask for a new one after that. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /**
   * Upstream's id of the certificate, for example `paysys-dev.0.us.3`. Send it as
   * `EncryptedCardInput.certificateId`.
   */
  readonly id: Scalars['ID']['output'];
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
  /** The cart, which still holds its seats: show how much of `holdSeconds` is left. */
  readonly cart: Cart;
  /** What happened: `DECLINED` or `NO_FUNDS` or `SECURITY_CODE_INVALID`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: there is no need to wait, only to pay otherwise. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same payment fails again. With another one, the purchase may succeed. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 20122. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** How a cart can be paid. Expect new kinds, and treat what you do not know as `UNKNOWN`. */
export type PaymentKind =
  /** By credit or debit card. Upstream's word is `CC`. */
  | 'CARD'
  /** By invoice. Upstream's word is `INVOICE`. */
  | 'INVOICE'
  /** Upstream uses a word that this gateway does not know. It stands in `rawKind`. */
  | 'UNKNOWN';

/** How the shopper pays. Exactly one of the two fields must be given. */
export type PaymentMethodInput =
  /** By credit or debit card, encrypted by the page. */
  { readonly card: EncryptedCardInput; readonly invoiceReference?: never; }
  |  /** By invoice: upstream's number for it, in digits. Only for accounts that upstream has enabled for invoices. */
  { readonly card?: never; readonly invoiceReference: Scalars['String']['input']; };

/**
 * Upstream is still at work, and the gateway is waiting for it. Wait `waitSeconds`, then call `pollCart` with
 * the newest token, until something other than a `Pending` comes. If the shopper will not wait, call
 * `deleteCart` with the token: a reservation completes on its own and holds seats, whether or not anyone reads
 * the result. A purchase completes on its own, too, and cannot be called back. Nobody needs to wait longer than
 * until `giveUpAt`.
 */
export type Pending = {
  readonly __typename?: 'Pending';
  /** How often upstream has said so far that it is still at work. 0 while its first answer is outstanding. */
  readonly attempt: Scalars['Int']['output'];
  /** The cart as last seen. Its `items` are empty while seats are still being looked for. */
  readonly cart: Cart;
  /**
   * When the gateway stops waiting. It then gives back whatever was held, and `pollCart` answers with an
   * `UpstreamFailed` whose code is `GAVE_UP_POLLING`. A purchase is not given up: from then on `pollCart` answers
   * with an `OutcomeUnknown`, while the gateway finds out.
   */
  readonly giveUpAt: Scalars['DateTime']['output'];
  /** What is under way. */
  readonly operation: CartOperation;
  /** The same as `waitSeconds`, as a point in time by the gateway's clock. */
  readonly pollAfter: Scalars['DateTime']['output'];
  /**
   * Where to send a plain POST, with any body or none, when the shopper leaves for good while waiting: the
   * gateway then gives back whatever was held, as soon as upstream allows. A purchase goes on all the same. It is
   * made for `navigator.sendBeacon(releaseUrl)`. The same as `Cart.releaseUrl`.
   */
  readonly releaseUrl: Scalars['URL']['output'];
  /**
   * What to call `pollCart` with next. It is opaque, and new with every answer, so that no cache between you and
   * the gateway can serve a stale one. Older tokens stay good.
   */
  readonly token: Scalars['ID']['output'];
  /**
   * How many seconds to wait before the next `pollCart`. It counts from this answer, so a shopper's wrong clock
   * does no harm. Polling earlier is harmless and never reaches upstream, but there will hardly be news.
   */
  readonly waitSeconds: Scalars['Float']['output'];
};

/**
 * What a cart operation comes to: still under way, done, or failed. Done is a `Cart` after `createCart`,
 * `setCartShipping` and `setCartPayment`, a `PurchaseReceipt` after `purchaseCart`, and a `CartDeleted` after
 * `deleteCart`. `OutcomeUnknown` alone is neither: poll on with its token. One loop fits all operations. Select
 * `__typename`, and `... on Failure` as the catch-all: it also matches failures that are added later.
 */
export type PollingResult = CaptchaFailed | Cart | CartDeleted | CartGone | EventNotSellable | IdempotencyConflict | InvalidInput | NoInventory | OutcomeUnknown | PaymentDeclined | Pending | PurchaseReceipt | Throttled | TicketLimitExceeded | TotalChanged | UnderMaintenance | UpstreamFailed;

/** A sale to a smaller circle, such as members or the holders of a certain card. */
export type Presale = {
  readonly __typename?: 'Presale';
  /** When the presale ends. Null when upstream does not say. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** The presale's name for people, for example `Internet Presale`. Null when upstream does not say. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** When the presale begins. Null when upstream does not say. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
};

/** What one ticket costs at one price level. */
export type Price = {
  readonly __typename?: 'Price';
  /** What one ticket costs. Upstream calls it `amount`. */
  readonly amount: Money;
  /** What the price is made of, for one ticket. Empty when upstream does not say. */
  readonly charges: ReadonlyArray<Charge>;
  /**
   * What to show beside one ticket. It may already hold fees: see `Event.facilityFeeIncluded` and
   * `Event.serviceFeeIncluded`.
   */
  readonly displayAmount: Money;
  /** Upstream's id of the price, for example `8`. Send it as `TicketSelection.priceId`. */
  readonly id: Scalars['ID']['output'];
  /** The price level with the same id. Null when the event has no price levels. */
  readonly level: Maybe<PriceLevel>;
};

/** A price level of a seated event: what seats of one class cost, and where they are. */
export type PriceLevel = {
  readonly __typename?: 'PriceLevel';
  /**
   * What one ticket costs at this level; more than one amount when it depends on the kind of ticket. Empty when
   * upstream does not say.
   */
  readonly amounts: ReadonlyArray<Money>;
  /** The areas that have seats at this level. Empty when upstream does not say. */
  readonly areas: ReadonlyArray<Area>;
  /** The level's name for people, for example `Price Level 1`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Upstream's id of the level, for example `8`. The same id names the level's price in `Ticket.prices`. */
  readonly id: Scalars['ID']['output'];
};

/** From the cheapest to the dearest ticket of an event. */
export type PriceRange = {
  readonly __typename?: 'PriceRange';
  /** A remark to show beside the prices, for example `Prices subject to change`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The dearest ticket. Null when upstream does not say. */
  readonly max: Maybe<PriceRangeEnd>;
  /** The cheapest ticket. Null when upstream does not say. */
  readonly min: Maybe<PriceRangeEnd>;
};

/** One end of a price range. The amounts are for one ticket. */
export type PriceRangeEnd = {
  readonly __typename?: 'PriceRangeEnd';
  /** The amount to show. Null when upstream does not say. */
  readonly display: Maybe<Money>;
  /** The value printed on the ticket. Null when upstream does not say. */
  readonly faceValue: Maybe<Money>;
  /** All fees together. Null when upstream does not say. */
  readonly fees: Maybe<Money>;
};

/** Who puts an event on. */
export type Promoter = {
  readonly __typename?: 'Promoter';
  /** Upstream's id of the promoter, for example `494`. Null when upstream does not say. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** The promoter's name for people. Null when upstream does not say. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** Which cart to buy, and for how much. */
export type PurchaseCartInput = {
  /** The id of the cart, as in `Cart.id`. There is no other key: a cart can be bought once. */
  readonly cartId: Scalars['ID']['input'];
  /**
   * The total that the shopper has seen and agreed to: the amount of `CartTotals.grand`, for example `"57.39"`.
   * `"57.390"` is the same. If the cart costs anything else by now, nothing is bought, and the answer is a
   * `TotalChanged`.
   */
  readonly expectedTotal: Scalars['Decimal']['input'];
  /**
   * Your own reference for this purchase, which upstream keeps with the order: use a new one for every purchase,
   * and put no personal data in it. The gateway looks the order up by it when upstream's answer was lost. Null
   * or left out: the gateway makes one up.
   */
  readonly sourceAccountId?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The cart is bought: this is what a successful `purchaseCart` comes to, however often it is called. When the
 * purchase was confirmed by looking the order up, its own answer being lost, `orderToken` and the addresses are
 * null; the tickets are the shopper's all the same: point them to the mail that upstream sends to the buyer.
 */
export type PurchaseReceipt = {
  readonly __typename?: 'PurchaseReceipt';
  /**
   * Opens the tickets in Ticketmaster's app; it begins with `ticketmaster:`. It holds the order's token: keep it
   * as secret. Null when the purchase was confirmed by an order look-up, or when upstream does not say.
   */
  readonly appUrl: Maybe<Scalars['URL']['output']>;
  /** The cart that was bought. Its `status` is `PURCHASED`. */
  readonly cart: Cart;
  /** What was paid. Null when upstream does not say. */
  readonly grandTotal: Maybe<Money>;
  /** The order's number for people, for example `29-16792/PHX`. Null when upstream does not say. */
  readonly orderNumber: Maybe<Scalars['ID']['output']>;
  /**
   * Upstream's token of the order, for `Query.order`. Whoever has it can read the order: keep it between the
   * shopper and you. Null when the purchase was confirmed by an order look-up.
   */
  readonly orderToken: Maybe<Scalars['ID']['output']>;
  /**
   * The page where the shopper gets the tickets. It holds the order's token: keep it as secret. Null when the
   * purchase was confirmed by an order look-up, or when upstream does not say.
   */
  readonly redemptionUrl: Maybe<Scalars['URL']['output']>;
};

/** How many of one kind of ticket may be taken in one cart. Each field is null when there is no such rule. */
export type QuantityRule = {
  readonly __typename?: 'QuantityRule';
  /** Exactly so many tickets must be taken. Null when any number will do. */
  readonly exact: Maybe<Scalars['Int']['output']>;
  /** At most so many tickets may be taken. Null when there is no maximum. */
  readonly limit: Maybe<Scalars['Int']['output']>;
  /** At least so many tickets must be taken. Null when there is no minimum. */
  readonly minimum: Maybe<Scalars['Int']['output']>;
  /**
   * The number of tickets must be a multiple of this, for example 2 for tickets sold in pairs. Null when it need
   * not be.
   */
  readonly multiple: Maybe<Scalars['Int']['output']>;
};

/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The captcha that the shopper has to solve before `createCart`. Show it, and send what it yields as
   * `CreateCartInput.captchaToken`. Null when none is required.
   */
  readonly captcha: Maybe<Captcha>;
  /**
   * A cart as the gateway last saw it. Upstream cannot be asked for a cart, so this is always answered from the
   * gateway's own records, at once. It renews the cart's lease. Null when the gateway knows no such cart, or no
   * longer does.
   */
  readonly cart: Maybe<Cart>;
  /** The countries of upstream's appendix, in its order, for address forms. */
  readonly countries: ReadonlyArray<CountryEntry>;
  /**
   * One event with its venue, tickets and prices. Null when upstream knows no such event. Event details stay
   * readable while the event cannot be sold, and during nightly maintenance.
   */
  readonly event: Maybe<Event>;
  /**
   * An event by the code that its venue knows it by, with the ticketing system that hosts it. Only for accounts
   * that upstream has specially enabled. Null when upstream knows no such event, or when the account is not
   * enabled. A code or a host that is not 1 to 256 letters, digits, `-` and `_` is refused with the error code
   * `BAD_USER_INPUT`.
   */
  readonly eventByCode: Maybe<Event>;
  /**
   * Several events at once. The answer has one entry for each id, in the order of the ids, with null for an
   * event that upstream does not know. An id that is given twice is asked for once. If one event cannot be read,
   * its entry is null and `errors` says why; the others are unharmed.
   */
  readonly events: ReadonlyArray<Maybe<Event>>;
  /**
   * An order with its tickets. Orders are personal: to read one, have the token from its receipt, or be the
   * operator's desk. Exactly one of the two arguments must be given, with 1 to 256 characters; anything else is refused
   * with the error code `BAD_USER_INPUT`. Null when upstream knows no such order, also when upstream has not finished it yet: try
   * again after some seconds.
   */
  readonly order: Maybe<Order>;
  /**
   * The certificate to encrypt the shopper's card with, in the page, for `setCartPayment`. Ask for it shortly
   * before, and only for carts that hold seats. It renews the cart's lease. Null when the gateway knows no such
   * cart, or the cart holds no seats: then reserve anew.
   */
  readonly paymentCertificate: Maybe<PaymentCertificate>;
  /**
   * What has become of an operation that was answered with `Pending`. The loop is always the same:
   *
   * 1. Wait `Pending.waitSeconds`.
   * 2. Call `pollCart` with the newest token.
   * 3. If that answers a `Pending` again, go on at 1 with the new one. Anything else is the result, save an
   *    `OutcomeUnknown` after a purchase: wait its `retryAfterSeconds`, and go on at 2 with its token.
   *
   * The gateway drives the cart; this call only looks. It never reaches upstream, so polling early or from two
   * tabs is harmless, only pointless. Older tokens stay good, and a result can be read again. Each call renews
   * the cart's lease. A token that the gateway does not know is answered with `CartGone`. Null only together
   * with an entry in `errors`.
   */
  readonly pollCart: Maybe<PollingResult>;
  /**
   * The events that this account can sell, in upstream's order. Only for accounts that upstream has specially
   * enabled. Null when the account is not.
   */
  readonly sellableEvents: Maybe<ReadonlyArray<EventListing>>;
  /**
   * The states and provinces of upstream's appendix, in its order, for address forms. Australia, Mexico and New
   * Zealand have none.
   */
  readonly states: ReadonlyArray<StateEntry>;
  /**
   * Orders whose tickets nobody has fetched yet, for reminding the buyers. This is a desk query: it is off by
   * default, and where the operator has enabled it, it needs the operator's token in the header
   * `Authorization`, as `Bearer` and the token. Otherwise it is refused with the error code `FORBIDDEN`. Exactly
   * one of the two arguments must be given, from 0 to 3650; anything else is refused with the error code
   * `BAD_USER_INPUT`. Null only together with an entry in `errors`.
   */
  readonly unredeemedOrders: Maybe<ReadonlyArray<UnredeemedOrder>>;
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryCaptchaArgs = {
  eventId?: InputMaybe<Scalars['EventID']['input']>;
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryCartArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryEventArgs = {
  id: Scalars['EventID']['input'];
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryEventByCodeArgs = {
  code: Scalars['String']['input'];
  host: Scalars['String']['input'];
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryEventsArgs = {
  ids: ReadonlyArray<Scalars['EventID']['input']>;
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryOrderArgs = {
  number?: InputMaybe<Scalars['ID']['input']>;
  token?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryPaymentCertificateArgs = {
  cartId: Scalars['ID']['input'];
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryPollCartArgs = {
  token: Scalars['ID']['input'];
  waitUpToSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryStatesArgs = {
  country?: InputMaybe<Country>;
};


/** Everything that can be read. Reading never changes a reservation, save that naming a cart renews its lease. */
export type QueryUnredeemedOrdersArgs = {
  daysBeforeEvent?: InputMaybe<Scalars['Int']['input']>;
  daysFromPurchase?: InputMaybe<Scalars['Int']['input']>;
};

/** Seats by section, row and number. The fewer fields are given, the more seats upstream has to pick from. */
export type SeatRange = {
  /** The first seat, for example `7`. Null or left out: any seat of the row. */
  readonly firstSeat?: InputMaybe<Scalars['String']['input']>;
  /** The last seat, for example `10`. Null or left out: as many as there are tickets. */
  readonly lastSeat?: InputMaybe<Scalars['String']['input']>;
  /** The row, for example `I`. Null or left out: any row of the section. */
  readonly row?: InputMaybe<Scalars['String']['input']>;
  /** The section, for example `CLB234`. */
  readonly section: Scalars['String']['input'];
};

/** Certain seats. Exactly one of the two fields must be given. */
export type SeatSelection =
  /** Seats by upstream's own ids of places, one for each ticket. For partners whose account gives them these ids. */
  { readonly placeIds: ReadonlyArray<Scalars['ID']['input']>; readonly range?: never; }
  |  /** Seats by section, row and number, as a shopper knows them. */
  { readonly placeIds?: never; readonly range: SeatRange; };

/** Who buys a cart, and how they pay. */
export type SetCartPaymentInput = {
  /** The person who buys, as the means of payment knows them. */
  readonly buyer: BuyerInput;
  /** The id of the cart, as in `Cart.id`. */
  readonly cartId: Scalars['ID']['input'];
  /** How they pay the whole of `CartTotals.unpaid`. */
  readonly method: PaymentMethodInput;
};

/** Which way of delivery to take for a cart. */
export type SetCartShippingInput = {
  /** The id of the cart, as in `Cart.id`. */
  readonly cartId: Scalars['ID']['input'];
  /** The way of delivery, as in `ShippingOption.id`, for example `4`. */
  readonly shippingOptionId: Scalars['ID']['input'];
};

/** A way in which the tickets can reach the shopper. */
export type ShippingOption = {
  readonly __typename?: 'ShippingOption';
  /** Who delivers, for example `USPS`. Null when upstream does not say. */
  readonly carrier: Maybe<Scalars['String']['output']>;
  /** The fee for the delivery, for example `2.50`. It may be zero. Null when upstream does not say. */
  readonly fee: Maybe<Money>;
  /** Upstream's id of the option, for example `4`. Send it as `SetCartShippingInput.shippingOptionId`. */
  readonly id: Scalars['ID']['output'];
  /**
   * Whether something is sent by post, so that the buyer's address must be one where the tickets can arrive. See
   * `BuyerInput.address`.
   */
  readonly requiresAddress: Scalars['Boolean']['output'];
  /**
   * How it is delivered, in upstream's own word, for example `ETICKET`, `MAIL` or `WILLCALL` (to be fetched at
   * the venue). Null when upstream does not say.
   */
  readonly serviceLevel: Maybe<Scalars['String']['output']>;
  /** What the delivery costs as a whole, taxes included. Null when upstream does not say. */
  readonly total: Maybe<Money>;
};

/**
 * The states and provinces of upstream's appendix: 62 of the United States, with territories, associated states
 * and the armed forces, and 13 of Canada. Each value gives the name as printed there, the postal abbreviation
 * and upstream's number.
 */
export type State =
  /** Alabama: `AL`, upstream's number 1. */
  | 'ALABAMA'
  /** Alaska: `AK`, upstream's number 2. */
  | 'ALASKA'
  /** Alberta: `AB`, upstream's number 66. */
  | 'ALBERTA'
  /** American Samoa: `AS`, upstream's number 3. */
  | 'AMERICAN_SAMOA'
  /** Arizona: `AZ`, upstream's number 4. */
  | 'ARIZONA'
  /** Arkansas: `AR`, upstream's number 5. */
  | 'ARKANSAS'
  /** Armed Forces Americas: `AA`, upstream's number 7. */
  | 'ARMED_FORCES_AMERICAS'
  /** Armed Forces Other: `AE`, upstream's number 6. */
  | 'ARMED_FORCES_OTHER'
  /** Armed Forces Pacific: `AP`, upstream's number 11. */
  | 'ARMED_FORCES_PACIFIC'
  /** British Columbia: `BC`, upstream's number 67. */
  | 'BRITISH_COLUMBIA'
  /** California: `CA`, upstream's number 12. */
  | 'CALIFORNIA'
  /** Colorado: `CO`, upstream's number 13. */
  | 'COLORADO'
  /** Connecticut: `CT`, upstream's number 14. */
  | 'CONNECTICUT'
  /** Delaware: `DE`, upstream's number 15. */
  | 'DELAWARE'
  /** District Of Columbia: `DC`, upstream's number 16. */
  | 'DISTRICT_OF_COLUMBIA'
  /** Federated States Of Micronesia: `FM`, upstream's number 17. */
  | 'FEDERATED_STATES_OF_MICRONESIA'
  /** Florida: `FL`, upstream's number 18. */
  | 'FLORIDA'
  /** Georgia: `GA`, upstream's number 19. */
  | 'GEORGIA'
  /** Guam: `GU`, upstream's number 20. */
  | 'GUAM'
  /** Hawaii: `HI`, upstream's number 21. */
  | 'HAWAII'
  /** Idaho: `ID`, upstream's number 22. */
  | 'IDAHO'
  /** Illinois: `IL`, upstream's number 23. */
  | 'ILLINOIS'
  /** Indiana: `IN`, upstream's number 24. */
  | 'INDIANA'
  /** Iowa: `IA`, upstream's number 25. */
  | 'IOWA'
  /** Kansas: `KS`, upstream's number 26. */
  | 'KANSAS'
  /** Kentucky: `KY`, upstream's number 27. */
  | 'KENTUCKY'
  /** Louisiana: `LA`, upstream's number 28. */
  | 'LOUISIANA'
  /** Maine: `ME`, upstream's number 29. */
  | 'MAINE'
  /** Manitoba: `MB`, upstream's number 68. */
  | 'MANITOBA'
  /** Marshall Islands: `MH`, upstream's number 30. */
  | 'MARSHALL_ISLANDS'
  /** Maryland: `MD`, upstream's number 31. */
  | 'MARYLAND'
  /** Massachusetts: `MA`, upstream's number 32. */
  | 'MASSACHUSETTS'
  /** Michigan: `MI`, upstream's number 33. */
  | 'MICHIGAN'
  /** Minnesota: `MN`, upstream's number 34. */
  | 'MINNESOTA'
  /** Mississippi: `MS`, upstream's number 35. */
  | 'MISSISSIPPI'
  /** Missouri: `MO`, upstream's number 36. */
  | 'MISSOURI'
  /** Montana: `MT`, upstream's number 37. */
  | 'MONTANA'
  /** Nebraska: `NE`, upstream's number 38. */
  | 'NEBRASKA'
  /** Nevada: `NV`, upstream's number 39. */
  | 'NEVADA'
  /** Newfoundland and Labrador: `NL`, upstream's number 70. */
  | 'NEWFOUNDLAND_AND_LABRADOR'
  /** New Brunswick: `NB`, upstream's number 69. */
  | 'NEW_BRUNSWICK'
  /** New Hampshire: `NH`, upstream's number 40. */
  | 'NEW_HAMPSHIRE'
  /** New Jersey: `NJ`, upstream's number 41. */
  | 'NEW_JERSEY'
  /** New Mexico: `NM`, upstream's number 42. */
  | 'NEW_MEXICO'
  /** New York: `NY`, upstream's number 43. */
  | 'NEW_YORK'
  /** Northern Mariana Islands: `MP`, upstream's number 46. */
  | 'NORTHERN_MARIANA_ISLANDS'
  /** Northwest Territories: `NT`, upstream's number 71. */
  | 'NORTHWEST_TERRITORIES'
  /** North Carolina: `NC`, upstream's number 44. */
  | 'NORTH_CAROLINA'
  /** North Dakota: `ND`, upstream's number 45. */
  | 'NORTH_DAKOTA'
  /** Nova Scotia: `NS`, upstream's number 72. */
  | 'NOVA_SCOTIA'
  /** Nunavut: `NU`, upstream's number 73. */
  | 'NUNAVUT'
  /** Ohio: `OH`, upstream's number 47. */
  | 'OHIO'
  /** Oklahoma: `OK`, upstream's number 48. */
  | 'OKLAHOMA'
  /** Ontario: `ON`, upstream's number 74. */
  | 'ONTARIO'
  /** Oregon: `OR`, upstream's number 49. */
  | 'OREGON'
  /** Palau: `PW`, upstream's number 50. */
  | 'PALAU'
  /** Pennsylvania: `PA`, upstream's number 51. */
  | 'PENNSYLVANIA'
  /** Prince Edward Island: `PE`, upstream's number 75. */
  | 'PRINCE_EDWARD_ISLAND'
  /** Puerto Rico: `PR`, upstream's number 52. */
  | 'PUERTO_RICO'
  /** Quebec: `QC`, upstream's number 76. */
  | 'QUEBEC'
  /** Rhode Island: `RI`, upstream's number 53. */
  | 'RHODE_ISLAND'
  /** Saskatchewan: `SK`, upstream's number 77. */
  | 'SASKATCHEWAN'
  /** South Carolina: `SC`, upstream's number 54. */
  | 'SOUTH_CAROLINA'
  /** South Dakota: `SD`, upstream's number 55. */
  | 'SOUTH_DAKOTA'
  /** Tennessee: `TN`, upstream's number 56. */
  | 'TENNESSEE'
  /** Texas: `TX`, upstream's number 57. */
  | 'TEXAS'
  /** Utah: `UT`, upstream's number 58. */
  | 'UTAH'
  /** Vermont: `VT`, upstream's number 59. */
  | 'VERMONT'
  /** Virginia: `VA`, upstream's number 61. */
  | 'VIRGINIA'
  /** Virgin Islands: `VI`, upstream's number 60. */
  | 'VIRGIN_ISLANDS'
  /** Washington: `WA`, upstream's number 62. */
  | 'WASHINGTON'
  /** West Virginia: `WV`, upstream's number 63. */
  | 'WEST_VIRGINIA'
  /** Wisconsin: `WI`, upstream's number 64. */
  | 'WISCONSIN'
  /** Wyoming: `WY`, upstream's number 65. */
  | 'WYOMING'
  /** Yukon: `YT`, upstream's number 78. */
  | 'YUKON';

/** A state or province with all that a form needs to show and send it. */
export type StateEntry = {
  readonly __typename?: 'StateEntry';
  /** The country that the state belongs to. */
  readonly country: Country;
  /** The name for people as upstream's appendix prints it, for example `California`. */
  readonly name: Scalars['String']['output'];
  /** The postal abbreviation in two letters, for example `CA`. */
  readonly postalAbbreviation: Scalars['String']['output'];
  /** The state as a value of this API, for example `CALIFORNIA`. */
  readonly state: State;
  /** Upstream's number for the state, for example 12. The numbers have gaps. */
  readonly stateId: Scalars['Int']['output'];
};

/**
 * What the gateway tells by itself. Subscriptions come as server-sent events from `/graphql/stream`, by the
 * GraphQL over SSE protocol in its distinct connections mode, for example with the client of the package
 * `graphql-sse`.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * All that becomes of an operation that was answered with `Pending`: a `Pending` whenever upstream has said
   * again that it is still at work, beginning with how it stands now, and then the result, which ends the
   * stream. An `OutcomeUnknown` ends it, too: go on with `pollCart` and its token. It does the same as polling
   * with `pollCart`, and either may be used at any time. As long as the stream is open, the cart's lease is
   * kept; when it breaks off, the lease runs out at `leaseExpiresAt` as it always does. It may also be ended
   * early, when the gateway restarts: open it again with the same token.
   */
  readonly cartProgress: Maybe<PollingResult>;
};


/**
 * What the gateway tells by itself. Subscriptions come as server-sent events from `/graphql/stream`, by the
 * GraphQL over SSE protocol in its distinct connections mode, for example with the client of the package
 * `graphql-sse`.
 */
export type SubscriptionCartProgressArgs = {
  token: Scalars['ID']['input'];
};

/**
 * Too many calls in too short a time, by this shopper or by all shoppers together. Wait `retryAfterSeconds` and
 * try again. The call was not carried out.
 */
export type Throttled = Failure & {
  readonly __typename?: 'Throttled';
  /** What happened: `CALLER_QUOTA` or `UPSTREAM_QUOTA`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** How many seconds to wait before trying again. Null when it is not known: then wait longer with every try. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** True: the same call may succeed after a while. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Upstream's own error code. Quote it to Ticketmaster's partner desk. Null when upstream gave none. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** A kind of ticket that is on sale, for example an adult's or a child's. */
export type Ticket = {
  readonly __typename?: 'Ticket';
  /** The areas where this ticket is good. Empty when the event has no areas. */
  readonly areas: ReadonlyArray<Area>;
  /** What upstream calls this ticket, for example `GPAS1`. Null when upstream does not say. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * Upstream's id of the ticket, for example `000002040006`. It is text: the leading zeros matter. Send it as
   * `TicketSelection.ticketId`.
   */
  readonly id: Scalars['ID']['output'];
  /** What this ticket can cost, one entry for each price level. Empty when upstream does not say. */
  readonly prices: ReadonlyArray<Price>;
  /** How many of this ticket may be taken in one cart. Null when upstream sets no rules. */
  readonly quantities: Maybe<QuantityRule>;
};

/** More tickets were asked for than one shopper may hold. Ask for fewer. Nothing more is held. */
export type TicketLimitExceeded = Failure & {
  readonly __typename?: 'TicketLimitExceeded';
  /** What happened: `LIMIT_EXCEEDED`. */
  readonly code: FailureCode;
  /** The most tickets that one shopper may hold for the event. Null when upstream does not say. */
  readonly limit: Maybe<Scalars['Int']['output']>;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: waiting does not help. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same number of tickets fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 10161. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** How many tickets of one kind to reserve, and at which price. */
export type TicketSelection = {
  /**
   * Only seats at this amount for one ticket, as in `Price.amount`, for example `"25.00"`. Null or left out: any
   * amount.
   */
  readonly amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Only seats at this price, as in `Price.id`. Null or left out: any price. */
  readonly priceId?: InputMaybe<Scalars['ID']['input']>;
  /** How many tickets of this kind: at least 1, and within the ticket's `quantities`. */
  readonly quantity: Scalars['Int']['input'];
  /** The kind of ticket, as in `Ticket.id`, for example `000002040006`. It is text: the leading zeros matter. */
  readonly ticketId: Scalars['ID']['input'];
};

/**
 * The cart no longer costs what the shopper agreed to. Upstream was not asked, and nothing was bought. Show
 * `cart.totals`, and if the shopper agrees, call `purchaseCart` with the new total.
 */
export type TotalChanged = Failure & {
  readonly __typename?: 'TotalChanged';
  /** The cart with what it costs now. It still holds its seats. */
  readonly cart: Cart;
  /** What happened: `TOTAL_CHANGED`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Null: there is no need to wait, only to ask the shopper. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** False: the same `expectedTotal` fails again. */
  readonly retryable: Scalars['Boolean']['output'];
  /** Null: upstream was not asked. */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/**
 * The system that sells the event is closed, as it is every night by the venue's clock, or out of order. Tell
 * the shopper when it opens again and try then. The call was not carried out.
 */
export type UnderMaintenance = Failure & {
  readonly __typename?: 'UnderMaintenance';
  /** What happened: `NIGHTLY_MAINTENANCE`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** How many seconds until the closure ends. Null when it is not known: then wait some minutes. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** True: the same call may succeed once the closure is over. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 20001. Quote it to Ticketmaster's partner desk. Null when upstream
   * gave none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
  /**
   * The closure that is under way. Null when the venue's time zone is unknown, or when upstream is down at
   * another hour.
   */
  readonly window: Maybe<MaintenanceWindow>;
};

/** An order whose tickets nobody has fetched yet. A field is null when upstream does not say. */
export type UnredeemedOrder = {
  readonly __typename?: 'UnredeemedOrder';
  /** The buyer's email address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /**
   * What became of the mail to the buyer. `UNKNOWN` for a number that this gateway does not know, or for none:
   * see `rawEmailStatus`.
   */
  readonly emailStatus: EmailStatus;
  /** The event's id, for example `3F004EC9D1EBBC76`. Give it to `Query.event` for more. */
  readonly eventId: Maybe<Scalars['EventID']['output']>;
  /** When the event begins. */
  readonly eventStartsAt: Maybe<Scalars['DateTime']['output']>;
  /** When the order was bought. */
  readonly purchasedAt: Maybe<Scalars['DateTime']['output']>;
  /** What became of the mail to the buyer, as upstream's own number, for example 2 for `BOUNCED`. */
  readonly rawEmailStatus: Maybe<Scalars['Int']['output']>;
  /** The reference that the order was bought with, as in `PurchaseCartInput.sourceAccountId`. */
  readonly sourceAccountId: Maybe<Scalars['String']['output']>;
};

/**
 * Upstream did not answer, answered with nonsense, or took too long; or this gateway is stopping. `code` says
 * which, and what became of the call. A purchase that may have gone through never ends like this: it is an
 * `OutcomeUnknown`.
 */
export type UpstreamFailed = Failure & {
  readonly __typename?: 'UpstreamFailed';
  /** What happened: `TIMEOUT` or `UNAVAILABLE` or `GAVE_UP_POLLING` or `UNEXPECTED` or `SHUTTING_DOWN`. */
  readonly code: FailureCode;
  /** What happened in English, for developers and logs. Do not show it to shoppers. */
  readonly message: Scalars['String']['output'];
  /** Names this one request in the gateway's logs. Quote it when you ask for help. Null when there is none. */
  readonly requestId: Maybe<Scalars['ID']['output']>;
  /** How many seconds to wait before trying again. Null when it is not known: then wait longer with every try. */
  readonly retryAfterSeconds: Maybe<Scalars['Float']['output']>;
  /** Whether the same call may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * Upstream's own error code, for example 504. Quote it to Ticketmaster's partner desk. Null when upstream gave
   * none.
   */
  readonly upstreamCode: Maybe<Scalars['Int']['output']>;
};

/** The place where an event happens. A field is null when upstream does not say. */
export type Venue = {
  readonly __typename?: 'Venue';
  /** Where the venue stands. Null when upstream does not say. */
  readonly address: Maybe<Address>;
  /** Upstream's id of the venue, for example `516191`. */
  readonly id: Scalars['ID']['output'];
  /** Pictures of the venue, for example its seating chart. Empty when there are none. */
  readonly images: ReadonlyArray<VenueImage>;
  /** The sales regions that the venue belongs to. Empty when upstream names none. */
  readonly markets: ReadonlyArray<Market>;
  /** The venue's name for people, for example `CenturyLink Field`. Null when upstream does not say. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * The venue's time zone, for example `America/Los_Angeles`. Local dates and the nightly maintenance go by it.
   * Null when upstream names no zone, or none that is known.
   */
  readonly timeZone: Maybe<Scalars['TimeZone']['output']>;
};

/** A picture of the venue. */
export type VenueImage = {
  readonly __typename?: 'VenueImage';
  /** The height in pixels. Null when upstream does not say. */
  readonly height: Maybe<Scalars['Int']['output']>;
  /** The picture's name for people, for example `End Stage`. Null when upstream does not say. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** What the picture shows, in upstream's own word, for example `seatingchart`. Null when upstream does not say. */
  readonly rawKind: Maybe<Scalars['String']['output']>;
  /** Where the picture is found. Null when upstream does not say. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** The width in pixels. Null when upstream does not say. */
  readonly width: Maybe<Scalars['Int']['output']>;
};
