import { createHash } from 'node:crypto';

import { addressBlock } from '../../../src/http/access/rate-limit';
import { CREATE, POLL, RESULT, TWO_TICKETS, askOne } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { type RawAnswer, SMALL_QUERY, call, codeOf } from '../call';

let house: House;
afterEach(() => house.close());

const open = async (env: Record<string, string>) => {
  house = await openHouse({ env: { TRUSTED_PROXIES: '127.0.0.1', ...env } });
};

const MISBEHAVING = '203.0.113.7';
const OTHER = '203.0.113.8';

const headersOf = (ip: string | null, more: Record<string, string> = {}) => ({
  'content-type': 'application/json',
  ...(ip !== null && { 'x-forwarded-for': ip }),
  ...more,
});
const post = (query: string, ip: string | null, more?: Record<string, string>, variables = {}) =>
  call(house, '/graphql', {
    method: 'POST',
    headers: headersOf(ip, more),
    body: JSON.stringify({ query, variables }),
  });
const get = (ip: string) =>
  call(house, `/graphql?query=${encodeURIComponent(SMALL_QUERY)}`, { headers: headersOf(ip) });

/** So many requests, one after the other: their statuses. */
async function statuses(times: number, ask: () => Promise<RawAnswer>): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < times) seen.push((await ask()).status);
  return seen;
}

function expectThrottled(answer: RawAnswer) {
  expect([answer.status, codeOf(answer)]).toEqual([429, 'RATE_LIMITED']);
  const seconds = Number(answer.headers['retry-after']);
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(JSON.parse(answer.text).errors[0].extensions.retryAfterSeconds).toBe(seconds);
}

describe('an address with so many requests a minute', () => {
  const LIMIT = { RATE_LIMIT_PER_ADDRESS: '5' };

  it('R-DOOR-5: is served up to the limit, then asked to wait, while others are served', async () => {
    await open(LIMIT);
    expect(await statuses(5, () => post(SMALL_QUERY, MISBEHAVING))).toEqual([200, 200, 200, 200, 200]);
    expectThrottled(await post(SMALL_QUERY, MISBEHAVING));
    expectThrottled(await get(MISBEHAVING));
    expect((await post(SMALL_QUERY, OTHER)).status).toBe(200);
  });

  it('R-DOOR-5: is served again when its minute is over', async () => {
    await open(LIMIT);
    await statuses(5, () => post(SMALL_QUERY, MISBEHAVING));
    const retryAfterSeconds = Number((await get(MISBEHAVING)).headers['retry-after']);
    house.clock.advance(retryAfterSeconds * 1000 - 1);
    expectThrottled(await get(MISBEHAVING));
    house.clock.advance(1);
    expect((await get(MISBEHAVING)).status).toBe(200);
  });

  it('R-DOOR-5: gets a result of its own type for mutations, which are not carried out', async () => {
    await open(LIMIT);
    await statuses(5, () => get(MISBEHAVING));
    const answer = await post(CREATE, MISBEHAVING, {}, { input: TWO_TICKETS });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).data.createCart).toMatchObject({
      __typename: 'Throttled',
      code: 'CALLER_QUOTA',
      retryable: true,
      retryAfterSeconds: expect.any(Number),
    });
    expect(house.sandbox.report().requests.reserve).toBe(0);
  });

  it.each([
    ['a mutation of another type', 'mutation { keepCart(id: "x") { id } }'],
    ['the poll, which is a query', POLL.replace('$token: ID!, $wait: Int', '$token: ID = "x", $wait: Int')],
    ['a query by POST', SMALL_QUERY],
  ])('R-DOOR-5: has a status for all else, %s', async (_what, query) => {
    await open(LIMIT);
    await statuses(5, () => get(MISBEHAVING));
    expectThrottled(await post(query, MISBEHAVING));
  });

  it('R-DOOR-5: is refused everything, mutations too, when it goes on and on', async () => {
    await open(LIMIT);
    const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
    await statuses(10, () => get(MISBEHAVING));
    expectThrottled(await post(CREATE, MISBEHAVING, {}, { input: TWO_TICKETS }));
    const path = new URL(cart.releaseUrl as string).pathname;
    expect((await call(house, path, { method: 'POST', headers: headersOf(MISBEHAVING) })).status).toBe(429);
  });

  it('may give its seats back over the limit', async () => {
    await open(LIMIT);
    const { releaseUrl } = await askOne(
      house,
      CREATE,
      { input: TWO_TICKETS },
      { 'x-forwarded-for': MISBEHAVING },
    );
    await statuses(6, () => get(MISBEHAVING));
    const path = new URL(releaseUrl as string).pathname;
    expect((await call(house, path, { method: 'POST', headers: headersOf(MISBEHAVING) })).status).toBe(204);
    await house.clock.untilTrue(() => house.sandbox.report().openCarts === 0, 60_000);
  });

  it.each(['/graphql', '/graphql/stream'])('R-DOOR-5: is refused subscriptions, too: %s', async (path) => {
    await open(LIMIT);
    await statuses(5, () => get(MISBEHAVING));
    const query = `subscription { cartProgress(token: "x") { ${RESULT} } }`;
    const answer = await call(house, path, {
      method: 'POST',
      headers: headersOf(MISBEHAVING, { accept: 'text/event-stream' }),
      body: JSON.stringify({ query }),
    });
    expectThrottled(answer);
  });

  it('L10: shares its limit with its IPv6 neighbours of one /64, and with no other address', async () => {
    await open(LIMIT);
    await statuses(5, () => get('2001:db8:0:7::1'));
    expectThrottled(await get('2001:db8::7:ffff:ffff:ffff:ffff'));
    expect((await get('2001:db8:0:8::1')).status).toBe(200);
  });

  it('is not refused for asking after the health of the gateway', async () => {
    await open(LIMIT);
    const ask = () => call(house, '/health/live', { headers: headersOf(MISBEHAVING) });
    expect(await statuses(12, ask)).toEqual(Array(12).fill(200));
  });

  it('is not counted with 0', async () => {
    await open({ RATE_LIMIT_PER_ADDRESS: '0' });
    expect(await statuses(20, () => get(MISBEHAVING))).toEqual(Array(20).fill(200));
  });

  it("counts this machine's own address only where the limit is set", async () => {
    house = await openHouse({ env: LIMIT });
    await statuses(5, () => post(SMALL_QUERY, null));
    expectThrottled(await post(SMALL_QUERY, null));
  });
});

describe('a frontend with so many requests a minute', () => {
  const hash = (key: string) => createHash('sha256').update(key).digest('hex');
  const FRONTEND_KEYS = `web:${hash('web-key')},app:${hash('app-key')}`;
  const web = { 'x-frontend-key': 'web-key' };
  const app = { 'x-frontend-key': 'app-key' };

  it('R-DOOR-5: is served up to the limit, then asked to wait, while other frontends are served', async () => {
    await open({ FRONTEND_KEYS, RATE_LIMIT_PER_KEY: '4' });
    let address = 0;
    const next = () => post(SMALL_QUERY, `198.51.100.${++address}`, web);
    expect(await statuses(4, next)).toEqual([200, 200, 200, 200]);
    expectThrottled(await next());
    expect((await post(SMALL_QUERY, MISBEHAVING, app)).status).toBe(200);
  });

  it('R-DOOR-5: does not count requests that the limit of an address refuses', async () => {
    await open({ FRONTEND_KEYS, RATE_LIMIT_PER_KEY: '4', RATE_LIMIT_PER_ADDRESS: '2' });
    await statuses(10, () => post(SMALL_QUERY, MISBEHAVING, web));
    expect((await post(SMALL_QUERY, OTHER, web)).status).toBe(200);
  });

  it('L10: has guesses at its key counted on the account of the address', async () => {
    await open({ FRONTEND_KEYS, RATE_LIMIT_PER_ADDRESS: '3' });
    const guess = () => get(MISBEHAVING);
    expect(await statuses(4, guess)).toEqual([401, 401, 401, 429]);
  });
});

describe('the address that a limit is for', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('is, of %s, %s', (ip, block) => {
    expect(addressBlock(ip)).toBe(block);
  });
});
