/** The stable codes of failures, finer than their types. The schema describes each. */
export type FailureCode =
  | 'BAD_FIELD'
  | 'QUANTITY_RULE'
  | 'UNKNOWN_TICKET'
  | 'UNKNOWN_DELIVERY'
  | 'UNSUPPORTED'
  | 'PLAIN_CARD_DATA'
  | 'NO_INVENTORY'
  | 'LIMIT_EXCEEDED'
  | 'CAPTCHA_REQUIRED'
  | 'CAPTCHA_INVALID'
  | 'NOT_TRANSACTABLE'
  | 'UNKNOWN_EVENT'
  | 'CART_UNKNOWN'
  | 'CART_EXPIRED'
  | 'CART_RELEASED'
  | 'CART_PURCHASED'
  | 'DECLINED'
  | 'NO_FUNDS'
  | 'SECURITY_CODE_INVALID'
  | 'TOTAL_CHANGED'
  | 'OUTCOME_UNKNOWN'
  | 'NIGHTLY_MAINTENANCE'
  | 'CALLER_QUOTA'
  | 'UPSTREAM_QUOTA'
  | 'QUEUE_FULL'
  | 'KEY_REUSED'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'GAVE_UP_POLLING'
  | 'UNEXPECTED'
  | 'SHUTTING_DOWN';

/** A field of an input that is not accepted. */
export interface InputIssue {
  /** The path of the field in the input, e.g. `tickets.0.quantity`. */
  readonly path: string;
  readonly message: string;
  readonly code: FailureCode;
}

interface Common {
  readonly code: FailureCode;
  /** English, for developers. Never upstream's text. */
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;
  readonly upstreamCode: number | null;
}

/** Why an operation failed, by the name of its type in the schema. Plain JSON: it is written to the ledger. */
export type Failure = Common &
  (
    | { readonly type: 'InvalidInput'; readonly issues: readonly InputIssue[] }
    | { readonly type: 'NoInventory'; readonly eventId: string }
    | { readonly type: 'TicketLimitExceeded'; readonly eventId: string; readonly limit: number | null }
    | { readonly type: 'CaptchaFailed'; readonly eventId: string }
    | { readonly type: 'EventNotSellable'; readonly eventId: string }
    | { readonly type: 'CartGone'; readonly goneAtMs: number | null }
    | { readonly type: 'PaymentDeclined'; readonly cartId: string }
    | { readonly type: 'TotalChanged'; readonly cartId: string }
    | { readonly type: 'OutcomeUnknown'; readonly token: string; readonly reference: string | null }
    | { readonly type: 'UnderMaintenance'; readonly eventId: string }
    | { readonly type: 'Throttled' }
    | { readonly type: 'IdempotencyConflict' }
    | { readonly type: 'UpstreamFailed'; readonly requestId: string }
  );

/** The fields that every failure has. Not retryable unless `more` states it. */
export const common = (code: FailureCode, message: string, more: Partial<Common> = {}): Common => ({
  code,
  message,
  retryable: false,
  retryAfterSeconds: null,
  upstreamCode: null,
  ...more,
});

/** One or more fields are not accepted. The code is that of the first. */
export const invalidInput = (issues: readonly [InputIssue, ...InputIssue[]]): Failure => ({
  type: 'InvalidInput',
  ...common(issues[0].code, issues.map(({ path, message }) => `${path}: ${message}`).join(' ')),
  issues,
});

/** More tickets than `limit`; null where only upstream knows the limit. */
export const ticketLimitExceeded = (
  eventId: string,
  limit: number | null,
  upstreamCode: number | null = null,
): Failure => ({
  type: 'TicketLimitExceeded',
  ...common('LIMIT_EXCEEDED', 'More tickets than one shopper may have for this event.', { upstreamCode }),
  eventId,
  limit,
});

/** Upstream knows no such event. */
export const unknownEvent = (eventId: string): Failure => ({
  type: 'EventNotSellable',
  ...common('UNKNOWN_EVENT', 'There is no such event.'),
  eventId,
});

/** "api_transactable: false": this API cannot sell the event; its page on the retail site can. */
export const notTransactable = (eventId: string, upstreamCode: number | null = null): Failure => ({
  type: 'EventNotSellable',
  ...common('NOT_TRANSACTABLE', 'This event cannot be sold through the Partner API.', { upstreamCode }),
  eventId,
});

/** The event's host is down: at night for maintenance, or for a fault. */
export const underMaintenance = (
  eventId: string,
  more: { upstreamCode?: number; retryAfterSeconds?: number } = {},
): Failure => ({
  type: 'UnderMaintenance',
  ...common('NIGHTLY_MAINTENANCE', "The ticketing system of this event's venue is down at the moment.", {
    retryable: true,
    ...more,
  }),
  eventId,
});

/** The caller's budget of requests, or of carts open at once, is exhausted. */
export const callerThrottled = (retryAfterSeconds: number): Failure => ({
  type: 'Throttled',
  ...common('CALLER_QUOTA', 'Too many calls of this caller, or too many of its carts wait in line.', {
    retryable: true,
    retryAfterSeconds,
  }),
});

/** As many carts stand in line as may. */
export const lineFull = (retryAfterSeconds: number): Failure => ({
  type: 'Throttled',
  ...common('QUEUE_FULL', 'Too many shoppers stand in line already.', { retryable: true, retryAfterSeconds }),
});

/** No cart has this id or token. */
export const unknownCart = (): Failure => ({
  type: 'CartGone',
  ...common('CART_UNKNOWN', 'There is no such cart, or it ended long ago.'),
  goneAtMs: null,
});

const goneMessages = {
  CART_EXPIRED: "Upstream's hold on the seats ran out.",
  CART_RELEASED: 'The cart was given back.',
  CART_PURCHASED: 'The cart was bought.',
};

/** The cart was given back or bought, or its hold ran out. */
export const cartGone = (code: keyof typeof goneMessages, goneAtMs: number | null): Failure => ({
  type: 'CartGone',
  ...common(code, goneMessages[code]),
  goneAtMs,
});

/** The total is no longer what the shopper saw: nothing was bought. */
export const totalChanged = (cartId: string): Failure => ({
  type: 'TotalChanged',
  ...common('TOTAL_CHANGED', 'The total of the cart is not the expected one. Nothing was bought.'),
  cartId,
});

/** The answer to a purchase was lost. */
export const outcomeUnknown = (
  token: string,
  reference: string | null,
  retryAfterSeconds: number | null,
): Failure => ({
  type: 'OutcomeUnknown',
  ...common(
    'OUTCOME_UNKNOWN',
    retryAfterSeconds === null
      ? 'The gateway could not find out whether the tickets were bought. Ask the support desk, with the reference.'
      : 'It is not known yet whether the tickets were bought. Do not buy again.',
    { retryAfterSeconds },
  ),
  token,
  reference,
});

/** Another operation on the cart is still under way upstream, and only one may be. */
export const cartBusy = (requestId: string): Failure =>
  upstreamFailed(requestId, 'UNAVAILABLE', 'Another operation on this cart is still under way.', {
    retryable: true,
    retryAfterSeconds: 1,
  });

/** The same idempotency key came with another input. */
export const idempotencyConflict = (): Failure => ({
  type: 'IdempotencyConflict',
  ...common('KEY_REUSED', 'This idempotency key was used before, with another input.'),
});

/** Upstream, or the connection to it, failed. The shopper cannot change that. */
export const upstreamFailed = (
  requestId: string,
  code: FailureCode,
  message: string,
  more?: Partial<Common>,
): Failure => ({
  type: 'UpstreamFailed',
  ...common(code, message, more),
  requestId,
});

/** Upstream polled for longer than the gateway waits. */
export const gaveUpPolling = (requestId: string): Failure =>
  upstreamFailed(requestId, 'GAVE_UP_POLLING', 'Upstream had no result in time.', {
    retryable: true,
  });

/** This process is shutting down and takes no new carts; another process does. */
export const shuttingDown = (requestId: string): Failure =>
  upstreamFailed(requestId, 'SHUTTING_DOWN', 'This gateway is shutting down.', {
    retryable: true,
    retryAfterSeconds: 1,
  });

/** A call whose answer is lost because the process that made it ended. */
export const interrupted = (requestId: string): Failure =>
  upstreamFailed(requestId, 'UNAVAILABLE', 'The gateway was interrupted before it had an answer.', {
    retryable: true,
  });
