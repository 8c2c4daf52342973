import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type GraphQLObjectType, getNamedType } from 'graphql';
import { Pool } from 'undici';

import { buildSchema } from '../../src/graphql/schema';
import { notable } from '../../src/sandbox/catalogue/notable';
import { fullSelection } from '../graphql/full-selection';
import { fanOut, nested, ofFatEvent, times, turns } from '../graphql/limits/bombs';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');
const CLIENTS = 100;
const CHECKS = 60;
const PAUSE_MS = 20;
/** How much longer than an idle server's a gateway's answer may take, both on the same busy machine. */
const MOST_MS = 50;

/** A server of the least work: what its answers take is what the machine takes. */
const IDLE_SERVER = `
  const server = require('node:http').createServer((req, res) => res.end());
  server.listen(0, '127.0.0.1', () => console.log('open at http://127.0.0.1:' + server.address().port + '/graphql'));
`;

const event = getNamedType(buildSchema().getQueryType()?.getFields()['event']?.type);

/** What costs most of all that is let pass. */
const ACCEPTED = [
  ofFatEvent(fullSelection(event as GraphQLObjectType).slice(1, -1)),
  ofFatEvent(turns(4)),
  `{ events(ids: [${times(14, () => `"${notable.fat}"`)}]) { tickets { prices { charges { kind amount { amount } } } } } }`,
  `{ __schema { types { name description fields { name description args { name } type { name kind ofType { name } } } } } }`,
];

/** What costs most to refuse. */
const REFUSED = [
  `{ ${times(30_000, () => 'a')} }`,
  ofFatEvent(times(1900, () => 'name')),
  nested(900),
  fanOut(160),
  ofFatEvent(turns(7)),
  ofFatEvent(times(900, (index) => `nam${index}`)),
  `{ events(ids: [${times(1900, () => '"x"')}]) { id } }`,
];

const started: ChildProcess[] = [];
let url: string;
let idleUrl: string;
beforeAll(async () => {
  url = await startServer(MAIN);
  idleUrl = await startServer('-e', IDLE_SERVER);
});
afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

/** Starts a process and returns the address that it prints. */
async function startServer(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent' },
    cwd: mkdtempSync(join(tmpdir(), 'stagedoor-')),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  let printed = '';
  while (!printed.includes('/graphql')) {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    printed += chunk.toString();
  }
  return /open at (http:\S+)\/graphql/.exec(printed)?.[1] ?? '';
}

/** `CLIENTS` clients, each of which sends the next document as soon as the last is answered, until they are stopped. */
function crowd(documents: readonly string[]) {
  const pool = new Pool(url, { connections: CLIENTS });
  const statuses = new Set<number>();
  let sent = 0;
  const client = async () => {
    for (;;) {
      const query = documents[sent++ % documents.length];
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        // No two are the same text, so that no answer is ready.
        body: JSON.stringify({ query: `${query} #${sent}` }),
      });
      statuses.add(statusCode);
      await body.dump({ limit: Infinity });
    }
  };
  const clients = Array.from({ length: CLIENTS }, () => client().catch(() => {}));
  return {
    statuses,
    stop: async () => {
      await pool.destroy();
      await Promise.all(clients);
    },
  };
}

/** The median time, in milliseconds, that a check of the server's health takes. */
async function healthCheckMs(server: string): Promise<number> {
  const pool = new Pool(server, { connections: 1 });
  const took: number[] = [];
  while (took.length < CHECKS) {
    await pause(PAUSE_MS);
    const startedAt = performance.now();
    const { statusCode, body } = await pool.request({ method: 'GET', path: '/health/live' });
    await body.dump();
    expect(statusCode).toBe(200);
    took.push(performance.now() - startedAt);
  }
  await pool.close();
  return took.sort((a, b) => a - b)[CHECKS / 2] ?? NaN;
}

it.each([
  ['the worst documents that are accepted', ACCEPTED, 200],
  ['the worst documents that are refused', REFUSED, 400],
])(
  'R-LIMIT-7: a health check is answered soon while a hundred clients send %s',
  async (_what, documents, status) => {
    const clients = crowd(documents);
    const [gatewayMs, idleMs] = await Promise.all([healthCheckMs(url), healthCheckMs(idleUrl)]);
    await clients.stop();
    expect(gatewayMs - idleMs).toBeLessThan(MOST_MS);
    expect([...clients.statuses]).toEqual([status]);
  },
  60_000,
);
