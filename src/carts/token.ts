import { createHmac, randomBytes } from 'node:crypto';

/** 144 random bits, as 24 characters. */
const ID_BYTES = 18;
const NONCE_BYTES = 5;

/** A new cart id: opaque, and not to be guessed. */
export const newCartId = (): string => randomBytes(ID_BYTES).toString('base64url');

/**
 * The id of the cart that an idempotency key stands for: the same key gives the same id in every process, now and after
 * a restart, and without `secret` nobody can tell it.
 *
 * @param scope keeps the keys of one shopper apart from another's.
 */
export const cartIdOfKey = (secret: string, scope: string, key: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([scope, key]))
    .digest()
    .subarray(0, ID_BYTES)
    .toString('base64url');

/** Whether `text` has the shape of a cart id; nothing else is ever looked up. */
export const isCartId = (text: string): boolean => /^[A-Za-z0-9_-]{24}$/.test(text);

/**
 * A polling token: the cart, the number of the operation in it, and some random bytes, so that no two are alike and no
 * cache can serve a stale answer. It stays good as long as the cart is remembered.
 */
export const newToken = (cartId: string, operation: number): string =>
  Buffer.concat([Buffer.from(cartId, 'base64url'), Buffer.of(operation), randomBytes(NONCE_BYTES)]).toString(
    'base64url',
  );

/** What a token names, or null for a text that is none. */
export function readToken(token: string): { cartId: string; operation: number } | null {
  if (!/^[A-Za-z0-9_-]{32}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  return { cartId: bytes.subarray(0, ID_BYTES).toString('base64url'), operation: bytes[ID_BYTES] ?? 0 };
}
