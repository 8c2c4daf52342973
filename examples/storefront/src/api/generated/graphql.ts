/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A postal address, in one of the countries of upstream's appendix. */
export type AddressInput = {
  /** The city, for example `Los Angeles`. */
  readonly city: string;
  /** The country, one of `Query.countries`. */
  readonly country: Country;
  /** Street and number, for example `123 Main Street`. */
  readonly line1: string;
  /** The second line of the address. Null or omitted: none. */
  readonly line2?: string | null | undefined;
  /** The postal code, for example `90210`. It is text: leading zeros matter. */
  readonly postalCode: string;
  /**
   * The state or province, one of `Query.states`. It must belong to `country`. Null or omitted: none, as for
   * countries without states there.
   */
  readonly state?: State | null | undefined;
  /** The flat or suite, for example `1h`. Null or omitted: none. */
  readonly unit?: string | null | undefined;
};

/** The buyer. The gateway forwards the data to upstream and stores none of it. */
export type BuyerInput = {
  /** The billing address. Tickets by post go there, too: see `ShippingOption.requiresAddress`. */
  readonly address: AddressInput;
  /** The address that upstream mails the order to, for example `john.doe@example.com`. */
  readonly email: string;
  /** The first name, for example `John`. */
  readonly firstName: string;
  /** A telephone number, for example `212-867-5309`. Null or omitted: none. */
  readonly homePhone?: string | null | undefined;
  /** The last name, for example `Doe`. */
  readonly lastName: string;
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

/**
 * The tickets to reserve. By default upstream picks the best available seats. To choose seats, send `areaIds` or
 * `seats`.
 */
export type CreateCartInput = {
  /**
   * Whether to take the best available seats if the chosen ones are not free. If false, the result is then a
   * `NoInventory`.
   */
  readonly acceptBestAvailable?: boolean | null | undefined;
  /** Reserves only in these areas, as in `Area.areaId`. Null or omitted: in any area. */
  readonly areaIds?: ReadonlyArray<string | number> | null | undefined;
  /** The token of the solved captcha. It is valid once, for a short time. Omit it if `captcha` is null. */
  readonly captchaToken?: string | null | undefined;
  /** The event, for example `3F004CBB88958BF9`. */
  readonly eventId: string;
  /**
   * Makes it safe to repeat a call whose response was lost: the same key with the same input returns the same
   * cart, from any network. The same key with a different input returns an `IdempotencyConflict`. Use a new UUID
   * for each attempt of the shopper, for example `5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33`, or 21 to 128 random
   * characters; a weaker key is `InvalidInput`. Keep it as secret as the cart's id: with the same input it returns
   * the cart. Null or omitted: every call makes a new reservation.
   * If the cart's captcha became stale in line, a new `captchaToken` is no different input.
   */
  readonly idempotencyKey?: string | number | null | undefined;
  /**
   * The newest `Pending.token` of a cart whose captcha became stale in line (`CaptchaFailed`). With the same
   * input and a new `captchaToken`, the cart goes on at its place, which is kept for two minutes. Not needed if the call has the
   * `idempotencyKey` of the first one. Ignored where no place is kept.
   */
  readonly placeToken?: string | number | null | undefined;
  /** Reserves these seats. Null or omitted: upstream picks the seats. */
  readonly seats?: SeatSelection | null | undefined;
  /** The tickets, at least one entry. Several kinds may be combined, for example adults and children. */
  readonly tickets: ReadonlyArray<TicketSelection>;
};

/** The cart to delete. Exactly one of the two fields must be given. */
export type DeleteCartInput =
  {   /** The id of the cart, as in `Cart.id`. */
  readonly cartId: string | number; readonly token?: never; }
  |  { readonly cartId?: never;   /** A token from `Pending.token`. Deletes its cart, even while the reservation is pending. */
  readonly token: string | number; };

/**
 * A card. The page encrypts its secrets under a `PaymentCertificate`: `encryptCard` of `@stagedoor/client/card`
 * returns `number` and `securityCode`. Neither the gateway nor your frontend's server can read them.
 */
export type EncryptedCardInput = {
  /** The certificate that encrypts both, as in `PaymentCertificate.certificateId`. */
  readonly certificateId: string | number;
  /** The month in which the card expires, 1 to 12. */
  readonly expiryMonth: number;
  /** The year in which the card expires, in four digits, for example 2030. */
  readonly expiryYear: number;
  /** The issuer of the card. Null or omitted: upstream derives it from the number. */
  readonly issuer?: CardIssuer | null | undefined;
  /**
   * The encrypted card number: 16 random letters and digits, then the digits of the number without blanks,
   * encrypted together with RSA and PKCS#1 v1.5 padding, as base64. A plain number is refused with the code
   * `PLAIN_CARD_DATA`.
   */
  readonly number: string;
  /** The postal code of the card's billing address. Null or omitted: that of the buyer's address. */
  readonly postalCode?: string | null | undefined;
  /**
   * The encrypted security code from the back of the card (the front for American Express), made like `number`,
   * with other random characters.
   */
  readonly securityCode: string;
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
  {   /** A credit or debit card, encrypted by the page. */
  readonly card: EncryptedCardInput; readonly invoiceReference?: never; readonly wallet?: never; }
  |  { readonly card?: never;   /**
   * An invoice, by upstream's number for it in digits, for example `1234567890`. Only for accounts that upstream
   * has enabled for invoices.
   */
  readonly invoiceReference: string; readonly wallet?: never; }
  |  { readonly card?: never; readonly invoiceReference?: never;   /** A wallet. If upstream takes none, `setCartPayment` returns an `InvalidInput` with the code `UNSUPPORTED`. */
  readonly wallet: WalletInput; };

/** The cart to buy, and its total. */
export type PurchaseCartInput = {
  /** The id of the cart, as in `Cart.id`. It is also the idempotency key: a cart can be bought only once. */
  readonly cartId: string | number;
  /**
   * The total that the shopper has seen and agreed to: the amount of `CartTotals.grand`, for example `"57.39"`.
   * `"57.390"` is the same. If the cart now costs a different amount, nothing is bought, and the result is a
   * `TotalChanged`.
   */
  readonly expectedTotal: string;
  /**
   * Your name for the shopper's account, 1 to 64 characters, such as a hash of the member's id. It may be the
   * same for every purchase of a shopper. Put no personal data in it. Upstream keeps it with the order, and
   * `Query.unredeemedOrders` returns it. The gateway appends a part by which it finds the order if upstream's
   * response is lost. Null or omitted: the gateway sends only that part.
   */
  readonly sourceAccountId?: string | null | undefined;
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
  readonly firstSeat?: string | null | undefined;
  /** The last seat, for example `10`. Null or omitted: as many seats as tickets. */
  readonly lastSeat?: string | null | undefined;
  /** The row, for example `I`. Null or omitted: any row of the section. */
  readonly row?: string | null | undefined;
  /** The section, for example `CLB234`. */
  readonly section: string;
};

/** The seats to reserve. Exactly one of the two fields must be given. */
export type SeatSelection =
  {   /**
   * The seats by upstream's place ids, as in `AvailabilityRow.placeIds`, one for each ticket. Only for accounts
   * that get these ids.
   */
  readonly placeIds: ReadonlyArray<string | number>; readonly range?: never; }
  |  { readonly placeIds?: never;   /** The seats by section, row and seat number. */
  readonly range: SeatRange; };

/** The buyer of a cart, and the payment. */
export type SetCartPaymentInput = {
  /** The buyer, as the issuer of the card or the payer of the invoice knows them. */
  readonly buyer: BuyerInput;
  /** The id of the cart, as in `Cart.id`. */
  readonly cartId: string | number;
  /** The payment for the whole of `CartTotals.unpaid`. */
  readonly method: PaymentMethodInput;
};

/** The delivery of a cart. */
export type SetCartShippingInput = {
  /** The id of the cart, as in `Cart.id`. */
  readonly cartId: string | number;
  /** The chosen option, as in `ShippingOption.shippingOptionId`, for example `4`. */
  readonly shippingOptionId: string | number;
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

/** A number of tickets of one kind, at one price. */
export type TicketSelection = {
  /**
   * Reserves only at this amount for one ticket, as in `Price.amount`, for example `"25.00"`. Null or omitted:
   * at any amount.
   */
  readonly amount?: string | null | undefined;
  /** Reserves only at this price, as in `Price.priceId`. Null or omitted: at any price. */
  readonly priceId?: string | number | null | undefined;
  /** The number of tickets of this kind: at least 1, and within `Ticket.quantities`. */
  readonly quantity: number;
  /** The kind of ticket, as in `Ticket.ticketId`, for example `000002040006`. It is text: leading zeros matter. */
  readonly ticketId: string | number;
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
  readonly token: string;
};

/** The wallets that upstream accepts. */
export type WalletKind =
  /** Apple Pay. */
  | 'APPLE_PAY'
  /** Google's wallet. */
  | 'GOOGLE_WALLET'
  /** Ticketmaster's own wallet. */
  | 'WALLET';

export type SellableEventsQueryVariables = Exact<{ [key: string]: never; }>;


export type SellableEventsQuery = { readonly sellableEvents: ReadonlyArray<{ readonly eventId: string }> | null };

export type EventCardsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type EventCardsQuery = { readonly events: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly sellable: boolean, readonly apiTransactable: boolean, readonly localDate: string | null, readonly localTime: string | null, readonly image: { readonly url: string | null } | null, readonly priceRange: { readonly min: { readonly display: { readonly amount: string, readonly currency: string } | null } | null, readonly max: { readonly display: { readonly amount: string, readonly currency: string } | null } | null } | null, readonly artists: ReadonlyArray<{ readonly name: string | null }>, readonly venue: { readonly name: string | null, readonly address: { readonly city: string | null, readonly regionCode: string | null, readonly countryCode: string | null } | null } | null } | null> };

export type EventCardFragment = { readonly id: string, readonly name: string | null, readonly sellable: boolean, readonly apiTransactable: boolean, readonly localDate: string | null, readonly localTime: string | null, readonly image: { readonly url: string | null } | null, readonly priceRange: { readonly min: { readonly display: { readonly amount: string, readonly currency: string } | null } | null, readonly max: { readonly display: { readonly amount: string, readonly currency: string } | null } | null } | null, readonly artists: ReadonlyArray<{ readonly name: string | null }>, readonly venue: { readonly name: string | null, readonly address: { readonly city: string | null, readonly regionCode: string | null, readonly countryCode: string | null } | null } | null };

export type MoneyPartsFragment = { readonly amount: string, readonly currency: string };

export type CreateCartMutationVariables = Exact<{
  input: CreateCartInput;
}>;


export type CreateCartMutation = { readonly createCart:
    | { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null }
    | { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> }
    | { readonly __typename: 'CartDeleted', readonly cartId: string }
    | { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null }
    | { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> }
    | { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null }
    | { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } }
    | { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null }
    | { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null }
    | { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null }
    | { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null }
   | null };

export type PollCartQueryVariables = Exact<{
  token: string | number;
}>;


export type PollCartQuery = { readonly pollCart:
    | { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null }
    | { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> }
    | { readonly __typename: 'CartDeleted', readonly cartId: string }
    | { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null }
    | { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> }
    | { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null }
    | { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } }
    | { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null }
    | { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null }
    | { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null }
    | { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null }
   | null };

export type DeleteCartMutationVariables = Exact<{
  input: DeleteCartInput;
}>;


export type DeleteCartMutation = { readonly deleteCart:
    | { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null }
    | { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> }
    | { readonly __typename: 'CartDeleted', readonly cartId: string }
    | { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null }
    | { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> }
    | { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null }
    | { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } }
    | { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null }
    | { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null }
    | { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null }
    | { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null }
   | null };

export type KeepCartMutationVariables = Exact<{
  id: string | number;
}>;


export type KeepCartMutation = { readonly keepCart: { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly receipt: { readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null } | null, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } | null };

export type DeliveryOptionsQueryVariables = Exact<{
  id: string | number;
}>;


export type DeliveryOptionsQuery = { readonly cart: { readonly shippingOptions: ReadonlyArray<{ readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null }> | null } | null };

export type ChooseDeliveryMutationVariables = Exact<{
  input: SetCartShippingInput;
}>;


export type ChooseDeliveryMutation = { readonly setCartShipping:
    | { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null }
    | { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> }
    | { readonly __typename: 'CartDeleted', readonly cartId: string }
    | { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null }
    | { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> }
    | { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null }
    | { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } }
    | { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null }
    | { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null }
    | { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null }
    | { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null }
   | null };

export type PaymentCertificateQueryVariables = Exact<{
  cartId: string | number;
}>;


export type PaymentCertificateQuery = { readonly paymentCertificate: { readonly certificateId: string, readonly pem: string } | null };

export type SetPaymentMutationVariables = Exact<{
  input: SetCartPaymentInput;
}>;


export type SetPaymentMutation = { readonly setCartPayment:
    | { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null }
    | { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> }
    | { readonly __typename: 'CartDeleted', readonly cartId: string }
    | { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null }
    | { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> }
    | { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null }
    | { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } }
    | { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null }
    | { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null }
    | { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null }
    | { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null }
   | null };

export type PurchaseMutationVariables = Exact<{
  input: PurchaseCartInput;
}>;


export type PurchaseMutation = { readonly purchaseCart:
    | { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null }
    | { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> }
    | { readonly __typename: 'CartDeleted', readonly cartId: string }
    | { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null }
    | { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> }
    | { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null }
    | { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } }
    | { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null }
    | { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null }
    | { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null }
    | { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } }
    | { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null }
    | { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null }
   | null };

export type CountriesQueryVariables = Exact<{ [key: string]: never; }>;


export type CountriesQuery = { readonly countries: ReadonlyArray<{ readonly country: Country, readonly name: string }> };

export type StatesQueryVariables = Exact<{
  country: Country;
}>;


export type StatesQuery = { readonly states: ReadonlyArray<{ readonly state: State, readonly name: string }> };

export type EventPageQueryVariables = Exact<{
  id: string;
}>;


export type EventPageQuery = { readonly event: { readonly url: string | null, readonly onsaleAt: string | null, readonly offsaleAt: string | null, readonly ticketLimit: number | null, readonly facilityFeeIncluded: boolean | null, readonly serviceFeeIncluded: boolean | null, readonly id: string, readonly name: string | null, readonly sellable: boolean, readonly apiTransactable: boolean, readonly localDate: string | null, readonly localTime: string | null, readonly maintenance: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null, readonly notes: ReadonlyArray<{ readonly text: string | null }>, readonly areaGroups: ReadonlyArray<{ readonly label: string | null, readonly areas: ReadonlyArray<{ readonly areaId: string, readonly description: string | null }> }>, readonly priceLevels: ReadonlyArray<{ readonly priceLevelId: string, readonly description: string | null, readonly areas: ReadonlyArray<{ readonly areaId: string }> }>, readonly tickets: ReadonlyArray<{ readonly ticketId: string, readonly description: string | null, readonly quantities: { readonly exact: number | null, readonly minimum: number | null, readonly multiple: number | null, readonly limit: number | null } | null, readonly prices: ReadonlyArray<{ readonly priceId: string, readonly displayAmount: { readonly amount: string, readonly currency: string } }> }>, readonly venue: { readonly timeZone: string | null, readonly name: string | null, readonly images: ReadonlyArray<{ readonly name: string | null, readonly rawKind: string | null, readonly url: string | null }>, readonly address: { readonly city: string | null, readonly regionCode: string | null, readonly countryCode: string | null } | null } | null, readonly image: { readonly url: string | null } | null, readonly priceRange: { readonly min: { readonly display: { readonly amount: string, readonly currency: string } | null } | null, readonly max: { readonly display: { readonly amount: string, readonly currency: string } | null } | null } | null, readonly artists: ReadonlyArray<{ readonly name: string | null }> } | null };

export type TicketChoiceFragment = { readonly ticketId: string, readonly description: string | null, readonly quantities: { readonly exact: number | null, readonly minimum: number | null, readonly multiple: number | null, readonly limit: number | null } | null, readonly prices: ReadonlyArray<{ readonly priceId: string, readonly displayAmount: { readonly amount: string, readonly currency: string } }> };

export type ClosedHoursFragment = { readonly startsAt: string, readonly endsAt: string, readonly active: boolean };

export type CaptchaForEventQueryVariables = Exact<{
  eventId?: string | null | undefined;
}>;


export type CaptchaForEventQuery = { readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null };

export type CaptchaToSolveFragment = { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string };

type Outcome_CaptchaFailed_Fragment = { readonly __typename: 'CaptchaFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly captcha: { readonly siteKey: string, readonly html: string | null, readonly redirectScheme: string } | null };

type Outcome_Cart_Fragment = { readonly __typename: 'Cart', readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> };

type Outcome_CartDeleted_Fragment = { readonly __typename: 'CartDeleted', readonly cartId: string };

type Outcome_CartGone_Fragment = { readonly __typename: 'CartGone', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null };

type Outcome_EventNotSellable_Fragment = { readonly __typename: 'EventNotSellable', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly redirectUrl: string | null };

type Outcome_IdempotencyConflict_Fragment = { readonly __typename: 'IdempotencyConflict', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null };

type Outcome_InvalidInput_Fragment = { readonly __typename: 'InvalidInput', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly issues: ReadonlyArray<{ readonly path: string, readonly code: FailureCode }> };

type Outcome_NoInventory_Fragment = { readonly __typename: 'NoInventory', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null };

type Outcome_OutcomeUnknown_Fragment = { readonly __typename: 'OutcomeUnknown', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly token: string, readonly reference: string | null };

type Outcome_PaymentDeclined_Fragment = { readonly __typename: 'PaymentDeclined', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } };

type Outcome_Pending_Fragment = { readonly __typename: 'Pending', readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } };

type Outcome_PurchaseReceipt_Fragment = { readonly __typename: 'PurchaseReceipt', readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null };

type Outcome_Throttled_Fragment = { readonly __typename: 'Throttled', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null };

type Outcome_TicketLimitExceeded_Fragment = { readonly __typename: 'TicketLimitExceeded', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly limit: number | null };

type Outcome_TotalChanged_Fragment = { readonly __typename: 'TotalChanged', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly cart: { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> } };

type Outcome_UnderMaintenance_Fragment = { readonly __typename: 'UnderMaintenance', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly window: { readonly startsAt: string, readonly endsAt: string, readonly active: boolean } | null };

type Outcome_UpstreamFailed_Fragment = { readonly __typename: 'UpstreamFailed', readonly code: FailureCode, readonly retryable: boolean, readonly retryAfterSeconds: number | null, readonly requestId: string | null };

export type OutcomeFragment =
  | Outcome_CaptchaFailed_Fragment
  | Outcome_Cart_Fragment
  | Outcome_CartDeleted_Fragment
  | Outcome_CartGone_Fragment
  | Outcome_EventNotSellable_Fragment
  | Outcome_IdempotencyConflict_Fragment
  | Outcome_InvalidInput_Fragment
  | Outcome_NoInventory_Fragment
  | Outcome_OutcomeUnknown_Fragment
  | Outcome_PaymentDeclined_Fragment
  | Outcome_Pending_Fragment
  | Outcome_PurchaseReceipt_Fragment
  | Outcome_Throttled_Fragment
  | Outcome_TicketLimitExceeded_Fragment
  | Outcome_TotalChanged_Fragment
  | Outcome_UnderMaintenance_Fragment
  | Outcome_UpstreamFailed_Fragment
;

export type WaitingFragment = { readonly token: string, readonly operation: CartOperation, readonly waitSeconds: number, readonly pollAfter: string, readonly attempt: number, readonly giveUpAt: string, readonly releaseUrl: string, readonly queue: { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null } | null, readonly cart: { readonly id: string } };

export type PlaceInLineFragment = { readonly position: number, readonly estimatedWaitSeconds: number, readonly notice: QueueNotice | null };

export type CartInHandFragment = { readonly id: string, readonly status: CartStatus, readonly holdExpiresAt: string | null, readonly holdSeconds: number | null, readonly leaseExpiresAt: string | null, readonly releaseUrl: string, readonly remainingSteps: ReadonlyArray<CartStep>, readonly items: ReadonlyArray<{ readonly section: string | null, readonly row: string | null, readonly firstSeat: string | null, readonly lastSeat: string | null, readonly quantity: number | null, readonly generalAdmission: boolean, readonly tickets: ReadonlyArray<{ readonly description: string | null, readonly quantity: number | null }> }>, readonly totals: { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null } | null, readonly shipping: { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null } | null, readonly payments: ReadonlyArray<{ readonly kind: PaymentKind, readonly issuer: string | null, readonly lastFour: string | null }> };

export type CartCostsFragment = { readonly merchandise: { readonly amount: string, readonly currency: string } | null, readonly fees: { readonly amount: string, readonly currency: string } | null, readonly tax: { readonly amount: string, readonly currency: string } | null, readonly delivery: { readonly amount: string, readonly currency: string } | null, readonly grand: { readonly amount: string, readonly currency: string } | null };

export type DeliveryChoiceFragment = { readonly shippingOptionId: string, readonly carrier: string | null, readonly serviceLevel: string | null, readonly requiresAddress: boolean, readonly fee: { readonly amount: string, readonly currency: string } | null };

export type ReceiptFragment = { readonly orderNumber: string | null, readonly redemptionUrl: string | null, readonly appUrl: string | null, readonly grandTotal: { readonly amount: string, readonly currency: string } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const EventCardFragmentDoc = new TypedDocumentString(`
    fragment EventCard on Event {
  id
  name
  sellable
  apiTransactable
  localDate
  localTime
  image {
    url
  }
  priceRange {
    min {
      display {
        ...MoneyParts
      }
    }
    max {
      display {
        ...MoneyParts
      }
    }
  }
  artists {
    name
  }
  venue {
    name
    address {
      city
      regionCode
      countryCode
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"EventCard"}) as unknown as TypedDocumentString<EventCardFragment, unknown>;
export const TicketChoiceFragmentDoc = new TypedDocumentString(`
    fragment TicketChoice on Ticket {
  ticketId
  description
  quantities {
    exact
    minimum
    multiple
    limit
  }
  prices {
    priceId
    displayAmount {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"TicketChoice"}) as unknown as TypedDocumentString<TicketChoiceFragment, unknown>;
export const PlaceInLineFragmentDoc = new TypedDocumentString(`
    fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
    `, {"fragmentName":"PlaceInLine"}) as unknown as TypedDocumentString<PlaceInLineFragment, unknown>;
export const WaitingFragmentDoc = new TypedDocumentString(`
    fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
    fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}`, {"fragmentName":"Waiting"}) as unknown as TypedDocumentString<WaitingFragment, unknown>;
export const CartCostsFragmentDoc = new TypedDocumentString(`
    fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"CartCosts"}) as unknown as TypedDocumentString<CartCostsFragment, unknown>;
export const DeliveryChoiceFragmentDoc = new TypedDocumentString(`
    fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"DeliveryChoice"}) as unknown as TypedDocumentString<DeliveryChoiceFragment, unknown>;
export const CartInHandFragmentDoc = new TypedDocumentString(`
    fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}`, {"fragmentName":"CartInHand"}) as unknown as TypedDocumentString<CartInHandFragment, unknown>;
export const ReceiptFragmentDoc = new TypedDocumentString(`
    fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"Receipt"}) as unknown as TypedDocumentString<ReceiptFragment, unknown>;
export const CaptchaToSolveFragmentDoc = new TypedDocumentString(`
    fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
    `, {"fragmentName":"CaptchaToSolve"}) as unknown as TypedDocumentString<CaptchaToSolveFragment, unknown>;
export const ClosedHoursFragmentDoc = new TypedDocumentString(`
    fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
    `, {"fragmentName":"ClosedHours"}) as unknown as TypedDocumentString<ClosedHoursFragment, unknown>;
export const OutcomeFragmentDoc = new TypedDocumentString(`
    fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`, {"fragmentName":"Outcome"}) as unknown as TypedDocumentString<OutcomeFragment, unknown>;
export const SellableEventsDocument = new TypedDocumentString(`
    query SellableEvents {
  sellableEvents {
    eventId
  }
}
    `) as unknown as TypedDocumentString<SellableEventsQuery, SellableEventsQueryVariables>;
export const EventCardsDocument = new TypedDocumentString(`
    query EventCards($ids: [EventID!]!) {
  events(ids: $ids) {
    ...EventCard
  }
}
    fragment EventCard on Event {
  id
  name
  sellable
  apiTransactable
  localDate
  localTime
  image {
    url
  }
  priceRange {
    min {
      display {
        ...MoneyParts
      }
    }
    max {
      display {
        ...MoneyParts
      }
    }
  }
  artists {
    name
  }
  venue {
    name
    address {
      city
      regionCode
      countryCode
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<EventCardsQuery, EventCardsQueryVariables>;
export const CreateCartDocument = new TypedDocumentString(`
    mutation CreateCart($input: CreateCartInput!) {
  createCart(input: $input) {
    ...Outcome
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<CreateCartMutation, CreateCartMutationVariables>;
export const PollCartDocument = new TypedDocumentString(`
    query PollCart($token: ID!) {
  pollCart(token: $token) {
    ...Outcome
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<PollCartQuery, PollCartQueryVariables>;
export const DeleteCartDocument = new TypedDocumentString(`
    mutation DeleteCart($input: DeleteCartInput!) {
  deleteCart(input: $input) {
    ...Outcome
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<DeleteCartMutation, DeleteCartMutationVariables>;
export const KeepCartDocument = new TypedDocumentString(`
    mutation KeepCart($id: ID!) {
  keepCart(id: $id) {
    __typename
    ...CartInHand
    receipt {
      ...Receipt
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<KeepCartMutation, KeepCartMutationVariables>;
export const DeliveryOptionsDocument = new TypedDocumentString(`
    query DeliveryOptions($id: ID!) {
  cart(id: $id) {
    shippingOptions {
      ...DeliveryChoice
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<DeliveryOptionsQuery, DeliveryOptionsQueryVariables>;
export const ChooseDeliveryDocument = new TypedDocumentString(`
    mutation ChooseDelivery($input: SetCartShippingInput!) {
  setCartShipping(input: $input) {
    ...Outcome
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<ChooseDeliveryMutation, ChooseDeliveryMutationVariables>;
export const PaymentCertificateDocument = new TypedDocumentString(`
    query PaymentCertificate($cartId: ID!) {
  paymentCertificate(cartId: $cartId) {
    certificateId
    pem
  }
}
    `) as unknown as TypedDocumentString<PaymentCertificateQuery, PaymentCertificateQueryVariables>;
export const SetPaymentDocument = new TypedDocumentString(`
    mutation SetPayment($input: SetCartPaymentInput!) {
  setCartPayment(input: $input) {
    ...Outcome
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<SetPaymentMutation, SetPaymentMutationVariables>;
export const PurchaseDocument = new TypedDocumentString(`
    mutation Purchase($input: PurchaseCartInput!) {
  purchaseCart(input: $input) {
    ...Outcome
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}
fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}
fragment Outcome on PollingResult {
  __typename
  ... on Pending {
    ...Waiting
  }
  ... on Cart {
    ...CartInHand
  }
  ... on CartDeleted {
    cartId
  }
  ... on PurchaseReceipt {
    ...Receipt
  }
  ... on Failure {
    code
    retryable
    retryAfterSeconds
  }
  ... on InvalidInput {
    issues {
      path
      code
    }
  }
  ... on TicketLimitExceeded {
    limit
  }
  ... on CaptchaFailed {
    captcha {
      ...CaptchaToSolve
    }
  }
  ... on EventNotSellable {
    redirectUrl
  }
  ... on UnderMaintenance {
    window {
      ...ClosedHours
    }
  }
  ... on PaymentDeclined {
    cart {
      ...CartInHand
    }
  }
  ... on TotalChanged {
    cart {
      ...CartInHand
    }
  }
  ... on OutcomeUnknown {
    token
    reference
  }
  ... on UpstreamFailed {
    requestId
  }
}
fragment Waiting on Pending {
  token
  operation
  waitSeconds
  pollAfter
  attempt
  giveUpAt
  releaseUrl
  queue {
    ...PlaceInLine
  }
  cart {
    id
  }
}
fragment PlaceInLine on Queue {
  position
  estimatedWaitSeconds
  notice
}
fragment CartInHand on Cart {
  id
  status
  holdExpiresAt
  holdSeconds
  leaseExpiresAt
  releaseUrl
  remainingSteps
  items {
    section
    row
    firstSeat
    lastSeat
    quantity
    generalAdmission
    tickets {
      description
      quantity
    }
  }
  totals {
    ...CartCosts
  }
  shipping {
    ...DeliveryChoice
  }
  payments {
    kind
    issuer
    lastFour
  }
}
fragment CartCosts on CartTotals {
  merchandise {
    ...MoneyParts
  }
  fees {
    ...MoneyParts
  }
  tax {
    ...MoneyParts
  }
  delivery {
    ...MoneyParts
  }
  grand {
    ...MoneyParts
  }
}
fragment DeliveryChoice on ShippingOption {
  shippingOptionId
  carrier
  serviceLevel
  requiresAddress
  fee {
    ...MoneyParts
  }
}
fragment Receipt on PurchaseReceipt {
  orderNumber
  redemptionUrl
  appUrl
  grandTotal {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<PurchaseMutation, PurchaseMutationVariables>;
export const CountriesDocument = new TypedDocumentString(`
    query Countries {
  countries {
    country
    name
  }
}
    `) as unknown as TypedDocumentString<CountriesQuery, CountriesQueryVariables>;
export const StatesDocument = new TypedDocumentString(`
    query States($country: Country!) {
  states(country: $country) {
    state
    name
  }
}
    `) as unknown as TypedDocumentString<StatesQuery, StatesQueryVariables>;
export const EventPageDocument = new TypedDocumentString(`
    query EventPage($id: EventID!) {
  event(id: $id) {
    ...EventCard
    url
    onsaleAt
    offsaleAt
    ticketLimit
    facilityFeeIncluded
    serviceFeeIncluded
    maintenance {
      ...ClosedHours
    }
    notes {
      text
    }
    areaGroups {
      label
      areas {
        areaId
        description
      }
    }
    priceLevels {
      priceLevelId
      description
      areas {
        areaId
      }
    }
    tickets {
      ...TicketChoice
    }
    venue {
      timeZone
      images {
        name
        rawKind
        url
      }
    }
  }
}
    fragment EventCard on Event {
  id
  name
  sellable
  apiTransactable
  localDate
  localTime
  image {
    url
  }
  priceRange {
    min {
      display {
        ...MoneyParts
      }
    }
    max {
      display {
        ...MoneyParts
      }
    }
  }
  artists {
    name
  }
  venue {
    name
    address {
      city
      regionCode
      countryCode
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment TicketChoice on Ticket {
  ticketId
  description
  quantities {
    exact
    minimum
    multiple
    limit
  }
  prices {
    priceId
    displayAmount {
      ...MoneyParts
    }
  }
}
fragment ClosedHours on MaintenanceWindow {
  startsAt
  endsAt
  active
}`) as unknown as TypedDocumentString<EventPageQuery, EventPageQueryVariables>;
export const CaptchaForEventDocument = new TypedDocumentString(`
    query CaptchaForEvent($eventId: EventID) {
  captcha(eventId: $eventId) {
    ...CaptchaToSolve
  }
}
    fragment CaptchaToSolve on Captcha {
  siteKey
  html
  redirectScheme
}`) as unknown as TypedDocumentString<CaptchaForEventQuery, CaptchaForEventQueryVariables>;