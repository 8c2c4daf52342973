import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { printSchema } from 'graphql';

import { readManifest } from '../../src/http/endpoints/manifest';
import { buildSchema } from '../../src/graphql/schema';
import { type House, openHouse } from '../support/house';
import { type RawAnswer, call, codeOf } from '../http/call';

const PACKAGES = join(__dirname, '..', '..', 'node_modules');
/** The tools are slow to start. */
const TOOLS_MS = 60_000;

const EVENT = 'query EventQuery($id: EventID!) { event(id: $id) { id ...Page_named } }';
const NAMED = 'fragment Page_named on Event { name }';
const COUNTRIES = 'query CountriesQuery { countries { isoCode } }';
const VARIABLES = { id: '3F004CBB88958BF9' };

let project: string;
let close = async () => {};
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  symlinkSync(PACKAGES, join(project, 'node_modules'));
  writeFileSync(join(project, 'schema.graphql'), printSchema(buildSchema()));
});
afterEach(async () => {
  await close();
  close = async () => {};
});
afterAll(() => rmSync(project, { recursive: true }));

const write = (name: string, content: unknown): void =>
  writeFileSync(join(project, name), typeof content === 'string' ? content : JSON.stringify(content));
const run = (script: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(PACKAGES, script), ...args], { cwd: project });

/** A tool that writes manifests: how it is run, and where it writes. */
const TOOLS: Readonly<Record<string, () => Promise<string>>> = {
  'graphql-codegen': async () => {
    mkdirSync(join(project, 'codegen'));
    write('codegen/page.ts', `graphql(\`${EVENT}\`); graphql(\`${NAMED}\`); graphql(\`${COUNTRIES}\`);`);
    const generates = { './gql/': { preset: 'client', presetConfig: { persistedDocuments: true } } };
    write('codegen.json', { schema: 'schema.graphql', documents: 'codegen/*.ts', generates });
    await run('@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.json');
    return 'gql/persisted-documents.json';
  },
  "Apollo's tool": async () => {
    mkdirSync(join(project, 'apollo'));
    write(
      'apollo/page.ts',
      `import { gql } from '@apollo/client';
       export const event = gql\`${EVENT} ${NAMED}\`, countries = gql\`${COUNTRIES}\`;`,
    );
    write('persisted-query-manifest.config.json', { documents: ['apollo/*.ts'], output: 'apollo.json' });
    await run('@apollo/generate-persisted-query-manifest/cli.js');
    return 'apollo.json';
  },
  'relay-compiler, MD5': () => relay('MD5'),
  'relay-compiler, SHA256': () => relay('SHA256'),
};

/** Runs relay-compiler, which wants an operation and a fragment to have names that begin with that of their file. */
async function relay(algorithm: string): Promise<string> {
  const folder = `relay-${algorithm}`;
  const file = `./${folder}.json`;
  mkdirSync(join(project, folder, 'artefacts'), { recursive: true });
  write(`${folder}/Event.js`, `graphql\`${EVENT}\`;`);
  write(`${folder}/Page.js`, `graphql\`${NAMED}\`;`);
  write(`${folder}/Countries.js`, `graphql\`${COUNTRIES}\`;`);
  write(file, {});
  write(`${folder}.config.json`, {
    src: `./${folder}`,
    schema: './schema.graphql',
    language: 'javascript',
    artifactDirectory: `./${folder}/artefacts`,
    persistConfig: { file, algorithm },
  });
  await run('relay-compiler/cli.js', `${folder}.config.json`);
  return file;
}

/** Opens a gateway that answers the documents of the manifest only. */
async function open(manifest: string): Promise<House> {
  const PERSISTED_QUERIES = join(project, manifest);
  const house = await openHouse({ env: { PERSISTED_QUERIES, PERSISTED_QUERIES_ONLY: 'true' } });
  close = house.close;
  return house;
}

const post = (house: House, body: object): Promise<RawAnswer> =>
  call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The ways in which clients name a document. */
const waysToName = (id: string) => [
  { documentId: id },
  { documentId: `sha256:${id}` },
  { doc_id: id, query: null },
  { extensions: { persistedQuery: { version: 1, sha256Hash: id } } },
];

/** Expects that each document of the manifest is answered by its id, and nothing else. */
async function expectAnswered(house: House, manifest: string): Promise<void> {
  const documents = readManifest(join(project, manifest));
  expect(documents.size).toBe(2);
  for (const id of documents.keys()) {
    for (const named of waysToName(id)) {
      const { data, errors } = JSON.parse((await post(house, { ...named, variables: VARIABLES })).text);
      expect([named, errors]).toEqual([named, undefined]);
      expect(data.event?.name ?? data.countries).toBeDefined();
    }
  }
  for (const named of waysToName(createHash('sha256').update(COUNTRIES).digest('hex').replace(/^./, 'x')))
    expect(codeOf(await post(house, named))).toBe('PERSISTED_QUERY_NOT_FOUND');
  for (const text of [COUNTRIES, ...documents.values()])
    expect(codeOf(await post(house, { query: text, variables: VARIABLES }))).toBe('PERSISTED_QUERY_REQUIRED');
}

describe('R-DOOR-3: a manifest that a tool wrote', () => {
  test.each(Object.entries(TOOLS))(
    '%s',
    async (_name, generate) => {
      const manifest = await generate();
      await expectAnswered(await open(manifest), manifest);
    },
    TOOLS_MS,
  );

  test("of Apollo's tool is what Apollo Client names its documents by", async () => {
    const manifest = readFileSync(join(project, 'apollo.json'), 'utf8');
    const house = await open('apollo.json');
    const link = createPersistedQueryLink(
      generatePersistedQueryIdsFromManifest({
        loadManifest: async () => JSON.parse(manifest) as never,
      }),
    ).concat(new HttpLink({ uri: `${house.gateway.url}/graphql` }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const { data } = await client.query({ query: gql(`${EVENT} ${NAMED}`), variables: VARIABLES });
    expect(data).toHaveProperty('event.name');
    await expect(client.query({ query: gql('{ states { name } }') })).rejects.toThrow();
  });
});

/*
 * Apollo Kotlin and Apollo iOS run on Gradle and Swift. These are written by hand as their generators write them.
 */
describe('R-DOOR-3: a manifest in the form of', () => {
  const documents = { Event: `${EVENT} ${NAMED}`, Countries: COUNTRIES };
  const entries = Object.entries(documents).map(([name, body]) => ({
    id: createHash('sha256').update(body).digest('hex'),
    body,
    name,
    type: 'query',
  }));

  test.each<[string, object]>([
    [
      'Apollo iOS and Apollo Kotlin',
      { format: 'apollo-persisted-query-manifest', version: 1, operations: entries },
    ],
    [
      'Apollo iOS, before 1.4',
      Object.fromEntries(entries.map(({ id, name, body }) => [id, { name, source: body }])),
    ],
    [
      'Apollo Kotlin, before 4',
      Object.fromEntries(entries.map(({ id, name, type, body }) => [id, { name, source: body, type }])),
    ],
  ])('%s', async (name, manifest) => {
    const file = `${name}.json`;
    write(file, manifest);
    await expectAnswered(await open(file), file);
  });
});
