import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const RANDOM_BYTES = 16;
const UUID_LENGTH = 36;

/** Generated together and cut from one text: `randomUUID` joins each of twenty pieces. */
const IDS_AT_ONCE = 256;

let generated = '';
let used = 0;

/** The id that a proxy in front gave the request, if it is a plausible one, so that logs can be correlated; else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : newId();
}

/** A random UUID (version 4): a client may send it back, and mere hex digits can look like a card number. */
function newId(): string {
  if (used === generated.length) {
    const hex = randomBytes(IDS_AT_ONCE * RANDOM_BYTES).toString('hex');
    generated = hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/g, '$1-$2-4$3-8$4-$5');
    used = 0;
  }
  used += UUID_LENGTH;
  return generated.slice(used - UUID_LENGTH, used);
}
