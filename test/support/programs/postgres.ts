import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import { type Program, installed } from './debian';
import { freePort } from './free-port';

/** Where Debian puts the programs of each version. */
const VERSIONS = '/usr/lib/postgresql';
const POSTGRES: Program = {
  title: 'PostgreSQL',
  debianPackage: 'postgresql',
  // Its own folder has all the others, too.
  names: ['initdb'],
  folders: versionFolders,
};
const PGBOUNCER: Program = {
  title: 'PgBouncer',
  debianPackage: 'pgbouncer',
  names: ['pgbouncer'],
  folders: () => ['/usr/sbin'],
};

/** How long a server may take to start, also after a crash, on a busy machine. */
const START_MS = 60_000;

/** A PostgreSQL of this test's own, on the loopback and in a temporary folder. */
export interface PostgresServer {
  readonly port: number;
  /** A new, empty database; its address. */
  readonly newDatabase: () => Promise<string>;
  /** Ends it without a word, as a power failure does. */
  readonly kill: () => Promise<void>;
  /** Starts it again after `kill`. */
  readonly restart: () => Promise<void>;
  /** Freezes and resumes it: nobody is answered meanwhile, and no connection breaks. */
  readonly freeze: () => void;
  readonly resume: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL server, which is installed from Debian's packages where there is none.
 *
 * @param isDurable whether what is committed outlives a crash of the machine. Without, tests are faster.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const programs = dirname(installed(POSTGRES));
  const folder = temporaryFolder('stagedoor-postgres-');
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'stagedoor', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(programs, 'initdb'), init, { ...asUser(), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = await freePort();
  const options = [
    ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=200', '-c', `fsync=${isDurable ? 'on' : 'off'}`],
  ];
  let server: Running;
  const start = async () => {
    server = run(join(programs, 'postgres'), options);
    await reachable(port, 'postgres', server);
  };
  await start();
  let databases = 0;
  return {
    port,
    newDatabase: async () => {
      const name = `test_${++databases}`;
      await command(port, 'postgres', `CREATE DATABASE ${name}`);
      return addressOf(port, name);
    },
    kill: () => server.end('SIGKILL'),
    restart: start,
    freeze: () => server.signalAll('SIGSTOP'),
    resume: () => server.signalAll('SIGCONT'),
    stop: async () => {
      await server.end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PgBouncer in transaction mode in front of a server. */
export interface Pooler {
  /** The address of one of the server's databases by way of the pooler. */
  readonly through: (url: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts a PgBouncer of this test's own. It has few connections to the server, so that clients have to share them. */
export async function startPgBouncer(server: PostgresServer): Promise<Pooler> {
  const program = installed(PGBOUNCER);
  const folder = temporaryFolder('stagedoor-pgbouncer-');
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const settings = [
    '[databases]',
    `* = host=127.0.0.1 port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 3',
    'max_client_conn = 200',
  ];
  // "any" needs a user for each database.
  settings[1] += ' user=stagedoor';
  writeFileSync(file, settings.join('\n'));
  const pooler = run(program, ['-q', file]);
  await reachable(port, 'postgres', pooler);
  return {
    through: (url) => {
      const address = new URL(url);
      address.port = String(port);
      return address.href;
    },
    stop: async () => {
      await pooler.end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const addressOf = (port: number, name: string): string => `postgres://stagedoor@127.0.0.1:${port}/${name}`;

const command = (port: number, database: string, text: string) => query(addressOf(port, database), text);

/** A program that runs until it is ended. */
class Running {
  #printed = '';

  constructor(private readonly child: ChildProcess) {
    child.stderr?.on('data', (chunk: Buffer) => (this.#printed += chunk.toString()));
    process.once('exit', () => child.kill('SIGKILL'));
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What it had to complain about. */
  get printed(): string {
    return this.#printed;
  }

  /** Sends a signal to the program and all processes that it has started. */
  signalAll(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    for (const id of [pid, ...childrenOf(pid)]) process.kill(id, signal);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    if (signal === 'SIGKILL') this.signalAll(signal);
    else this.child.kill(signal);
    await ended;
  }
}

const run = (program: string, args: string[]): Running =>
  new Running(spawn(program, args, { ...asUser(), stdio: ['ignore', 'ignore', 'pipe'] }));

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map(Number);
}

/** Waits until a server accepts connections. */
async function reachable(port: number, database: string, server: Running): Promise<void> {
  const giveUpAtMs = Date.now() + START_MS;
  for (;;) {
    try {
      await command(port, database, 'SELECT 1');
      return;
    } catch (error) {
      if (server.hasEnded) throw new Error(`The server did not start: ${server.printed}`, { cause: error });
      if (Date.now() > giveUpAtMs) throw error;
      await pause(50);
    }
  }
}

/** Neither server runs as root. */
function asUser(): { uid?: number; gid?: number; cwd: string } {
  if (process.getuid?.() !== 0) return { cwd: tmpdir() };
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g'), cwd: tmpdir() };
}

function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const { uid, gid } = asUser();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/** The folders of each version's programs, the newest first. */
function versionFolders(): string[] {
  if (!existsSync(VERSIONS)) return [];
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(VERSIONS, version, 'bin'));
}
