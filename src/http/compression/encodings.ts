import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The content encodings of this server, the smaller first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a client wants its responses compressed. */
export interface AcceptedEncoding {
  /** The encoding that it prefers of those that this server knows; null: none, or it prefers no encoding. */
  readonly encoding: Encoding | null;
  /** Bodies with fewer bytes are sent as they are: 0 for a client that refuses them so (`identity;q=0`). */
  readonly fromBytes: number;
}

/**
 * Smaller bodies gain nothing: with their head they fill one packet, compressed or not. Above it, the first flight of a
 * connection (some 14 kB) holds several times as much.
 */
const WORTH_BYTES = 1024;

export const UNCOMPRESSED: AcceptedEncoding = { encoding: null, fromBytes: 0 };

/** Results for the latest values of `Accept-Encoding`: there are few honest ones. */
const negotiated = new LRUCache<string, AcceptedEncoding>({ max: 100, memoMethod: negotiate });
/** The last of them: most clients send the same value, and comparing is faster than a lookup. */
let last = { acceptEncoding: '', accepted: UNCOMPRESSED };

/** What a value of the header `Accept-Encoding` means here. Without one, nothing is compressed. */
export function encodingFor(acceptEncoding = ''): AcceptedEncoding {
  if (acceptEncoding !== last.acceptEncoding)
    last = { acceptEncoding, accepted: negotiated.memo(acceptEncoding) };
  return last.accepted;
}

/** The types of negotiator do not know `preferred`. */
interface Negotiation {
  encodings(available: string[], options: { preferred: string[] }): string[];
}

function negotiate(acceptEncoding: string): AcceptedEncoding {
  const negotiator: Negotiation = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  // Qualities are nearly always equal; then the smaller form.
  const order = negotiator.encodings([...ENCODINGS, 'identity'], { preferred: [...ENCODINGS] });
  const first = order[0];
  const encoding = ENCODINGS.find((known) => known === first) ?? null;
  return { encoding, fromBytes: order.includes('identity') ? WORTH_BYTES : 0 };
}
