import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const RANDOM_BYTES = 16;
const UUID_LENGTH = 36;

/** Made at once, and cut from one text: `randomUUID` puts each together of twenty pieces. */
const IDS_AT_ONCE = 256;

let made = '';
let used = 0;

/** The id that a proxy in front gave the request, if it is one, so that logs can be followed through; else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : newId();
}

/** A random UUID (version 4): a client may send it back, and mere hex digits can pass for a card number. */
function newId(): string {
  if (used === made.length) {
    const hex = randomBytes(IDS_AT_ONCE * RANDOM_BYTES).toString('hex');
    made = hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/g, '$1-$2-4$3-8$4-$5');
    used = 0;
  }
  used += UUID_LENGTH;
  return made.slice(used - UUID_LENGTH, used);
}
