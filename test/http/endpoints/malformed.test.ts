import { createHash } from 'node:crypto';

import { type House, openHouse } from '../../support/house';
import { SMALL_QUERY, call } from '../call';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const query = SMALL_QUERY;
const sha256Hash = createHash('sha256').update(query).digest('hex');
const persisted = (persistedQuery: unknown, more: object = { query }) => ({
  ...more,
  extensions: { persistedQuery },
});

/** Bodies that a client may not send, and the code that says so. */
const MALFORMED: [string, unknown, string][] = [
  ['a list', [{ query }], 'BAD_REQUEST'],
  ['an empty list', [], 'BAD_REQUEST'],
  ['a string', query, 'BAD_REQUEST'],
  ['a number', 7, 'BAD_REQUEST'],
  ['null', null, 'BAD_REQUEST'],
  ['nothing in it', {}, 'BAD_REQUEST'],
  ['a query that is null', { query: null }, 'BAD_REQUEST'],
  ['a query that is empty', { query: '' }, 'BAD_REQUEST'],
  ['a query that is a list', { query: [query] }, 'BAD_REQUEST'],
  ['a query that is an object', { query: { kind: 'Document' } }, 'BAD_REQUEST'],
  ['a query that is false', { query: false }, 'BAD_REQUEST'],
  ['an operationName that is a number', { query, operationName: 7 }, 'BAD_REQUEST'],
  ['an operationName that is an object', { query, operationName: {} }, 'BAD_REQUEST'],
  ['variables that are a list', { query, variables: [1] }, 'BAD_REQUEST'],
  ['variables that are a string', { query, variables: '{}' }, 'BAD_REQUEST'],
  ['variables that are a number', { query, variables: 7 }, 'BAD_REQUEST'],
  ['variables that are false', { query, variables: false }, 'BAD_REQUEST'],
  ['extensions that are a list', { query, extensions: [] }, 'BAD_REQUEST'],
  ['extensions that are a string', { query, extensions: '{}' }, 'BAD_REQUEST'],
  ['extensions that are a number', { query, extensions: 7 }, 'BAD_REQUEST'],
  ['a persisted query that is a string', persisted('x'), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query that is a list', persisted([]), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query that is a number', persisted(7), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query that is true', persisted(true), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query that is empty', persisted({}), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query without a version', persisted({ sha256Hash }), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query of version 2', persisted({ version: 2, sha256Hash }), 'PERSISTED_QUERY_INVALID'],
  ['a persisted query of version "1"', persisted({ version: '1', sha256Hash }), 'PERSISTED_QUERY_INVALID'],
  [
    'a hash of another query',
    persisted({ version: 1, sha256Hash: 'f'.repeat(64) }),
    'PERSISTED_QUERY_INVALID',
  ],
  ['a hash that is a number', persisted({ version: 1, sha256Hash: 7 }), 'PERSISTED_QUERY_INVALID'],
  [
    'a hash that is a list',
    persisted({ version: 1, sha256Hash: [sha256Hash] }, {}),
    'PERSISTED_QUERY_INVALID',
  ],
  ['a hash that is null', persisted({ version: 1, sha256Hash: null }), 'PERSISTED_QUERY_INVALID'],
  ['no hash', persisted({ version: 1 }, {}), 'PERSISTED_QUERY_INVALID'],
];

const codesOf = (text: string): unknown[] =>
  (JSON.parse(text) as { errors: { extensions?: { code?: unknown } }[] }).errors.map(
    ({ extensions }) => extensions?.code,
  );

const accepts = { '/graphql': 'application/json', '/graphql/stream': 'text/event-stream' };

describe.each(['/graphql', '/graphql/stream'] as const)('a malformed request to %s', (path) => {
  it.each(MALFORMED)('is the mistake of its client: %s', async (_what, body, code) => {
    const { status, text } = await call(house, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: accepts[path] },
      body: JSON.stringify(body),
    });
    expect([status, codesOf(text)]).toEqual([400, [code]]);
    expect(house.log()).not.toContain('unexpected error');
  });

  it.each([
    ...MALFORMED.flatMap(([what, body, code]) =>
      // In an address, operationName is a string anyway.
      typeof body === 'object' && body !== null && !Array.isArray(body) && !('operationName' in body)
        ? [[what, asSearch(body), code]]
        : [],
    ),
    ['variables that are not JSON', `query=${query}&variables={`, 'BAD_REQUEST'],
    ['extensions that are not JSON', `query=${query}&extensions=x`, 'BAD_REQUEST'],
    ['two queries', `query=${query}&query=${query}`, 'BAD_REQUEST'],
    ['two variables', `query=${query}&variables={}&variables={}`, 'BAD_REQUEST'],
  ])('is the mistake of its client, by GET: %s', async (_what, search = '', code) => {
    const { status, text } = await call(house, `${path}?${search}`, { headers: { accept: accepts[path] } });
    expect([status, codesOf(text)]).toEqual([400, [code]]);
  });
});

/** The same as parameters of an address, where everything but variables and extensions is a string anyway. */
function asSearch(body: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    if (name === 'variables' || name === 'extensions') search.set(name, JSON.stringify(value));
    else if (typeof value === 'string') search.set(name, value);
  }
  return search.toString();
}

/** Well-formed requests whose document, variables or operation are wrong. */
const INVALID: [string, object, string][] = [
  ['a document that cannot be parsed', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
  [
    'a document without an operation',
    { query: 'fragment F on Query { __typename }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['an unknown field', { query: '{ x }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an unknown operation',
    { query: 'query A { __typename }', operationName: 'B' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'an operation that is not named',
    { query: 'query A { __typename } query B { __typename }' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a missing variable', { query: 'query ($id: EventID!) { event(id: $id) { name } }' }, 'BAD_USER_INPUT'],
  [
    'a variable of another type',
    { query: 'query ($id: EventID!) { event(id: $id) { name } }', variables: { id: {} } },
    'BAD_USER_INPUT',
  ],
  ['an argument of another type', { query: '{ event(id: 7) { name } }' }, 'BAD_USER_INPUT'],
  ['null extensions', { query: '{ x }', extensions: null }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a null persisted query', persisted(null, { query: '{ x }' }), 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown hash', persisted({ version: 1, sha256Hash: 'x' }, {}), 'PERSISTED_QUERY_NOT_FOUND'],
];

describe('an invalid request', () => {
  it.each(INVALID)('is the mistake of its client: %s', async (_what, body, code) => {
    for (const options of [
      { path: '/graphql', method: 'POST', body: JSON.stringify(body) } as const,
      { path: `/graphql?${asSearch(body)}`, method: 'GET' } as const,
    ]) {
      const { text } = await call(house, options.path, {
        ...options,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      });
      const codes = codesOf(text);
      expect(codes).not.toEqual([]);
      expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      expect(codes).toContain(code);
    }
  });

  it('has a code where it comes for a stream, too', async () => {
    for (const [, body] of INVALID) {
      const { text } = await call(house, '/graphql/stream', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify(body),
      });
      if (!text.includes('"errors"')) continue;
      const json = text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '');
      for (const code of codesOf(json)) {
        expect([body, code]).toEqual([body, expect.any(String)]);
        expect([body, code]).not.toEqual([body, 'INTERNAL_SERVER_ERROR']);
      }
    }
  });

  it('is a subscription that accepts no stream', async () => {
    const { status, text } = await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'subscription { cartProgress(token: "x") { __typename } }' }),
    });
    expect([status, codesOf(text)]).toEqual([406, ['NOT_ACCEPTABLE']]);
  });

  it('is a subscription with a missing variable', async () => {
    const { text } = await call(house, '/graphql/stream', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'subscription ($t: ID!) { cartProgress(token: $t) { __typename } }' }),
    });
    expect(text).toContain('"code":"BAD_USER_INPUT"');
  });

  it('is refused by GET where it would be a mutation', async () => {
    const search = new URLSearchParams({ query: 'mutation { keepCart(id: "x") { id } }' });
    const { status, text } = await call(house, `/graphql?${search.toString()}`);
    expect([status, codesOf(text)]).toEqual([405, ['METHOD_NOT_ALLOWED']]);
  });
});
