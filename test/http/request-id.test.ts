import type { IncomingMessage } from 'node:http';

import { holdsCardNumber } from '../../src/graphql/guards/card-numbers';
import { requestIdOf } from '../../src/http/request-id';
import { type House, openHouse } from '../support/house';
import { SMALL_QUERY, call } from './call';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the request id', () => {
  it.each([
    ['a query', 'POST', '/graphql', JSON.stringify({ query: SMALL_QUERY })],
    ['a refused query', 'POST', '/graphql', 'no JSON'],
    ['a body that is too large', 'POST', '/graphql', 'x'.repeat(300_000)],
    ['health', 'GET', '/health/live', undefined],
    ['an unknown address', 'GET', '/nowhere', undefined],
    ['a release', 'POST', '/carts/abc/release', undefined],
    ['a release by the wrong method', 'GET', '/carts/abc/release', undefined],
  ] as const)('is on every answer: %s', async (_what, method, path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answers = [0, 1].map(() =>
      call(house, path, { method, ...(body !== undefined && { headers, body }) }),
    );
    const ids = (await Promise.all(answers)).map((answer) => answer.headers['x-request-id']);
    for (const id of ids) expect(id).toMatch(UUID);
    expect(new Set(ids).size).toBe(2);
  });

  it('is never the same twice, and never passes for a card number', () => {
    const request = { headers: {} } as IncomingMessage;
    const ids = Array.from({ length: 20_000 }, () => requestIdOf(request));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !UUID.test(id))).toEqual([]);
    expect(ids.filter(holdsCardNumber)).toEqual([]);
  });

  it('is on the playground and on a preflight', async () => {
    const page = await call(house, '/graphql', { headers: { accept: 'text/html' } });
    expect(page.headers['x-request-id']).toMatch(UUID);
    const headers = { origin: 'https://a.example', 'access-control-request-method': 'POST' };
    const preflight = await call(house, '/graphql', { method: 'OPTIONS', headers });
    expect(preflight.headers['x-request-id']).toMatch(UUID);
  });

  it.each(['1-5759e988-bd862e3fe1be46a994272793', 'req:abc.def_123', 'a'.repeat(128)])(
    'is the one that a proxy in front has given: %s',
    async (id) => {
      const answer = await call(house, '/health/live', { headers: { 'x-request-id': id } });
      expect(answer.headers['x-request-id']).toBe(id);
    },
  );

  it.each([
    'short',
    'a'.repeat(129),
    'two words here',
    '<script>alert(1)</script>',
    '{"a":"bcdefg"}',
    'größer-als-acht',
  ])('is a new one where that is garbage: %s', async (id) => {
    const answer = await call(house, '/health/live', { headers: { 'x-request-id': id } });
    expect(answer.headers['x-request-id']).toMatch(UUID);
  });
});
