import { gunzipSync } from 'node:zlib';

import { Compressor } from '../../../src/http/compression/compressor';

const TEXT = Buffer.from('a text that shrinks. '.repeat(5000));
const always = () => true;

describe('the compressor', () => {
  it('compresses', async () => {
    const bytes = await new Compressor().compress(TEXT, 'gzip', always);
    expect(gunzipSync(bytes ?? Buffer.alloc(0))).toEqual(TEXT);
  });

  it('L10: takes two at once and lets 64 wait; over that a body is not compressed, at once', async () => {
    const compressor = new Compressor();
    const results = Array.from({ length: 70 }, () => compressor.compress(TEXT, 'br', always));
    const last = await Promise.race([results[69], new Promise((resolve) => setImmediate(resolve, 'late'))]);
    expect(last).toBeNull();
    const sizes = (await Promise.all(results)).map((bytes) => bytes?.length ?? null);
    expect(sizes.slice(0, 66)).not.toContain(null);
    expect(sizes.slice(66)).toEqual([null, null, null, null]);
    expect(await compressor.compress(TEXT, 'br', always)).not.toBeNull();
  });

  it('skips what nobody wants any more when its turn comes', async () => {
    const compressor = new Compressor();
    let isWanted = true;
    const results = Array.from({ length: 4 }, () => compressor.compress(TEXT, 'gzip', () => isWanted));
    isWanted = false;
    expect((await Promise.all(results)).map((bytes) => bytes === null)).toEqual([false, false, true, true]);
  });
});
