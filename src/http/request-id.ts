import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** 16 random bytes in hex, as in a W3C trace context: never the same twice, and nothing can be told from it. */
const ID_LENGTH = 32;

/** Made at once: the system's random bytes are dear in small portions, and so is putting a text together. */
const IDS_AT_ONCE = 256;

let made = '';
let used = 0;

/** The id that a proxy in front gave the request, if it is one, so that logs can be followed through; else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : newId();
}

function newId(): string {
  if (used === made.length) {
    made = randomBytes((IDS_AT_ONCE * ID_LENGTH) / 2).toString('hex');
    used = 0;
  }
  used += ID_LENGTH;
  return made.slice(used - ID_LENGTH, used);
}
