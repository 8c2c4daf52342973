import { randomBytes } from 'node:crypto';

/** 144 random bits, as 24 characters. */
const ID_BYTES = 18;
const NONCE_BYTES = 5;

/** A new cart id: opaque and unguessable. */
export const newCartId = (): string => randomBytes(ID_BYTES).toString('base64url');

/** The cart id that a digest of at least 18 bytes gives. */
export const cartIdOfDigest = (digest: Buffer): string => digest.subarray(0, ID_BYTES).toString('base64url');

/** Whether `text` has the format of a cart id; nothing else is ever looked up. */
export const isCartId = (text: string): boolean => /^[A-Za-z0-9_-]{24}$/.test(text);

/**
 * A polling token: the cart, the number of the operation in it, and random bytes, so that no two tokens are equal and no
 * cache can serve a stale response. It is valid for as long as the cart is remembered.
 */
export const newToken = (cartId: string, operation: number): string =>
  Buffer.concat([Buffer.from(cartId, 'base64url'), Buffer.of(operation), randomBytes(NONCE_BYTES)]).toString(
    'base64url',
  );

/** What a token names. Null if the text is not a token. */
export function readToken(token: string): { cartId: string; operation: number } | null {
  if (!/^[A-Za-z0-9_-]{32}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  return { cartId: bytes.subarray(0, ID_BYTES).toString('base64url'), operation: bytes[ID_BYTES] ?? 0 };
}
