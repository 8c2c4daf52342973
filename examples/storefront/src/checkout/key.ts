/**
 * Returns a new random key, as unique as a UUID. `crypto.randomUUID` exists only on https and localhost: a phone that opens
 * the shop over the local network has neither.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
