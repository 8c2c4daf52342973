/**
 * A key that nobody has used before, as good as a UUID. Not `crypto.randomUUID`: that is only there on https and on
 * this machine, and a phone that tries the shop over the local network has neither.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
