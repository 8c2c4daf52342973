/** A poll that a 202 asks for. */
export interface PollAddress {
  /** The original call's path and method: `cart/tickets/PUT`. */
  call: string;
  /** Names the poll; nobody can guess it. */
  opaque: string;
  apiKey: string;
  cartId: string;
}

/** What differs between the editions of the manual, but for their paths: see `routes`. */
export interface EditionRules {
  name: '2015' | '2018';
  /** The hours of the night in which hosts are down, by the venue's wall clock; `to` is the first hour after them. */
  closedHours: { from: number; to: number };
  /** The HTTP status of 20001. */
  downStatus: number;
  /** Whether the API key may come as the header `x-api-key`. */
  takesKeyHeader: boolean;
  /** The address of a poll, below the base path. */
  pollingAddress: (poll: PollAddress) => string;
  /** Whether a 202 repeats the cart's id in its body. */
  repeatsCartId: boolean;
  /** Whether a cart's items state what they are, and delivery and processing are items of their own. */
  statesItemKinds: boolean;
}

const encoded = encodeURIComponent;

/** The editions that a sandbox can follow. */
export const EDITIONS = {
  2015: {
    name: '2015',
    closedHours: { from: 2, to: 3 },
    downStatus: 400,
    takesKeyHeader: false,
    pollingAddress: ({ call, opaque, apiKey, cartId }) =>
      `/polling/${call}/${opaque}?apikey=${encoded(apiKey)}&cart_id=${encoded(cartId)}`,
    repeatsCartId: false,
    statesItemKinds: false,
  },
  2018: {
    name: '2018',
    closedHours: { from: 0, to: 2 },
    downStatus: 503,
    takesKeyHeader: true,
    pollingAddress: ({ opaque, cartId }) => `/polling-status?token=${opaque}&cart_id=${encoded(cartId)}`,
    repeatsCartId: true,
    statesItemKinds: true,
  },
} satisfies Record<string, EditionRules>;

/** The name of an edition. */
export type EditionName = `${keyof typeof EDITIONS}`;
