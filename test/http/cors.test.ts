import { type House, openHouse } from '../support/house';
import { SMALL_QUERY, call } from './call';

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
      'access-control-expose-headers': 'x-request-id',
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

describe('a client without an origin', () => {
  it('is served, whatever the allowed origins are', async () => {
    await open(SHOP);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});
