declare const utf8: unique symbol;

/**
 * The bytes of a text in UTF-8, as a string with one character for each byte. It is joined as fast as any string, its
 * length is the number of bytes, and it is sent (as Latin-1) without being encoded again.
 */
export type Utf8 = string & { readonly [utf8]: true };

/** The bytes of `text`. */
export const utf8Of = (text: string): Utf8 =>
  (Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString('latin1')) as Utf8;

/** The longest body for which one write, copied behind its head, is faster than two. */
const LONGEST_COPIED = 4 * 1024;

/** The bytes of a response in the form that is sent fastest: a buffer, or for a short one a string. */
export type Body = Utf8 | Buffer;

/** A body in the form that is sent fastest. */
export const quickest = (bytes: Utf8): Body => (bytes.length > LONGEST_COPIED ? bufferOf(bytes) : bytes);

/** Bytes of any kind in the form that is sent fastest. */
export const bodyOf = (bytes: Buffer): Body =>
  bytes.length > LONGEST_COPIED ? bytes : (bytes.toString('latin1') as Utf8);

/** The bytes of a body. */
export const bufferOf = (body: Body): Buffer =>
  typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
