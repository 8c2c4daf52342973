import { buildSchema } from 'graphql';

import { type House, openHouse } from '../../support/house';
import { call } from '../call';

/** How a browser asks for a page. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** The gateway before a Partner API, here the sandbox from outside. */
const PARTNER_API = {
  PARTNER_API_URL: 'http://127.0.0.1:9',
  PARTNER_API_KEY: 'sandbox-key',
  PARTNER_API_SECRET: 'sandbox-secret',
};

let house: House;
afterEach(() => house.close());

const open = async (env: Record<string, string> = {}) => {
  house = await openHouse({ env });
};

const get = (path: string) => call(house, path, { headers: BROWSER });

describe('the playground', () => {
  it.each(['/graphql', '/playground'])('is where a browser is sent that opens %s', async (path) => {
    await open();
    // Relative, since a proxy may have taken a path off.
    expect(await get(path)).toMatchObject({ status: 302, headers: { location: 'playground/' } });
  });

  it('is a page at /playground/', async () => {
    await open();
    const page = await get('/playground/');
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html;charset=utf-8', 'x-content-type-options': 'nosniff' },
    });
    expect(page.text).toContain('<title>Stagedoor playground</title>');
  });

  it.each([
    ['a client that accepts JSON', '/graphql', { accept: 'application/json' }],
    ['a client that accepts anything', '/graphql', { accept: '*/*' }],
    ['a client that says nothing', '/graphql', {}],
    ['a browser that brings a query along', '/graphql?query=%7B__typename%7D', BROWSER],
  ])('is not what others get: %s', async (_what, path, headers) => {
    await open();
    const answer = await call(house, path, { headers: { ...headers, 'apollo-require-preflight': 'true' } });
    expect(answer.headers['content-type']).not.toContain('text/html');
  });

  it.each([
    ['off in production', { NODE_ENV: 'production' }, false],
    ['on in production where that is asked for', { NODE_ENV: 'production', PLAYGROUND: 'true' }, true],
    ['off where that is asked for', { PLAYGROUND: 'false' }, false],
  ])('is %s', async (_what, env, expected) => {
    await open(env);
    expect(await get('/graphql')).toMatchObject({ status: expected ? 302 : 400 });
    expect(await get('/playground/')).toMatchObject({ status: expected ? 200 : 404 });
  });
});

describe('what there is to see of the sandbox', () => {
  it('is a landing page at /, and what it links to', async () => {
    await open({ NODE_ENV: 'production', PLAYGROUND: 'true' });
    const landing = await get('/');
    expect(landing.status).toBe(200);
    const links = [...landing.text.matchAll(/(?:href|src)="(?!data:)([^"]*)"/g)].map(([, path = '']) => path);
    expect(links).toEqual(expect.arrayContaining(['playground/', 'shop/', 'schema.graphql', 'report']));
    for (const path of links) expect([path, (await get(`/${path}`)).status]).toEqual([path, 200]);
  });

  it('is its report', async () => {
    await open();
    const { status, text } = await get('/report');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(house.sandbox.report());
  });

  it('is the shop, whose own addresses are relative to its folder', async () => {
    await open();
    expect(await get('/shop')).toMatchObject({ status: 302, headers: { location: 'shop/' } });
  });

  it.each(['/', '/landing/style.css', '/shop/', '/report'])(
    'is not there before a Partner API: %s',
    async (path) => {
      await open(PARTNER_API);
      expect((await get(path)).status).toBe(404);
    },
  );

  it('is only to be read', async () => {
    await open();
    const answer = await call(house, '/', { method: 'POST', body: 'hello' });
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('/schema.graphql', () => {
  it('is the schema as a file, with every description', async () => {
    await open();
    const { status, text } = await call(house, '/schema.graphql');
    expect(status).toBe(200);
    const schema = buildSchema(text);
    expect(schema.getQueryType()?.getFields()['pollCart']?.description).toContain('The loop is always');
  });

  it.each([
    ['with the sandbox', { NODE_ENV: 'production' }, 200],
    ['but not where it is turned off', { INTROSPECTION: 'false' }, 404],
    ['before a Partner API', PARTNER_API, 200],
    ['but not in production', { ...PARTNER_API, NODE_ENV: 'production' }, 404],
    ['unless asked for', { ...PARTNER_API, NODE_ENV: 'production', INTROSPECTION: 'true' }, 200],
  ])('is there %s', async (_, env, status) => {
    await open(env);
    expect(await get('/schema.graphql')).toMatchObject({ status });
  });
});
