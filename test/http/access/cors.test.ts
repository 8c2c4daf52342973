import { type House, openHouse } from '../../support/house';
import { SMALL_QUERY, call, codeOf } from '../call';

const SHOP = 'https://tickets.example.com';

let house: House;
afterEach(() => house.close());

const open = async (allowedOrigins?: string) => {
  house = await openHouse(allowedOrigins === undefined ? {} : { env: { ALLOWED_ORIGINS: allowedOrigins } });
};

const ask = (origin?: string) =>
  call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin !== undefined && { origin }) },
    body: JSON.stringify({ query: SMALL_QUERY }),
  });

const preflight = (origin: string) =>
  call(house, '/graphql', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-request-id',
    },
  });

describe('a page of another origin', () => {
  it('may read answers where its origin is allowed', async () => {
    await open(`https://other.example, ${SHOP}`);
    expect((await ask(SHOP)).headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-expose-headers': 'x-request-id, retry-after',
      vary: expect.stringContaining('Origin'),
    });
  });

  it.each([
    'https://evil.example',
    'https://tickets.example.com.evil.example',
    'http://tickets.example.com',
    'https://tickets.example.com:8443',
    'null',
  ])('may not where it is not allowed: %s', async (origin) => {
    await open(SHOP);
    for (const answer of [await ask(origin), await preflight(origin)]) {
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      // A cache must not hand this answer to an origin that is allowed.
      expect(answer.headers.vary).toContain('Origin');
    }
  });

  it('gets no cached response to a client that named no origin', async () => {
    await open(SHOP);
    for (const path of [`/graphql?query=${encodeURIComponent(SMALL_QUERY)}`, '/graphql', '/health/live'])
      expect((await call(house, path)).headers.vary).toContain('Origin');
    // Of this, a cache keeps nothing.
    expect((await ask()).headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('may read answers wherever it is from with `*`', async () => {
    await open('*');
    expect((await ask('https://anyone.example')).headers['access-control-allow-origin']).toBe('*');
  });

  it('may do so before a sandbox when nothing is set, so that a frontend can be built', async () => {
    await open();
    expect((await ask('http://localhost:5173')).headers['access-control-allow-origin']).toBe('*');
  });

  it('may not before a real upstream when nothing is set', async () => {
    house = await openHouse({
      env: { PARTNER_API_URL: 'http://127.0.0.1:1', PARTNER_API_KEY: 'k', PARTNER_API_SECRET: 's' },
    });
    expect((await ask('http://localhost:5173')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('gets its preflight answered, without any GraphQL', async () => {
    await open(SHOP);
    expect(await preflight(SHOP)).toMatchObject({
      status: 204,
      text: '',
      headers: {
        'access-control-allow-origin': SHOP,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type,x-request-id',
        'access-control-max-age': '600',
      },
    });
  });

  it('is never allowed credentials', async () => {
    await open('*');
    for (const answer of [await ask(SHOP), await preflight(SHOP)]) {
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    }
  });
});

describe('what a browser sends for a page of another origin', () => {
  const asGet = (headers: Record<string, string>) =>
    call(house, `/graphql?query=${encodeURIComponent(SMALL_QUERY)}`, { headers });

  it.each([
    ['an image, a script or a form, which name no origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sister domain', { 'sec-fetch-site': 'same-site' }],
    ['a fetch', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a page without an origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ['what is no site at all', { 'sec-fetch-site': 'x', origin: 'https://evil.example' }],
  ])('R-DOOR-2: is not answered where the page may not call, %s', async (_what, headers) => {
    await open(SHOP);
    const answer = await asGet(headers);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
  });

  it.each([
    ['a page that may call', { 'sec-fetch-site': 'cross-site', origin: SHOP }],
    ['a page of the gateway itself', { 'sec-fetch-site': 'same-origin', origin: 'https://gateway.example' }],
    ['a user who typed the address', { 'sec-fetch-site': 'none' }],
    ['no browser, or one that is old', {}],
  ])('is answered for %s', async (_what, headers) => {
    await open(SHOP);
    expect((await asGet(headers as Record<string, string>)).status).toBe(200);
  });

  it('is the release of a cart from anywhere, since its id is a secret', async () => {
    await open(SHOP);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect(await call(house, '/carts/x/release', { method: 'POST', headers })).toMatchObject({ status: 204 });
  });
});

describe('a client without an origin', () => {
  it('is served, whatever the allowed origins are', async () => {
    await open(SHOP);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});
