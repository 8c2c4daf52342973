import { createHash, randomBytes } from 'node:crypto';

import { CREATE, TWO_TICKETS, askOne } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { SMALL_QUERY, call, codeOf } from '../call';

const sha256 = (key: string) => createHash('sha256').update(key).digest('hex');
const WEB = randomBytes(32).toString('base64');
const APP = randomBytes(32).toString('base64url');
const OPERATOR_TOKEN = 'o'.repeat(40);
const FRONTEND_KEYS = `web:${sha256(WEB)}, app.ios-2:${sha256(APP).toUpperCase()}`;

let house: House;
beforeAll(async () => {
  house = await openHouse({ env: { FRONTEND_KEYS, OPERATOR_TOKEN } });
});
afterAll(() => house.close());

const ask = (headers: Record<string, string> = {}, path = '/graphql') =>
  call(house, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: SMALL_QUERY }),
  });

describe('a gateway that has frontend keys', () => {
  it.each([
    ['web', WEB],
    ['app.ios-2', APP],
  ])('R-DOOR-4: answers a frontend that shows its key, %s', async (_name, key) => {
    expect((await ask({ 'x-frontend-key': key })).status).toBe(200);
  });

  it.each([
    ['no key', {}],
    ['an empty key', { 'x-frontend-key': '' }],
    ['a wrong key', { 'x-frontend-key': WEB.toLowerCase() }],
    ['more than a key', { 'x-frontend-key': `${WEB}x` }],
    ['two keys', { 'x-frontend-key': `${WEB}, ${APP}` }],
    ['the hash of a key', { 'x-frontend-key': sha256(WEB) }],
    ['a name', { 'x-frontend-key': 'web' }],
    ['a key in another header', { authorization: `Bearer ${WEB}` }],
  ])('R-DOOR-4: refuses with 401, and a sentence, who shows %s', async (_what, headers) => {
    for (const path of ['/graphql', '/graphql/stream']) {
      const accept = path === '/graphql' ? '*/*' : 'text/event-stream';
      const answer = await ask({ ...(headers as Record<string, string>), accept }, path);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(answer.text).toContain('x-frontend-key');
      expect(answer.headers['www-authenticate']).toBeDefined();
    }
  });

  it('reads no body of who shows none', async () => {
    const body = JSON.stringify({ query: CREATE, variables: { input: TWO_TICKETS } });
    const headers = { 'content-type': 'application/json' };
    expect((await call(house, '/graphql', { method: 'POST', headers, body })).status).toBe(401);
    expect(house.sandbox.report().requests.reserve).toBe(0);
  });

  it('answers the operator, who has another token', async () => {
    expect((await ask({ authorization: `Bearer ${OPERATOR_TOKEN}` })).status).toBe(200);
  });

  it('admits the release beacon, which can send no header', async () => {
    const { id, releaseUrl } = await askOne(house, CREATE, { input: TWO_TICKETS }, { 'x-frontend-key': WEB });
    const released = await call(house, new URL(releaseUrl as string).pathname, { method: 'POST' });
    expect(released.status).toBe(204);
    await house.clock.untilTrue(() => house.sandbox.report().openCarts === 0, 60_000);
    expect(id).toBeDefined();
  });

  it('answers for its health and shows its playground without one', async () => {
    expect((await call(house, '/health/ready')).status).toBe(200);
    expect((await call(house, '/playground/', { headers: { accept: 'text/html' } })).status).toBe(200);
  });

  it('L1: logs no key', () => {
    expect(house.log()).not.toContain(WEB);
    expect(house.log()).not.toContain(APP);
  });
});
