declare const utf8: unique symbol;

/**
 * The bytes of a text in UTF-8, as a string with one character for each: put together as quickly as any string, as long
 * as it is in bytes, and sent (as Latin-1) without being looked at again.
 */
export type Utf8 = string & { readonly [utf8]: true };

/** The bytes of `text`. */
export const utf8Of = (text: string): Utf8 =>
  (Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString('latin1')) as Utf8;

/** The longest answer that is quicker copied behind its head than sent in a piece of its own. */
const LONGEST_COPIED = 4 * 1024;

/** An answer as it goes out quickest. */
export const quickest = (bytes: Utf8): Utf8 | Buffer =>
  bytes.length > LONGEST_COPIED ? Buffer.from(bytes, 'latin1') : bytes;
