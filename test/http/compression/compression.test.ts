import zlib from 'node:zlib';

import { request } from 'undici';

import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { CREATE, TWO_TICKETS } from '../../support/carts';
import { type House, openHouse } from '../../support/house';

const JSON_TYPE = { 'content-type': 'application/json' };
const MONEY = '{ amount currency }';
/** Some 100 kB of JSON. */
const LARGE = `{ event(id: "${notable.fat}") {
  name
  tickets {
    ticketId description quantities { exact minimum multiple limit }
    prices { priceId amount ${MONEY} displayAmount ${MONEY} charges { kind rawKind amount ${MONEY} } level { priceLevelId description } }
    areas { areaId description }
  }
  areaGroups { label areas { areaId description priceLevels { priceLevelId description } } }
} }`;
const SMALL = '{ event(id: "3F004CBB88958BF9") { name } }';
/** What a browser sends. */
const BROWSER = 'gzip, deflate, br, zstd';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await house.close();
});

interface Sent {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly encoding?: string;
  readonly headers?: Record<string, string>;
}

async function send(path: string, { method = 'GET', encoding, headers = {} }: Sent, body?: object) {
  const answer = await request(house.gateway.url + path, {
    method,
    headers: { ...(encoding !== undefined && { 'accept-encoding': encoding }), ...headers },
    body: body ? JSON.stringify(body) : null,
  });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, bytes };
}

const post = (query: string, encoding?: string, variables = {}, headers = {}) =>
  send(
    '/graphql',
    { method: 'POST', headers: { ...JSON_TYPE, ...headers }, ...(encoding !== undefined && { encoding }) },
    { query, variables },
  );

const pathOf = (query: string) => `/graphql?${new URLSearchParams({ query }).toString()}`;

/** The text of an answer, whose length has to be right. */
function textOf({ headers, bytes }: Awaited<ReturnType<typeof send>>): string {
  expect(headers['content-length']).toBe(String(bytes.length));
  switch (headers['content-encoding']) {
    case undefined:
      return bytes.toString();
    case 'gzip':
      return zlib.gunzipSync(bytes).toString();
    case 'br':
      return zlib.brotliDecompressSync(bytes).toString();
    default:
      throw new Error(`An unknown encoding: ${String(headers['content-encoding'])}`);
  }
}

describe('an answer to a public read', () => {
  it.each([
    [BROWSER, 'br'],
    ['br', 'br'],
    ['BR;q=0.5', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1, br;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0.5, identity', undefined],
    ['identity', undefined],
    ['deflate', undefined],
    ['zstd, *;q=0', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['gzip;q=nonsense', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is compressed as the client accepts it: %s: %s', async (accepted, encoding) => {
    const plain = textOf(await post(LARGE));
    for (let time = 0; time < 4; time++) {
      const answer = await post(LARGE, accepted);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(textOf(answer)).toBe(plain);
      if (encoding !== undefined) {
        expect(answer.bytes.length).toBeLessThan(plain.length / 8);
        expect(answer.headers['cache-control']).toBe('no-store');
      }
    }
  });

  it('is sent as it is where that is not worth it, unless the client refuses it so', async () => {
    for (let time = 0; time < 4; time++) {
      expect((await post(SMALL, BROWSER)).headers).not.toHaveProperty('content-encoding');
      const forced = await post(SMALL, 'gzip, identity;q=0');
      expect(forced.headers['content-encoding']).toBe('gzip');
      expect(JSON.parse(textOf(forced))).toHaveProperty('data.event.name');
    }
  });

  it('is sent as it is to a client that wants it without transformations', async () => {
    for (const value of ['no-transform', 'max-age=0, No-Transform', 'no-transform,no-cache'])
      expect((await post(LARGE, BROWSER, {}, { 'cache-control': value })).headers).not.toHaveProperty(
        'content-encoding',
      );
    expect((await post(LARGE, BROWSER, {}, { 'cache-control': 'no-cache' })).headers).toHaveProperty(
      'content-encoding',
    );
  });

  it('is compressed once for all who want it at the same time, and not again while it is stored', async () => {
    for (let time = 0; time < 3; time++) await post(LARGE);
    const compress = jest.spyOn(zlib, 'brotliCompress');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(LARGE, BROWSER)));
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(Array(20).fill('br'));
    for (let time = 0; time < 5; time++) await post(LARGE, BROWSER);
    expect(compress).toHaveBeenCalledTimes(1);
  });

  it('costs nothing where only its head is asked for, and has the same headers', async () => {
    const compress = jest.spyOn(zlib, 'brotliCompress');
    const path = pathOf(LARGE);
    for (let time = 0; time < 3; time++) await send(path, {});
    const early = await send(path, { method: 'HEAD', encoding: BROWSER });
    expect(compress).not.toHaveBeenCalled();
    expect([early.status, early.bytes.length]).toEqual([200, 0]);
    expect(early.headers).not.toHaveProperty('content-length');
    // undici asks for a closed connection after a HEAD.
    const own = ['x-request-id', 'date', 'content-length', 'connection', 'keep-alive'];
    const without = (headers: object) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
    const whole = await send(path, { encoding: BROWSER });
    expect(without(early.headers)).toEqual(without(whole.headers));
    const late = await send(path, { method: 'HEAD', encoding: BROWSER });
    expect(late.headers['content-length']).toBe(String(whole.bytes.length));
  });

  it('has a tag for each of its forms, by which a client or cache asks whether it still holds', async () => {
    const path = pathOf(LARGE);
    const tags = new Map<string | undefined, string>();
    for (const encoding of [undefined, 'br', 'gzip']) {
      const { headers } = await send(path, { ...(encoding !== undefined && { encoding }) });
      expect(headers.vary).toBe('Origin, Accept, Accept-Encoding, x-frontend-key');
      tags.set(encoding, String(headers.etag));
    }
    expect(new Set(tags.values()).size).toBe(3);
    for (const [encoding, tag] of tags) {
      const same = await send(path, {
        ...(encoding !== undefined && { encoding }),
        headers: { 'if-none-match': `"other", ${tag}` },
      });
      expect([same.status, same.headers.etag, same.bytes.length]).toEqual([304, tag, 0]);
      expect(same.headers.vary).toContain('Accept-Encoding');
      expect(same.headers).not.toHaveProperty('content-encoding');
    }
    const other = await send(path, { encoding: 'gzip', headers: { 'if-none-match': tags.get('br') ?? '' } });
    expect([other.status, other.headers['content-encoding']]).toEqual([200, 'gzip']);
  });
});

describe('R-DOOR-9: what is never compressed', () => {
  const ENCODINGS = [BROWSER, 'gzip, identity;q=0'];
  const CART = `query ($id: ID!) { ${'abcdefghij'.replace(/./g, '$&: cart(id: $id) { id releaseUrl items { section row } } ')} }`;

  it.each(ENCODINGS)('an answer with a cart: %s', async (encoding) => {
    const created = await post(CREATE, encoding, { input: TWO_TICKETS });
    expect(created.headers).not.toHaveProperty('content-encoding');
    const { id } = JSON.parse(created.bytes.toString()).data.createCart;
    for (let time = 0; time < 4; time++) {
      const read = await post(CART, encoding, { id });
      expect(read.bytes.length).toBeGreaterThan(1024);
      expect(read.headers).not.toHaveProperty('content-encoding');
    }
  });

  it.each(ENCODINGS)('a cart beside a public read: %s', async (encoding) => {
    const query = LARGE.replace(/\}$/, ' cart(id: "x") { id } }');
    for (let time = 0; time < 4; time++) {
      const answer = await post(query, encoding);
      expect(answer.bytes.length).toBeGreaterThan(50_000);
      expect(answer.headers).not.toHaveProperty('content-encoding');
    }
  });

  it.each(ENCODINGS)('an error, which may quote its client: %s', async (encoding) => {
    for (let time = 0; time < 4; time++) {
      const answer = await post(`{ ${'x'.repeat(2000)} }`, encoding);
      expect(answer.headers).not.toHaveProperty('content-encoding');
    }
  });

  it.each(ENCODINGS)('a stream: %s', async (encoding) => {
    const answer = await request(`${house.gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'text/event-stream', 'accept-encoding': encoding },
      body: JSON.stringify({ query: LARGE }),
    });
    expect(await answer.body.text()).toMatch(/^event: next\ndata: \{"data":/);
  });
});

const callsOf = (spies: readonly jest.SpyInstance[]): number =>
  spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);

describe('/schema.graphql', () => {
  it.each([
    [BROWSER, 'br'],
    ['gzip', 'gzip'],
    [undefined, undefined],
  ])('is compressed, once, with a tag for each form: %s', async (accepted, encoding) => {
    const compress = [jest.spyOn(zlib, 'brotliCompress'), jest.spyOn(zlib, 'gzip')];
    const asked = { ...(accepted !== undefined && { encoding: accepted }) };
    const head = await send('/schema.graphql', { method: 'HEAD', ...asked });
    expect(callsOf(compress)).toBe(0);
    const first = await send('/schema.graphql', asked);
    const again = await send('/schema.graphql', asked);
    expect(first.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      vary: 'Origin, Accept-Encoding',
      etag: head.headers.etag,
    });
    expect(first.headers['content-encoding']).toBe(encoding);
    expect(textOf(first)).toContain('type Query {');
    expect(again.bytes).toEqual(first.bytes);
    expect(callsOf(compress)).toBe(encoding === undefined ? 0 : 1);
    const same = await send('/schema.graphql', {
      ...asked,
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect([same.status, same.bytes.length]).toEqual([304, 0]);
  });
});
