import { request } from 'undici';

import { CREATE, DELETE, POLL, type Result, TWO_TICKETS, askOne } from '../../support/carts';
import type { House } from '../../support/house';

const FIELDS = 'id status holdExpiresAt holdSeconds leaseExpiresAt releaseUrl items { section quantity }';
const CART = `query Look($id: ID!) { cart(id: $id) { ${FIELDS} } }`;
const KEEP = `mutation Keep($id: ID!) { keepCart(id: $id) { ${FIELDS} } }`;

type Headers = Record<string, string>;

/** Asks for two tickets of the manual's event, but for what `more` says. */
export const createCart = (
  house: House,
  more: Record<string, unknown> = {},
  headers: Headers = {},
  wait?: number,
): Promise<Result> => askOne(house, CREATE, { input: { ...TWO_TICKETS, ...more }, wait }, headers);

export const pollCart = (house: House, token: string, wait?: number): Promise<Result> =>
  askOne(house, POLL, { token, wait });

/** @param name the cart, by its id or by a token. */
export const deleteCart = (
  house: House,
  name: { cartId: string } | { token: string },
  wait?: number,
): Promise<Result> => askOne(house, DELETE, { input: name, wait });

export const lookAtCart = (house: House, id: string): Promise<Result> => askOne(house, CART, { id });

export const keepCart = (house: House, id: string): Promise<Result> => askOne(house, KEEP, { id });

/** Sends the release beacon, and gives back the status that it is answered with. */
export async function release(releaseUrl: string): Promise<number> {
  const { statusCode, body } = await request(releaseUrl, { method: 'POST' });
  await body.dump();
  return statusCode;
}

/** The cart that a `Pending` or a `Cart` is about. */
export const cartIdOf = (result: Result): string => {
  const { releaseUrl } = result as { releaseUrl: string };
  return releaseUrl.split('/').at(-2) ?? '';
};

/** How often each of upstream's calls was made. */
export const requests = (house: House) => house.sandbox.report().requests;

/** Whether upstream holds anything for this gateway. */
export const isAllGivenBack = ({ sandbox }: House): boolean => {
  const { openCarts, openSessions, heldSeats } = sandbox.report();
  return openCarts + openSessions + heldSeats === 0;
};

/** Lets time pass until upstream holds nothing any more; throws where it still does after `withinMs`. */
export const untilAllGivenBack = (house: House, withinMs = 60_000): Promise<void> =>
  house.clock.untilTrue(() => isAllGivenBack(house), withinMs);

/** What upstream would punish; empty where it has nothing to complain about. */
export const complaints = ({ sandbox }: House): string[] => sandbox.report().violationDetails;
