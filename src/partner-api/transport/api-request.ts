/** The name of a call: for logs, counts and budgets. Never its path, which holds ids. */
export type CallName =
  | 'accessToken'
  | 'event'
  | 'captcha'
  | 'openCart'
  | 'reserve'
  | 'shippingOptions'
  | 'setShipping'
  | 'certificate'
  | 'payment'
  | 'purchase'
  | 'deleteCart'
  | 'poll'
  | 'order'
  | 'unredeemed'
  | 'sellableEvents'
  | 'eventByCode'
  | 'availability';

/** A request to the Partner API, before key, token and caller are added. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base path, every segment encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly accept?: string;
  /** Whether the API key is in the query, also in an edition that has it in a header. */
  readonly keyInQuery?: boolean;
}
