import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';

import { LRUCache } from 'lru-cache';

import type { Clock, WallClock } from '../clock';
import type { Validity } from '../events/validity';
import { type Body, type Utf8, quickest } from '../utf8';
import { COST_HEADER } from '../graphql/limits/plugin';
import type { OperationFacts } from '../graphql/summary';

/** The parts of a request on which the response to a public read can depend. */
export interface Request {
  /** The key under which it is stored. If two requests have the same checksum, the later one replaces the other. */
  readonly checksum: number;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly contentType: string | undefined;
  readonly accept: string | undefined;
  readonly body: Buffer;
}

/** A response that was just built, and for how long it is true. */
export interface FreshAnswer {
  readonly contentType: string;
  readonly text: Utf8;
  readonly validity: Validity;
  readonly operation: OperationFacts | null;
}

/** A stored response to a read of public event data. */
export interface ReadyAnswer {
  readonly request: Request;
  readonly contentType: string;
  readonly body: Body;
  /** Its compressed forms by content encoding, each once it was needed. */
  readonly compressed?: Readonly<Record<string, Body>>;
  readonly validity: Validity;
  /** The operation that it answers. */
  readonly operation: OperationFacts | null;
  /** When its events were last marked as recently used, in milliseconds of the steady clock. */
  touchedMs: number;
  /** Computed when first needed: only responses to GET have one. */
  etag?: string;
}

/** Requests with more bytes than this are not looked up: they are rarely repeated. */
const LONGEST_REQUEST = 16 * 1024;

/** The shortest time between two marks of the same response's events as recently used. */
const TOUCH_EVERY_MS = 1000;

/** The memory of an entry without its texts. */
const OVERHEAD_BYTES = 1024;

/** How many requests that came once are remembered, at most. A power of 2. */
const SEEN_PLACES = 2 ** 14;

/**
 * Stores whole responses. Apart from the time it takes, a stored response is the same as a new one:
 *
 * - A response is found by *all* that it can depend on: method, address, body, and the headers that decide on its format,
 *   compared byte for byte. Other headers do not matter to public reads (a caller's address or token), or are handled
 *   outside of this cache (origin, request id). A request for the operation's cost is not looked up.
 * - A response is stored only if its `validity` is vouched for: it has no errors, and all root fields of its operation are
 *   known to return public event data. It contains nothing about a cart, an order or a caller.
 * - It is served only while its `validity` states that it is true: the catalogue would serve each of its events as fresh
 *   at this moment (reading an event again, or evicting it, ends all its responses), and nothing that depends on the time
 *   of day (`sellable`, `maintenance`) has changed since, even if the wall clock was set. Built again at this moment, the
 *   response would be the same.
 * - A document that a limit refuses has no stored response. Limits on callers are applied before the lookup.
 *
 * Bounded in bytes, including keys, compressed forms and overhead. A response is removed when a lookup finds it expired, or when it is the
 * least recently used.
 */
export class ReadyAnswers {
  readonly #answers: LRUCache<number, ReadyAnswer>;
  /** The most that one answer may take. */
  readonly #mostBytes: number;
  /**
   * Checksums of requests that came once, each at a place given by its last bits, where a later one replaces it. Most
   * requests are never repeated, and storing their responses would only evict others.
   */
  readonly #seen = new Int32Array(SEEN_PLACES);
  #hits = 0;
  #misses = 0;

  /** @param clock the steady clock, which the event catalogue uses. `wallClock` is for the time of day. */
  constructor(
    maxBytes: number,
    private readonly clock: Clock,
    private readonly wallClock: WallClock,
  ) {
    this.#mostBytes = Math.ceil(maxBytes / 16);
    this.#answers = new LRUCache<number, ReadyAnswer>({
      maxSize: maxBytes,
      maxEntrySize: this.#mostBytes,
      sizeCalculation: sizeOf,
    });
  }

  /** The stored response to a request, if there is one that is still true. */
  find(request: Request): ReadyAnswer | undefined {
    const answer = this.#answers.get(request.checksum);
    if (!answer || !isSame(answer.request, request)) return this.#missed();
    const nowMs = this.clock.now();
    if (answer.validity.leftMs(nowMs, this.wallClock.now()) <= 0) {
      this.#answers.delete(request.checksum);
      return this.#missed();
    }
    this.#hits++;
    if (nowMs - answer.touchedMs >= TOUCH_EVERY_MS) {
      answer.touchedMs = nowMs;
      answer.validity.touch();
    }
    return answer;
  }

  /** The response to send, stored if its request has come before. Null if it cannot be reused at all. */
  keep(request: Request, { contentType, text, validity, operation }: FreshAnswer): ReadyAnswer | null {
    const nowMs = this.clock.now();
    if (validity.leftMs(nowMs, this.wallClock.now()) <= 0) return null;
    const answer = { request, contentType, body: quickest(text), validity, operation, touchedMs: nowMs };
    if (validity.showsNew || !this.#hasSeen(request.checksum)) return answer;
    // The body is a slice of a socket's read buffer, which would be kept whole. So it is copied.
    const stored = { ...answer, request: { ...request, body: Buffer.from(request.body) } };
    this.#answers.set(request.checksum, stored);
    return stored;
  }

  /** Stores a compressed form of a response with it, if it is still stored and there is room. */
  keepCompressed({ request, body }: ReadyAnswer, encoding: string, form: Body): void {
    const stored = this.#answers.peek(request.checksum);
    if (!stored || stored.body !== body) return;
    // A new object: the cache does not measure the same one again.
    const extended = { ...stored, compressed: { ...stored.compressed, [encoding]: form } };
    if (sizeOf(extended) <= this.#mostBytes) this.#answers.set(request.checksum, extended);
  }

  /** How often a stored response was found and not found, and the bytes that are stored. */
  report(): { readonly hits: number; readonly misses: number; readonly bytes: number } {
    return { hits: this.#hits, misses: this.#misses, bytes: this.#answers.calculatedSize };
  }

  #missed(): undefined {
    this.#misses++;
  }

  #hasSeen(checksum: number): boolean {
    const place = checksum & (SEEN_PLACES - 1);
    if (this.#seen[place] === checksum) return true;
    this.#seen[place] = checksum;
    return false;
  }

  /** For how much longer a response is true, in milliseconds. */
  leftMs(answer: ReadyAnswer): number {
    return answer.validity.leftMs(this.clock.now(), this.wallClock.now());
  }
}

const sizeOf = ({ body, compressed = {}, request }: ReadyAnswer): number =>
  Object.values(compressed).reduce((sum, form) => sum + form.length, body.length) +
  bytesOf(request) +
  OVERHEAD_BYTES;

/**
 * A request as it is looked up. HEAD is answered like GET. Null if it is not worth remembering. A forged checksum collision can only evict an entry,
 * which costs less to rebuild than the forged request costs.
 */
export function requestOf(
  { method: asked, url = '', headers }: IncomingMessage,
  body: Buffer,
): Request | null {
  if (headers[COST_HEADER] !== undefined) return null;
  const { 'content-type': contentType, accept } = headers;
  const method = asked === 'HEAD' ? 'GET' : asked;
  const forms = (accept?.length ?? 0) + 256 * (contentType?.length ?? 0);
  // A signed integer needs no heap object in V8.
  const checksum = crc32(method === 'POST' ? body : url, forms) | 0;
  const request = { checksum, method, url, contentType, accept, body };
  return bytesOf(request) > LONGEST_REQUEST ? null : request;
}

const isSame = (one: Request, other: Request): boolean =>
  one.method === other.method &&
  one.url === other.url &&
  one.contentType === other.contentType &&
  one.accept === other.accept &&
  one.body.equals(other.body);

/** The most memory that a request takes: a character of its texts may take two bytes. */
const bytesOf = ({ url = '', contentType = '', accept = '', body }: Request): number =>
  body.length + 2 * (url.length + contentType.length + accept.length);
