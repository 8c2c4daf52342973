import type { ApolloServerErrorCode } from '@apollo/server/errors';

import type { FailureCode } from './generated';

/** What a frontend does about a code, as the frontend guide has it. */
export interface Advice {
  /** What to show the shopper; empty: nothing, since no shopper can cause it. */
  readonly show: string;
  /** What the client, its developer or the operator does. */
  readonly act: string;
}

/** Advice on the code of an error. */
export interface ErrorAdvice extends Advice {
  /** The HTTP status, where the whole request is refused; otherwise the error is within a response. */
  readonly status?: string;
  readonly means: string;
}

const BUSY = 'that the service is busy';
const LATER = 'that it did not work, with the id of the request';
const AGAIN = 'Repeat the request.';
const FIX = 'Fix the client.';

/**
 * Every `extensions.code` of a GraphQL error, those of Apollo Server included. Errors are for developers and operators
 * to correct; shoppers meet failures. The table in docs/frontend-guide.md is generated from this.
 */
export const ERRORS = {
  BAD_REQUEST: {
    status: '400',
    means: 'The request is malformed: no JSON, not UTF-8, no query, or a parameter of the wrong kind.',
    show: '',
    act: FIX,
  },
  OVER_LIMIT: {
    status: '400',
    means: 'The request asks for more than `limit` allows: see [limits](limits.md).',
    show: '',
    act: 'Ask for less, in several requests.',
  },
  GRAPHQL_PARSE_FAILED: { means: 'The document is not GraphQL.', show: '', act: FIX },
  GRAPHQL_VALIDATION_FAILED: {
    means: 'The document does not fit the schema.',
    show: '',
    act: 'Generate the client again from the schema of this gateway.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    means: 'The document has no operation of that name, or several and none is named.',
    show: '',
    act: 'Send `operationName`.',
  },
  BAD_USER_INPUT: {
    means:
      'A variable or argument has the wrong type or form, holds a card number in the clear, or asks for something that ' +
      'the Partner API of this gateway lacks.',
    show: 'that the input is wrong, if the shopper typed it',
    act: 'Correct what the message names.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    means: 'No document is registered under this id. Status 400 for a trusted document.',
    show: '',
    act: "Apollo's automatic persisted queries: send the query as well. Trusted documents: deploy the manifest first.",
  },
  PERSISTED_QUERY_REQUIRED: {
    status: '400',
    means: 'Only [trusted documents](#trusted-documents) are answered.',
    show: '',
    act: 'Send the id of one.',
  },
  PERSISTED_QUERY_INVALID: {
    status: '400',
    means: '`extensions.persistedQuery` is malformed, or its hash is not that of the query.',
    show: '',
    act: FIX,
  },
  UNAUTHENTICATED: {
    status: '401',
    means: 'The key of a frontend is missing or unknown.',
    show: LATER,
    act: 'Send the key that the operator gave you as `x-frontend-key`.',
  },
  FORBIDDEN: {
    means: "The field is the operator's.",
    show: '',
    act: 'Do not select it, or send the `OPERATOR_TOKEN` from a server.',
  },
  ORIGIN_NOT_ALLOWED: {
    status: '403',
    means: 'The page that sent the request is of an origin that may not call.',
    show: LATER,
    act: 'The operator names the origin in `ALLOWED_ORIGINS`.',
  },
  NOT_FOUND: { status: '404', means: 'There is nothing at this address.', show: '', act: FIX },
  METHOD_NOT_ALLOWED: {
    status: '405',
    means: 'The address is not answered by this method; mutations only by POST.',
    show: '',
    act: 'Use a method of the header `Allow`.',
  },
  NOT_ACCEPTABLE: {
    status: '406',
    means: '`Accept` admits no form of the response. A subscription needs `text/event-stream`.',
    show: '',
    act: 'Send the `Accept` that the message names. Nothing was carried out.',
  },
  PAYLOAD_TOO_LARGE: { status: '413', means: 'The body is too large.', show: '', act: 'Send less.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: '415',
    means: 'The body is not `application/json` in UTF-8, or is compressed.',
    show: '',
    act: FIX,
  },
  WEBSOCKETS_UNSUPPORTED: {
    status: '400',
    means: 'There are no WebSockets.',
    show: '',
    act: 'Subscribe by server-sent events.',
  },
  RATE_LIMITED: {
    status: '429',
    means: 'Too many requests from this address or frontend. Mutations are `Throttled` instead.',
    show: BUSY,
    act: 'Wait `retryAfterSeconds`, and send fewer requests.',
  },
  UPSTREAM_TIMEOUT: { means: 'Upstream did not respond in time.', show: LATER, act: AGAIN },
  UPSTREAM_UNAVAILABLE: {
    means: 'Upstream is unreachable, or reports that it is down.',
    show: 'that the box office cannot be reached',
    act: 'Repeat the request after some seconds.',
  },
  UPSTREAM_QUOTA: {
    means: 'The quota for calls to upstream is exhausted for now. In a list, only its entry is null.',
    show: BUSY,
    act: 'Repeat the request after `retryAfterSeconds`.',
  },
  UPSTREAM_UNAUTHORIZED: {
    means: "Upstream refuses the gateway's key.",
    show: LATER,
    act: 'The operator checks `PARTNER_API_KEY` and `PARTNER_API_SECRET`.',
  },
  UPSTREAM_UNEXPECTED: {
    means: "The gateway cannot read upstream's response.",
    show: LATER,
    act: 'Report it with the id of the request.',
  },
  OVERLOADED: {
    means: 'More calls to upstream wait than may.',
    show: BUSY,
    act: 'Repeat the request after some seconds.',
  },
  LEDGER_UNAVAILABLE: {
    means: 'The gateway cannot write to its ledger, so nothing was carried out.',
    show: LATER,
    act: 'The operator checks the disk of `STATE_DIR`, or the database of `DATABASE_URL`.',
  },
  INTERNAL_SERVER_ERROR: {
    means: 'A defect of the gateway. Status 500 if there is no response at all.',
    show: LATER,
    act: 'Report it with the id of the request.',
  },
} satisfies Record<
  Exclude<`${ApolloServerErrorCode}`, 'PERSISTED_QUERY_NOT_SUPPORTED'> | 'BAD_REQUEST',
  ErrorAdvice
> &
  Record<string, ErrorAdvice>;

/** The `extensions.code` of an error. A new one needs a row in `ERRORS`. */
export type ErrorCode = keyof typeof ERRORS;

/** Whether a value is the code of an error. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERRORS, code);

const ANOTHER_CARD = 'that another card is needed; the seats are still held';
const SOLVED = 'Call again with its token and a new key, or go on [in line](#standing-in-line).';
const RESERVE_AGAIN = 'Reserve again, with a new `idempotencyKey`.';

/**
 * What to do about the code of each failure, beside what its description in the schema says. A new code needs a row here.
 */
export const FAILURES: Readonly<Record<FailureCode, Advice>> = {
  BAD_FIELD: { show: 'the field, as wrong', act: 'Let the shopper correct it, and call again.' },
  QUANTITY_RULE: { show: 'the numbers that may be chosen', act: 'Let the shopper choose another number.' },
  UNKNOWN_TICKET: { show: 'the tickets, read again', act: 'Read `Event.tickets` again.' },
  UNSUPPORTED: { show: 'the other payments', act: 'Do not offer what the message names.' },
  UNKNOWN_DELIVERY: { show: 'the deliveries, read again', act: 'Read `Cart.shippingOptions` again.' },
  PLAIN_CARD_DATA: {
    show: 'the field, as wrong: no card numbers here',
    act: 'Encrypt the card with `encryptCard`; empty any other field.',
  },
  NO_INVENTORY: {
    show: 'that no such seats are free',
    act: 'Offer fewer tickets, another price or another area.',
  },
  LIMIT_EXCEEDED: { show: 'that `limit` is the most', act: 'Offer fewer tickets.' },
  CAPTCHA_REQUIRED: { show: 'the `captcha`', act: SOLVED },
  CAPTCHA_INVALID: { show: 'a new `captcha`', act: SOLVED },
  NOT_TRANSACTABLE: { show: 'that it is not on sale here', act: 'Send the shopper to `redirectUrl`.' },
  UNKNOWN_EVENT: { show: 'that there is no such event', act: 'Check the id.' },
  CART_UNKNOWN: { show: 'that the cart is gone', act: RESERVE_AGAIN },
  CART_EXPIRED: { show: 'that the time ran out', act: RESERVE_AGAIN },
  CART_RELEASED: { show: 'that the seats were given back', act: RESERVE_AGAIN },
  CART_PURCHASED: { show: 'that the tickets are bought', act: 'Show `Cart.receipt`.' },
  DECLINED: { show: ANOTHER_CARD, act: '`setCartPayment` and `purchaseCart` again.' },
  NO_FUNDS: { show: ANOTHER_CARD, act: '`setCartPayment` and `purchaseCart` again.' },
  SECURITY_CODE_INVALID: {
    show: 'the security code, as wrong',
    act: '`setCartPayment` and `purchaseCart` again.',
  },
  TOTAL_CHANGED: {
    show: 'the new total of `cart`',
    act: 'If the shopper agrees, call `purchaseCart` with it.',
  },
  NIGHTLY_MAINTENANCE: { show: 'that it is closed until `window.endsAt`', act: 'Call again then.' },
  CALLER_QUOTA: { show: BUSY, act: 'Wait `retryAfterSeconds`, and send fewer calls.' },
  UPSTREAM_QUOTA: { show: BUSY, act: 'Call again after `retryAfterSeconds`.' },
  QUEUE_FULL: { show: 'that the line is full', act: 'Call again after `retryAfterSeconds`.' },
  KEY_REUSED: { show: '', act: 'Fix the client: a new key for each attempt.' },
  OUTCOME_UNKNOWN: {
    show: 'that the purchase is being checked, and `reference`',
    act: 'Poll the token. **Do not buy again.**',
  },
  TIMEOUT: { show: 'that it did not work', act: 'Call again with a new key.' },
  UNAVAILABLE: {
    show: 'that the box office cannot be reached',
    act: 'Call again after `retryAfterSeconds`.',
  },
  GAVE_UP_POLLING: { show: 'that it took too long', act: 'Call again later with a new key.' },
  UNEXPECTED: { show: 'that it did not work, and `requestId`', act: 'Report it with the `requestId`.' },
  SHUTTING_DOWN: { show: 'nothing yet', act: 'Call again at once.' },
};
