import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { request } from 'undici';

import { ManifestUnusable, readManifest } from '../../../src/http/endpoints/manifest';
import { CREATE, FORCE_POLLING, RESULT, TWO_TICKETS } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { type RawAnswer, SMALL_QUERY, call, codeOf } from '../call';

const EVENT = 'query Event($id: EventID!) { event(id: $id) { name } }';
const PROGRESS = `subscription Progress($token: ID!) { cartProgress(token: $token) { ${RESULT} } }`;
const hashOf = (text: string, algorithm = 'sha1') => createHash(algorithm).update(text).digest('hex');

/** As the client preset of graphql-codegen writes it, whose hashes are SHA-1. */
const MANIFEST = Object.fromEntries([EVENT, CREATE, PROGRESS].map((text) => [hashOf(text), text]));

let folder: string;
let path: string;
let house: House;
let close = async () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  path = join(folder, 'persisted-documents.json');
  writeFileSync(path, JSON.stringify(MANIFEST));
});
afterEach(async () => {
  await close();
  close = async () => {};
  rmSync(folder, { recursive: true });
});

const open = async (env: Record<string, string> = {}) => {
  house = await openHouse({ env });
  close = house.close;
};
const openOnly = () => open({ PERSISTED_QUERIES: path, PERSISTED_QUERIES_ONLY: 'true' });

const variables = { id: '3F004CBB88958BF9' };
const post = (body: unknown): Promise<RawAnswer> =>
  call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = (params: Record<string, string>): Promise<RawAnswer> =>
  call(house, `/graphql?${new URLSearchParams(params).toString()}`);
const apq = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } });

const refusals = ({ status, text }: RawAnswer) => [status, codeOf({ text } as RawAnswer)];

describe('a gateway that answers trusted documents only', () => {
  it.each([
    ['documentId', { documentId: hashOf(EVENT) }],
    ['doc_id', { doc_id: hashOf(EVENT) }],
    ['documentId before doc_id', { documentId: hashOf(EVENT), doc_id: 'unknown' }],
    ['documentId with the name of an algorithm', { documentId: `sha256:${hashOf(EVENT)}` }],
    ['the extension persistedQuery', { extensions: apq(hashOf(EVENT)) }],
    ['a null for a query', { documentId: hashOf(EVENT), query: null }],
  ])('R-DOOR-3: answers one that is named by its hash, %s', async (_what, named) => {
    await openOnly();
    const answer = await post({ ...named, variables, operationName: 'Event' });
    expect(JSON.parse(answer.text).data.event.name).toContain('Seattle Sounders');
  });

  it('answers one by GET', async () => {
    await openOnly();
    for (const named of [
      { documentId: hashOf(EVENT) },
      { extensions: JSON.stringify(apq(hashOf(EVENT))) },
    ] as Record<string, string>[]) {
      const answer = await get({ ...named, variables: JSON.stringify(variables) });
      expect(JSON.parse(answer.text).data.event.name).toContain('Seattle Sounders');
    }
  });

  it('carries out a mutation', async () => {
    await openOnly();
    const answer = await post({ documentId: hashOf(CREATE), variables: { input: TWO_TICKETS } });
    expect(JSON.parse(answer.text).data.createCart.__typename).toBe('Cart');
  });

  it.each([
    ['a query', { query: SMALL_QUERY }],
    ['the very text of a trusted one', { query: EVENT, variables }],
    ['no document at all', { variables }],
    ['extensions of another kind', { query: SMALL_QUERY, extensions: { persistedQuery: 7 } }],
    ['extensions that are none', { query: SMALL_QUERY, extensions: [apq(hashOf(EVENT))] }],
  ])('R-DOOR-3: refuses a request that names none, %s', async (_what, body) => {
    await openOnly();
    expect(refusals(await post(body))).toEqual([400, 'PERSISTED_QUERY_REQUIRED']);
  });

  it.each([
    ['without extensions', {}, 'PERSISTED_QUERY_REQUIRED'],
    ['with extensions that are not JSON', { extensions: '{' }, 'BAD_REQUEST'],
  ])('refuses a GET that names none, %s', async (_what, params, code) => {
    await openOnly();
    expect(refusals(await get({ query: SMALL_QUERY, ...params }))).toEqual([400, code]);
  });

  it.each([
    ['a hash that was not registered', hashOf('{ x }')],
    ['a hash in capitals', hashOf(EVENT).toUpperCase()],
    ['what every object has', '__proto__'],
    ['what every object inherits', 'constructor'],
    ['nothing', ''],
    ['a number', 7],
    ['an object', { toString: 'x' }],
    ['a list of a good one', [hashOf(EVENT)]],
  ])('refuses %s', async (_what, hash) => {
    await openOnly();
    expect(refusals(await post({ documentId: hash, query: SMALL_QUERY }))).toEqual([
      400,
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
    expect(refusals(await post({ extensions: apq(hash) }))).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('does not learn new ones', async () => {
    await openOnly();
    const extensions = apq(hashOf(SMALL_QUERY, 'sha256'));
    expect(refusals(await post({ query: SMALL_QUERY, extensions }))).toEqual([
      400,
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  });

  it('R-DOOR-3: answers the trusted text, whatever text is sent along', async () => {
    await openOnly();
    const answer = await post({ documentId: hashOf(EVENT), query: SMALL_QUERY, variables });
    expect(Object.keys(JSON.parse(answer.text).data as object)).toEqual(['event']);
    const byGet = await get({
      documentId: hashOf(EVENT),
      query: SMALL_QUERY,
      variables: JSON.stringify(variables),
    });
    expect(Object.keys(JSON.parse(byGet.text).data as object)).toEqual(['event']);
  });

  it.each(['/graphql', '/graphql/stream'])('R-DOOR-3: applies to subscriptions, too: %s', async (at) => {
    await openOnly();
    const created = await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...FORCE_POLLING },
      body: JSON.stringify({ documentId: hashOf(CREATE), variables: { input: TWO_TICKETS } }),
    });
    const { token } = JSON.parse(created.text).data.createCart;
    const subscribe = (body: unknown) =>
      request(house.gateway.url + at, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify(body),
      });
    const refused = await subscribe({ query: PROGRESS, variables: { token } });
    expect(refused.statusCode).toBe(400);
    expect(await refused.body.text()).toContain('PERSISTED_QUERY_REQUIRED');
    const heard = await subscribe({ documentId: hashOf(PROGRESS), variables: { token } });
    expect(heard.statusCode).toBe(200);
    expect(await house.clock.until(heard.body.text())).toContain('"__typename":"Cart"');
  });
});

describe('a gateway that knows trusted documents and answers others, too', () => {
  it('answers both', async () => {
    await open({ PERSISTED_QUERIES: path });
    expect((await post({ documentId: hashOf(EVENT), variables })).status).toBe(200);
    expect(JSON.parse((await post({ query: SMALL_QUERY })).text).data.countries).toBeDefined();
  });

  it('refuses a documentId that it does not know', async () => {
    await open({ PERSISTED_QUERIES: path });
    const answer = await post({ documentId: 'unknown', query: SMALL_QUERY });
    expect(refusals(answer)).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
  });
});

describe('automatic persisted queries', () => {
  const automatic = { version: 1, sha256Hash: hashOf(SMALL_QUERY, 'sha256') };

  it('are learnt once and then asked for by their hash alone, also by GET', async () => {
    await open();
    const extensions = { persistedQuery: automatic };
    expect(codeOf(await post({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post({ query: SMALL_QUERY, extensions })).status).toBe(200);
    for (const answer of [
      await post({ extensions }),
      await get({ extensions: JSON.stringify(extensions) }),
    ]) {
      expect(JSON.parse(answer.text).data.countries).toBeDefined();
    }
  });

  it('are not learnt under a hash that is not theirs', async () => {
    await open();
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf('{ x }', 'sha256') } };
    expect((await post({ query: SMALL_QUERY, extensions })).status).toBe(400);
    expect(codeOf(await post({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('a manifest', () => {
  const NO_FORM = /none of the known forms.*graphql-codegen.*relay-compiler.*Apollo's tools/;
  const apollo = (extra: object) =>
    JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [], ...extra });

  it.each([
    ['is not there', null, /file that this process may read/],
    ['is no JSON', '{', /not JSON/],
    ['is a list', '[]', NO_FORM],
    ['holds what is no text', '{"a":7}', NO_FORM],
    ['holds an empty document', '{"a":""}', NO_FORM],
    ['has texts and sources', '{"a":"{ x }","b":{"source":"{ x }"}}', NO_FORM],
    ['is of a later version', apollo({ version: 2 }), NO_FORM],
    ['is of another format', apollo({ format: 'other' }), NO_FORM],
    ['has an operation without an id', apollo({ operations: [{ body: '{ x }' }] }), NO_FORM],
    [
      'has two documents of one id',
      apollo({
        operations: [
          { id: 'a', body: '{ x }' },
          { id: 'a', body: '{ y }' },
        ],
      }),
      /two different documents of one id/,
    ],
  ])('that %s stops the process with a sentence', (_what, content, sentence) => {
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
    expect(() => readManifest(path)).toThrow(ManifestUnusable);
    expect(() => readManifest(path)).toThrow(/^PERSISTED_QUERIES cannot be used: .+\.$/);
    expect(() => readManifest(path)).toThrow(sentence);
  });

  it('may begin with a byte order mark', () => {
    writeFileSync(path, `\uFEFF${JSON.stringify(MANIFEST)}`);
    expect(readManifest(path).size).toBe(3);
  });
});
