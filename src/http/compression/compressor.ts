import { type BrotliOptions, type ZlibOptions, brotliCompress, constants, gzip } from 'node:zlib';

import type { Encoding } from './encodings';

/** Compressions at once. Node has four threads for such work, and the ledger needs some of them. */
const MOST_AT_ONCE = 2;

/** Compressions that may wait. One takes about a millisecond, so the last waits less than a network's round trip. */
const MOST_WAITING = 64;

/** As fast as the other levels below 9, which is fifty times as slow; docs/decisions/compression.md has the figures. */
const GZIP: ZlibOptions = { level: 6 };

const brotli = (bytes: number): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    // A window of 256 kB instead of 4 MB: that much memory takes each compression.
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
  },
});

/**
 * Compresses response bodies on Node's threads, so that the event loop goes on, a few at a time. Law 10: if too many wait,
 * the next is not compressed at all. That response is larger, and comes at once.
 */
export class Compressor {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * Compresses `body`.
   *
   * @param isWanted whether anybody still waits for it, asked when its turn comes.
   * @returns null if it is not compressed: too many wait, or nobody does any more. Never rejects.
   */
  async compress(body: Buffer, encoding: Encoding, isWanted: () => boolean): Promise<Buffer | null> {
    if (this.#running >= MOST_AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) return null;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return isWanted() ? await compressed(body, encoding) : null;
    } finally {
      // The place passes to the next that waits.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}

const compressed = (body: Buffer, encoding: Encoding): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const done = (error: Error | null, bytes: Buffer): void => resolve(error ? null : bytes);
    if (encoding === 'br') brotliCompress(body, brotli(body.length), done);
    else gzip(body, GZIP, done);
  });
