// A PostgreSQL of the bench's own, on the loopback and in a temporary folder. What is committed reaches the disk, as in production.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { killAtTheEnd, temporaryFolder } from './leave-nothing.mjs';

/** Where Debian puts the programs of each version. `npm test` installs them where there are none. */
const VERSIONS = '/usr/lib/postgresql';
const START_WITHIN_MS = 60_000;

/** Starts a server. Resolves to `newDatabase`, which resolves to an address, and `stop`. */
export async function startPostgres() {
  const [version] = readdirSync(VERSIONS).sort((a, b) => b - a);
  const programs = `${VERSIONS}/${version}/bin`;
  const folder = temporaryFolder();
  const user = asUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = `${folder}/data`;
  const made = spawnSync(`${programs}/initdb`, ['-D', data, '-U', 'stagedoor', '-A', 'trust'], user);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];
  const server = spawn(
    `${programs}/postgres`,
    ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    { ...user, stdio: 'ignore' },
  );
  killAtTheEnd(server);
  const address = (name) => `postgres://stagedoor@127.0.0.1:${port}/${name}`;
  const giveUpAtMs = Date.now() + START_WITHIN_MS;
  for (;;) {
    try {
      await query(address('postgres'), 'SELECT 1');
      break;
    } catch (error) {
      if (Date.now() > giveUpAtMs) throw error;
      await pause(50);
    }
  }
  let databases = 0;
  return {
    newDatabase: async () => {
      const name = `bench_${++databases}`;
      await query(address('postgres'), `CREATE DATABASE ${name}`);
      return address(name);
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    },
  };
}

/** Runs one statement on a connection of its own, and returns its rows. */
export async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The server does not run as root. */
function asUser() {
  if (process.getuid() !== 0) return {};
  const idOf = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g'), cwd: '/' };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
