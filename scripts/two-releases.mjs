// `npm run two-releases -- REVISION`: an earlier release and this one side by side on one database, as in an update of one process
// after the other. Carts that one has begun are ended by the other. The earlier release is compiled from the repository's history,
// with the packages of today.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { startChild } from '../bench/support/child.mjs';
import { killAtTheEnd, temporaryFolder } from '../bench/support/leave-nothing.mjs';
import { query, startPostgres } from '../bench/support/postgres.mjs';
import { gatewayShopper } from '../bench/support/shoppers.mjs';
import { prepareGateway, root, toolPath } from './prepare.mjs';

const CARTS = 40;
const AT_ONCE = 8;

const [revision] = process.argv.slice(2);
if (revision === undefined) {
  process.stderr.write('Name a revision: npm run two-releases -- v0.1.0\n');
  process.exit(1);
}
await prepareGateway();
const earlier = compiled(revision);

const server = await startPostgres();
const url = await server.newDatabase();
const sandbox = await startChild('./sandbox-process.mjs', { pollingDepth: 1, pollWaitSeconds: 0.2 });
const { facts } = sandbox;
const env = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  DATABASE_URL: url,
  PARTNER_API_URL: facts.url,
  PARTNER_API_KEY: facts.apiKey,
  PARTNER_API_SECRET: facts.apiSecret,
  PARTNER_API_CALLS_PER_SECOND: '0',
  CART_LEASE_SECONDS: '3600',
  // Each of the two must get along with what the other puts there.
  NODE_ENV: 'production',
};

// The earlier release has carts when this one starts and changes the schema.
const before = await started(earlier);
const atBefore = gatewayShopper({ gatewayUrl: before.url, facts });
const old = await carts(CARTS, (eventId) => atBefore.create(eventId));
const now = await started(root);
const atNow = gatewayShopper({ gatewayUrl: now.url, facts });
await each(old, (id) => atNow.delete(id));
report(`${CARTS} carts of the earlier release, ended by this one`);

await each(await carts(CARTS, (eventId) => atNow.create(eventId)), (id) => atBefore.delete(id));
report(`${CARTS} carts of this release, ended by the earlier one`);

// Both at once, and then the earlier one goes without a word.
const both = (
  await Promise.all([atBefore, atNow].map((shopper) => carts(CARTS, (id) => shopper.create(id))))
).flat();
before.child.kill('SIGKILL');
await each(both, (id) => atNow.delete(id));
report(`${2 * CARTS} carts of both at once, ended by this one alone`);

const { openCarts, violations } = await sandbox.ask('report');
assert.equal(openCarts, 0);
assert.deepEqual([...new Set(Object.values(violations))], [0], JSON.stringify(violations));
const [{ left }] = await query(
  url,
  'SELECT count(*)::int AS left FROM stagedoor.documents WHERE NOT is_ended',
);
assert.equal(left, 0);
report('no cart is left, and upstream saw nothing wrong');
now.child.kill('SIGKILL');
await server.stop();
process.exit(0);

/** Compiles a revision in a folder of its own. Returns the folder. */
function compiled(name) {
  const folder = temporaryFolder();
  const archive = spawnSync('git', ['archive', name], { cwd: root, maxBuffer: 2 ** 30 });
  if (archive.status !== 0) throw new Error(`There is no ${name} here: ${archive.stderr}`);
  spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const built = spawnSync(toolPath('tsc'), ['-p', 'tsconfig.build.json'], { cwd: folder, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${name} cannot be compiled: ${built.stdout}`);
  return folder;
}

/** Starts a built release. Resolves to its address and its process. */
async function started(folder) {
  const child = spawn(process.execPath, [join(folder, 'dist', 'main.js')], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  killAtTheEnd(child);
  let printed = '';
  for (;;) {
    const [chunk] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(`It did not start: ${printed}`);
    printed += chunk;
    const [, address] = /open at (http:\S+)\/graphql/.exec(printed) ?? [];
    if (address === undefined) continue;
    child.stdout.resume();
    return { url: address, child };
  }
}

/** The ids of new carts. */
async function carts(count, create) {
  const ids = [];
  await each(Array.from({ length: count }), async (_, index) => {
    ids.push(await create(facts.eventIds[index % facts.eventIds.length]));
  });
  return ids;
}

/** Does `work` for each item, some at a time. */
async function each(items, work) {
  const left = [...items.entries()];
  const one = async () => {
    for (let next = left.pop(); next; next = left.pop()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function report(text) {
  process.stdout.write(`${text}\n`);
}
