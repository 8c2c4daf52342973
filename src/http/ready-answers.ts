import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';

import { LRUCache } from 'lru-cache';

import type { Clock } from '../clock';
import type { Validity } from '../events/validity';
import { type Utf8, quickest } from '../graphql/utf8';
import { COST_HEADER } from '../graphql/limits/plugin';
import { FRONTEND_KEY_HEADER } from './frontend-keys';

/** A request, as far as the answer to a public read can depend on it. */
export interface Request {
  /** What it is looked up by. Two different ones may share it; then one takes the place of the other. */
  readonly mark: number;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly contentType: string | undefined;
  readonly accept: string | undefined;
  readonly body: Buffer;
}

/** A whole answer as it was just made, and for how long it is true. */
export interface FreshAnswer {
  readonly contentType: string;
  readonly text: Utf8;
  readonly validity: Validity;
}

/** A whole answer to a read of public event data that is kept. */
export interface ReadyAnswer {
  readonly request: Request;
  readonly contentType: string;
  readonly body: Utf8 | Buffer;
  readonly validity: Validity;
  /** When the catalogue was last told that the events in it are in use. */
  touchedMs: number;
  /** Made of the body when it is first asked for: only answers to GET are known by it. */
  etag?: string;
}

/** Requests with more bytes than this are not looked up: they hardly come twice. */
const LONGEST_REQUEST = 16 * 1024;

/** How often, at most, the events of an answer that is served are reported to be in use. */
const TOUCH_EVERY_MS = 1000;

/** What an entry costs beside its texts. */
const OVERHEAD_BYTES = 1024;

/** Of how many requests that came once it is known, at most, that they came: a power of 2. */
const SEEN_PLACES = 2 ** 14;

/**
 * Whole answers in front of everything that makes them. Nobody can tell that it is there but by the time it takes:
 *
 * - An answer is found by *all* that it can depend on: method, address, body, and the headers that decide on its form,
 *   compared byte for byte.
 *   Other headers only reach operations that are not kept here (a caller's address or token decides nothing in a public
 *   read), or are answered to outside of this cache (origin, request id); one that asks for more is not looked up.
 * - An answer is kept only where its `validity` is vouched for: it came without errors from an operation all of whose
 *   root fields are known to hold public event data. Nothing of a cart, an order or a caller can be in it.
 * - It is served only while `validity` says that it is true: each event in it is the one that the catalogue would serve
 *   as fresh at this moment (one that was read anew or pushed out takes all its answers along), and nothing that was
 *   worked out from the time of day (`sellable`, `maintenance`) has changed since, whichever way the clock was set.
 *   Made anew at this moment, the answer would be the same.
 * - A document that a limit refuses has no answer, so it finds none here; limits on callers are applied before.
 *
 * It is bounded in bytes, keys and overhead counted. What is no longer true goes when it is asked for, or last in use.
 */
export class ReadyAnswers {
  readonly #answers: LRUCache<number, ReadyAnswer>;
  /**
   * Marks of requests that came once, each at a place that it says itself, where a later one takes its turn. Most of those
   * that do not come again would only push others out.
   */
  readonly #seen = new Int32Array(SEEN_PLACES);

  /** @param clock what the catalogue of events goes by; `dayClock`: the time of day. */
  constructor(
    maxBytes: number,
    private readonly clock: Clock,
    private readonly dayClock: Clock,
  ) {
    this.#answers = new LRUCache<number, ReadyAnswer>({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 16),
      sizeCalculation: ({ body, request }) => body.length + bytesOf(request) + OVERHEAD_BYTES,
    });
  }

  /** The answer to a request, if there is one that is still true. */
  find(request: Request): ReadyAnswer | undefined {
    const answer = this.#answers.get(request.mark);
    if (!answer || !isSame(answer.request, request)) return undefined;
    const nowMs = this.clock.now();
    if (answer.validity.leftMs(nowMs, this.dayClock.now()) <= 0) {
      this.#answers.delete(request.mark);
      return undefined;
    }
    if (nowMs - answer.touchedMs >= TOUCH_EVERY_MS) {
      answer.touchedMs = nowMs;
      answer.validity.touch();
    }
    return answer;
  }

  /** The answer as it goes out, kept when its request has come before; null: it is true for no time at all. */
  keep(request: Request, { contentType, text, validity }: FreshAnswer): ReadyAnswer | null {
    const nowMs = this.clock.now();
    if (validity.leftMs(nowMs, this.dayClock.now()) <= 0) return null;
    const answer = { request, contentType, body: quickest(text), validity, touchedMs: nowMs };
    if (validity.showsNew || !this.#hasSeen(request.mark)) return answer;
    // The body is a piece of what a socket has read, all of which would be kept with it.
    this.#answers.set(request.mark, { ...answer, request: { ...request, body: Buffer.from(request.body) } });
    return answer;
  }

  #hasSeen(mark: number): boolean {
    const place = mark & (SEEN_PLACES - 1);
    if (this.#seen[place] === mark) return true;
    this.#seen[place] = mark;
    return false;
  }

  /** For how much longer an answer is true, in milliseconds. */
  leftMs(answer: ReadyAnswer): number {
    return answer.validity.leftMs(this.clock.now(), this.dayClock.now());
  }
}

/**
 * A request as it is looked up; null for one that is not worth remembering. Its mark is a checksum: who makes up a request
 * with the mark of another's can push out its answer, and that answer is made anew for less than it took to make his.
 */
export function requestOf({ method, url = '', headers }: IncomingMessage, body: Buffer): Request | null {
  if (headers[COST_HEADER] !== undefined) return null;
  const { 'content-type': contentType, accept } = headers;
  const forms = (accept?.length ?? 0) + 256 * (contentType?.length ?? 0);
  // As a signed integer, of which V8 makes no object.
  const mark = crc32(method === 'POST' ? body : url, forms) | 0;
  const request = { mark, method, url, contentType, accept, body };
  return bytesOf(request) > LONGEST_REQUEST ? null : request;
}

const isSame = (one: Request, other: Request): boolean =>
  one.method === other.method &&
  one.url === other.url &&
  one.contentType === other.contentType &&
  one.accept === other.accept &&
  one.body.equals(other.body);

/** How much memory a request takes at most: a character of its texts may take two bytes. */
const bytesOf = ({ url = '', contentType = '', accept = '', body }: Request): number =>
  body.length + 2 * (url.length + contentType.length + accept.length);

/** The tag that names the bytes of an answer. */
const etagOf = (answer: ReadyAnswer): string =>
  (answer.etag ??= `"${createHash('sha256').update(answer.body).digest('base64url')}"`);

/**
 * The status and headers under which an answer that is true for `leftMs` goes out to a GET, so that browsers and CDNs can
 * help: they may serve it again for as long as it is sure to be true, and then ask whether it still is.
 */
export function toGet(
  request: IncomingMessage,
  answer: ReadyAnswer,
  leftMs: number,
): { status: 200 | 304; headers: OutgoingHttpHeaders } {
  const etag = etagOf(answer);
  const headers = {
    etag,
    // Who must show a key must not get from a cache what somebody else's key has brought there.
    vary: `Origin, Accept, ${FRONTEND_KEY_HEADER}`,
    'cache-control': `public, max-age=${Math.max(Math.floor(leftMs / 1000), 0)}`,
  };
  const has = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return has?.includes(etag)
    ? { status: 304, headers }
    : { status: 200, headers: { ...headers, 'content-type': answer.contentType } };
}
