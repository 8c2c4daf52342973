import { type House, openHouse } from '../support/house';
import { SMALL_QUERY, call } from './call';

let house: House;
afterEach(() => house.close());

const PATHS = [
  `/graphql?query=${encodeURIComponent(SMALL_QUERY)}`,
  '/graphql',
  '/graphql/stream',
  '/nothing',
  '/carts/x/release',
  '/health/live',
];

describe('every answer', () => {
  it('R-DOOR-8: has the headers that keep a browser from making more of it than it is', async () => {
    house = await openHouse();
    for (const path of PATHS) {
      expect((await call(house, path)).headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
    }
  });

  it('R-DOOR-8: has browsers insist on TLS where clients reach the gateway by TLS, and only there', async () => {
    house = await openHouse({ env: { PUBLIC_URL: 'https://tickets.example.com' } });
    const { headers } = await call(house, '/health/live');
    expect(headers['strict-transport-security']).toBe('max-age=15552000');
    await house.close();
    house = await openHouse({ env: { PUBLIC_URL: 'http://127.0.0.1:4000' } });
    expect((await call(house, '/health/live')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('the playground', () => {
  it('has a policy of its own, and cannot be framed', async () => {
    house = await openHouse();
    const { headers } = await call(house, '/graphql', { headers: { accept: 'text/html' } });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });
});
