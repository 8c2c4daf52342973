import { createHmac } from 'node:crypto';

import type { Caller } from '../partner-api/model/caller';
import { type Failure, invalidInput } from './failures';
import { cartIdOfDigest } from './token';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** As many random letters and digits as a UUID has random bits. */
const SHORTEST_KEY = 21;
const LONGEST_KEY = 128;
/** Fewer are no random text: of 32 random hexadecimal digits fewer than six differ once in 10^11 keys. */
const LEAST_DIFFERENT = 6;

/**
 * The id of the cart that an idempotency key stands for: the same in every process, now and after a restart, and from every
 * network. Without `secret` it cannot be guessed.
 */
export const cartIdOfKey = (secret: string, key: string): string => digest(secret, [key]);

/** The id that earlier releases gave the cart: the shopper's address and user agent were part of it. */
export const earlierCartIdOfKey = (secret: string, { ip, userAgent, userId }: Caller, key: string): string =>
  digest(secret, [ip, userAgent ?? null, userId ?? null, key]);

const digest = (secret: string, of: readonly unknown[]): string =>
  cartIdOfDigest(createHmac('sha256', secret).update(JSON.stringify(of)).digest());

/**
 * Why a key cannot be used for a new cart; null if it can. Who knows the key and the input gets the cart, so nobody may be
 * able to guess it.
 */
export function checkKey(key: string): Failure | null {
  const isRandom = UUID.test(key) || (key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY);
  if (isRandom && new Set(key).size >= LEAST_DIFFERENT) return null;
  const message =
    `Use a UUID, such as crypto.randomUUID() gives, or ${SHORTEST_KEY} to ${LONGEST_KEY} random characters. ` +
    'A key that can be guessed would show one shopper the cart of another.';
  return invalidInput([{ path: 'idempotencyKey', message, code: 'BAD_FIELD' }]);
}
