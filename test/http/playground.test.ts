import { type House, openHouse } from '../support/house';
import { call } from './call';

/** How a browser asks for a page. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let house: House;
afterEach(() => house.close());

const open = async (env: Record<string, string> = {}) => {
  house = await openHouse({ env });
};

const openPage = () => call(house, '/graphql', { headers: BROWSER });

describe('the playground', () => {
  it('is what a browser gets that opens /graphql', async () => {
    await open();
    const page = await openPage();
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(page.text).toMatch(/^\s*<!doctype html>/i);
    expect(page.text).toContain('Stagedoor');
  });

  it('is self-contained: it loads nothing from another host', async () => {
    await open();
    const { text } = await openPage();
    const tags = [...text.matchAll(/<(script|link|img|iframe|object|embed|base|source)\b[^>]*>/gi)].map(
      ([tag]) => tag,
    );
    const elsewhere = tags.filter((tag) => /\b(src|href|data)\s*=\s*["']?\s*(https?:)?\/\//i.test(tag));
    expect(elsewhere).toEqual([]);
    expect(text).not.toMatch(/@import\s+(url\()?\s*["']?(https?:)?\/\//i);
    expect(text).not.toMatch(/url\(\s*["']?https?:\/\//i);
    expect(text).not.toMatch(/\bimport\s*\(\s*["'](https?:)?\/\//);
    expect(text).not.toMatch(/\bimportScripts\(\s*["'](https?:)?\/\//);
  });

  it('opens with a query that works', async () => {
    await open();
    const { text } = await openPage();
    const written = /"defaultQuery":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
    const { data, errors } = await house.ask(JSON.parse(written ?? '""') as string);
    expect(errors).toBeUndefined();
    expect(data.event).toMatchObject({ name: 'Seattle Sounders FC vs. San Jose Earthquakes' });
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
    const page = await openPage();
    expect(page.text.includes('<html')).toBe(expected);
    expect(page.status).toBe(expected ? 200 : 400);
  });
});
