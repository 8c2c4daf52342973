import { connect } from 'node:net';
import { once } from 'node:events';

import { readSettings } from '../../src/settings';
import { type House, openHouse } from '../support/house';
import { SMALL_QUERY, call, codeOf } from './call';

const { MAX_BODY_BYTES } = readSettings({});

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const headers = { 'content-type': 'application/json' };

/** A query of exactly so many bytes, by the length of its comment. */
function bodyOf(bytes: number): string {
  const bare = JSON.stringify({ query: `${SMALL_QUERY} #` });
  return bare.replace('#', '#'.padEnd(bytes - bare.length + 1, 'x'));
}

/** Writes `text` to a socket of its own and reads until the gateway hangs up. */
async function converse(text: string): Promise<string> {
  const socket = connect(Number(new URL(house.gateway.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (piece) => (heard += piece.toString()));
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return heard;
}

describe('a body', () => {
  it('L10: is read up to the bound', async () => {
    const body = bodyOf(MAX_BODY_BYTES);
    expect(Buffer.byteLength(body)).toBe(MAX_BODY_BYTES);
    expect(await call(house, '/graphql', { method: 'POST', headers, body })).toMatchObject({ status: 200 });
  });

  it('L10: is refused with 413 when one byte more is announced, before any of it has come', async () => {
    const answer = await converse(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${MAX_BODY_BYTES + 1}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('PAYLOAD_TOO_LARGE');
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  it('L10: is refused with 413 as soon as it is too large, if its length was not announced', async () => {
    const piece = 'x'.repeat(0x8000);
    const chunk = `8000\r\n${piece}\r\n`;
    const answer = await converse(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n` +
        chunk.repeat(MAX_BODY_BYTES / 0x8000 + 1),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('PAYLOAD_TOO_LARGE');
  });

  it('L10: that is far too large reaches a client that sends it all as 413, and the process lives', async () => {
    const answer = await call(house, '/graphql', {
      method: 'POST',
      headers,
      body: bodyOf(MAX_BODY_BYTES + 1),
    });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(await call(house, '/graphql', { method: 'POST', headers, body: bodyOf(500) })).toMatchObject({
      status: 200,
    });
    expect(house.log()).not.toContain('unexpected error');
  });

  it('that its client breaks off is no error of the gateway', async () => {
    const socket = connect(Number(new URL(house.gateway.url).port), '127.0.0.1');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"que',
    );
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
    expect((await call(house, '/health/live')).status).toBe(200);
    expect(house.log()).not.toContain('unexpected error');
  });

  it('L10: may be of the size that is set', async () => {
    const small = await openHouse({ env: { MAX_BODY_BYTES: '100' } });
    const sizes = [100, 101].map((bytes) =>
      call(small, '/graphql', { method: 'POST', headers, body: bodyOf(bytes) }),
    );
    const answers = await Promise.all(sizes);
    await small.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 413]);
    expect(answers[1]?.text).toContain('larger than 100 bytes');
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, identity'])(
    'L10: is refused with 415 if it is compressed, since its size is not known: %s',
    async (encoding) => {
      const answer = await call(house, '/graphql', {
        method: 'POST',
        headers: { ...headers, 'content-encoding': encoding },
        body: bodyOf(500),
      });
      expect([answer.status, codeOf(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect(answer.text).toContain('without Content-Encoding');
    },
  );

  it('is read where its encoding says that it is not compressed', async () => {
    const plain = { ...headers, 'content-encoding': 'identity' };
    const answer = await call(house, '/graphql', { method: 'POST', headers: plain, body: bodyOf(500) });
    expect(answer.status).toBe(200);
  });

  /** A body of exactly so many levels: the object itself, its variables, and lists in them. */
  const bodyOfDepth = (levels: number): string =>
    `{"query":"${SMALL_QUERY} #[[{{\\"[","variables":{"x":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}}}`;

  it.each([
    [
      'POST',
      (levels: number) => ({ method: 'POST', headers, body: bodyOfDepth(levels) }) as const,
      '/graphql',
    ],
    [
      'POST of a stream',
      (levels: number) =>
        ({
          method: 'POST',
          headers: { ...headers, accept: 'text/event-stream' },
          body: bodyOfDepth(levels),
        }) as const,
      '/graphql/stream',
    ],
    [
      'POST of a stream to the address of queries',
      (levels: number) =>
        ({
          method: 'POST',
          headers: { ...headers, accept: 'text/event-stream' },
          body: bodyOfDepth(levels),
        }) as const,
      '/graphql',
    ],
  ])('L10: is refused by its depth before it is parsed: %s', async (_what, request, path) => {
    const [under, over, far] = [
      await call(house, path, request(16)),
      await call(house, path, request(17)),
      await call(house, path, request(20_000)),
    ];
    expect(under.text).not.toContain('jsonDepth');
    for (const answer of [over, far]) {
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toEqual({
        errors: [
          {
            message: 'The request is refused, for JSON nested deeper than 16 levels.',
            extensions: { code: 'OVER_LIMIT', limit: 'jsonDepth', most: 16 },
          },
        ],
      });
    }
  });
});

describe('an address', () => {
  const asUrl = (parameters: Record<string, string>) =>
    `/graphql?${new URLSearchParams(parameters).toString()}`;
  const preflighted = { 'apollo-require-preflight': 'true' };
  const lists = (levels: number) => `{"x":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

  it.each(['variables', 'extensions'])('L10: is refused by the depth of its %s', async (name) => {
    const [under, over] = [16, 17].map((levels) =>
      call(house, asUrl({ query: SMALL_QUERY, [name]: lists(levels) }), { headers: preflighted }),
    );
    expect((await under)?.status).toBe(200);
    expect(await over).toMatchObject({ status: 400, text: expect.stringContaining('"limit":"jsonDepth"') });
  });

  it('L10: is refused where it is longer than 16 KiB', async () => {
    const long = asUrl({ query: `${SMALL_QUERY} #${'x'.repeat(16_384)}` });
    expect((await call(house, long, { headers: preflighted })).status).toBe(431);
    expect((await call(house, '/health/live')).status).toBe(200);
  });
});
