import { request, type Dispatcher } from 'undici';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox';
import { events, SEATED } from './events';
import { ManualClock } from './manual-clock';

/** Every field that a test reads in any JSON reply. Which are present depends on the call. */
export interface Body {
  issued_at: string;
  expires_in: string;
  access_token: string;
  cart_id: string;
  polling_url: string;
  wait: number;
  error: { code: number };
  fault: { faultstring: string; detail: { errorcode: string } };
  cart: {
    hold_time: number;
    items: Record<'section' | 'row' | 'start_seat_number' | 'end_seat_number', string>[];
    totals: Record<string, number>;
    payments: Record<string, unknown>[];
  };
  id: string;
  value: string;
  order_token: string;
  order_number: string;
  tickets: Record<string, unknown>[];
  data: Record<string, unknown>[];
  events: Record<string, unknown>[];
  event: { tickets: { inventory: Record<string, unknown>[]; offers: Record<string, unknown>[] }[] };
}

/** A reply read in full. `body` is empty if it is not JSON. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: Body;
}

interface CallOptions {
  method?: Dispatcher.HttpMethod;
  body?: unknown;
  /** Sent in addition to the token and the client's address; null omits one of those. */
  headers?: Record<string, string | null>;
  /** Replaces the API key; null omits it. */
  apiKey?: string | null;
  signal?: AbortSignal;
}

interface ReserveOptions {
  eventId?: string;
  cartId?: string;
  poll?: boolean;
  signal?: AbortSignal;
  /** Any other field is part of `event` in the body. */
  [field: string]: unknown;
}

/** A partner with its own sandbox and a clock that only the test moves. */
export class Partner {
  private token = '';

  private constructor(
    readonly sandbox: Sandbox,
    readonly clock: ManualClock,
  ) {}

  static async start(options: SandboxOptions = {}, clock = new ManualClock()): Promise<Partner> {
    const sandbox = await startSandbox({ clock, events: events(), ...options });
    const partner = new Partner(sandbox, clock);
    await partner.newToken();
    return partner;
  }

  /** Requests an access token and uses it from then on. */
  async newToken(): Promise<Reply> {
    const { apiKey, apiSecret } = this.sandbox;
    const reply = await this.requestToken('grant_type=client_credentials', `${apiKey}:${apiSecret}`);
    this.token = reply.body.access_token;
    return reply;
  }

  requestToken(
    form: string,
    credentials: string,
    apiKey: string | null = this.sandbox.apiKey,
  ): Promise<Reply> {
    return this.call('/oauth/accesstoken', {
      method: 'POST',
      body: form,
      apiKey,
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  }

  /** Calls the API. `path` may have a query. A body that is not a string is sent as JSON. */
  call(path: string, { apiKey = this.sandbox.apiKey, ...options }: CallOptions = {}): Promise<Reply> {
    const url = new URL(this.sandbox.url + path);
    if (apiKey !== null) url.searchParams.set('apikey', apiKey);
    return this.get(url.href, options);
  }

  /** Calls a whole URL, such as a polling URL. */
  async get(url: string, { method = 'GET', body, headers = {}, signal }: CallOptions = {}): Promise<Reply> {
    const all = { authorization: `Bearer ${this.token}`, 'true-client-ip': '203.0.113.7', ...headers };
    const response = await request(url, {
      method,
      headers: Object.fromEntries(
        Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
      ),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.body.text();
    return { status: response.statusCode, headers: response.headers, text, body: json(text) };
  }

  /** Reserves tickets: `tickets` maps types to quantities, `more` are other fields of `event`. */
  reserve(
    tickets: Record<string, number>,
    { eventId = SEATED, cartId, poll = false, signal, ...more }: ReserveOptions = {},
  ): Promise<Reply> {
    return this.call('/cart/tickets', {
      method: 'PUT',
      headers: { 'x-tm-force-polling': poll ? 'true' : null },
      body: {
        ...(cartId === undefined ? {} : { cart_id: cartId }),
        event: {
          id: eventId,
          tickets: Object.entries(tickets).map(([id, quantity]) => ({ id, quantity })),
          ...more,
        },
      },
      ...(signal === undefined ? {} : { signal }),
    });
  }

  delete(cartId: string, poll = false): Promise<Reply> {
    return this.call(`/cart?cart_id=${encodeURIComponent(cartId)}`, {
      method: 'DELETE',
      headers: { 'x-tm-force-polling': poll ? 'true' : null },
    });
  }

  openCart(token: unknown): Promise<Reply> {
    return this.call('/cart', { method: 'POST', body: { token } });
  }
}

/** The seats of a cart as `section/row/first-last`. */
export function seatsOf({ body }: Reply): string {
  return body.cart.items
    .map((item) => `${item.section}/${item.row}/${item.start_seat_number}-${item.end_seat_number}`)
    .join();
}

/** The cart id in a polling URL. */
export function cartIdIn(pollingUrl: string): string {
  return new URL(pollingUrl).searchParams.get('cart_id') ?? '';
}

function json(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {} as Body;
  }
}
