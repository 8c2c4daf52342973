import { join } from 'node:path';

import { SCHEMA_VERSION } from '../../src/storage/postgres/migrations';
import { PostgresStore } from '../../src/storage/postgres/postgres-store';
import { type PostgresServer, query, startPostgres } from '../support/programs/postgres';
import { killPrograms, startProgram } from '../support/programs';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');

let server: PostgresServer;
let url: string;

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  url = await server.newDatabase();
});
afterEach(killPrograms);
afterAll(() => server.stop());

/** What `check` says of the ledger at `address`, and its exit code. */
async function check(address: string): Promise<{ code: number | null; ledger: string | undefined }> {
  const program = startProgram(process.execPath, [MAIN, 'check'], { env: { DATABASE_URL: address } });
  const code = await program.ended();
  const { host, password } = new URL(address);
  expect(program.printed()).not.toContain(host);
  if (password !== '') expect(program.printed()).not.toContain(password);
  return {
    code,
    ledger: program
      .printed()
      .split('\n')
      .find((line) => line.includes('ledger:')),
  };
}

/** The address of the database for another user. */
function asUser(name: string, password = ''): string {
  const address = new URL(url);
  address.username = name;
  address.password = password;
  return address.href;
}

const tables = () => query(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'stagedoor'`);

/** Makes the tables, as a gateway does at start. */
const migrate = async () => (await PostgresStore.open({ url, connections: 1 })).close();

describe('check, of a ledger in PostgreSQL', () => {
  it('passes on an empty database, and leaves it empty', async () => {
    expect(await check(url)).toEqual({
      code: 0,
      ledger: 'ok        ledger: can be made in DATABASE_URL at start',
    });
    expect(await tables()).toEqual([]);
  });

  it('passes beside a running gateway', async () => {
    const store = await PostgresStore.open({ url, connections: 1 });
    const result = await check(url);
    await store.close();
    expect(result).toEqual({
      code: 0,
      ledger: `ok        ledger: can be written in DATABASE_URL; version ${SCHEMA_VERSION} of its tables`,
    });
  });

  it('names the version of older tables, and does not migrate them', async () => {
    await migrate();
    await query(url, 'DELETE FROM stagedoor.migrations WHERE number > 1');
    const { code, ledger } = await check(url);
    expect(ledger).toMatch(`version 1 of its tables, which become version ${SCHEMA_VERSION} at start`);
    expect(code).toBe(0);
    expect(await query(url, 'SELECT number FROM stagedoor.migrations')).toEqual([{ number: 1 }]);
  });

  it('passes on tables of a newer release, and says so', async () => {
    await migrate();
    await query(url, 'INSERT INTO stagedoor.migrations (number) VALUES (99)');
    const { code, ledger } = await check(url);
    expect(ledger).toMatch(`version 99 of its tables, of a newer release than this one (${SCHEMA_VERSION})`);
    expect(code).toBe(0);
  });

  it.each([
    ['nothing listens', () => 'postgres://stagedoor:pass-word@127.0.0.1:1/test', /cannot be reached/],
    ['the host is unknown', () => 'postgres://stagedoor:pass-word@nowhere.invalid/test', /cannot be reached/],
    ['there is no such database', () => url.replace(/\w+$/, 'unknown'), /no database of that name/],
    ['there is no such user', () => asUser('nobody', 'pass-word'), /does not accept its user or password/],
  ])('fails with a sentence where %s', async (_, address, sentence) => {
    const { code, ledger } = await check(address());
    expect(ledger).toMatch(/^FAILED {4}ledger: DATABASE_URL cannot be used: .*\.$/);
    expect(ledger).toMatch(sentence);
    expect(code).toBe(1);
  });

  it('fails with a sentence where the user has no right', async () => {
    await query(url, 'CREATE ROLE guest LOGIN');
    try {
      expect((await check(asUser('guest'))).ledger).toMatch(/may not create the schema "stagedoor"/);
      await migrate();
      expect((await check(asUser('guest'))).ledger).toMatch(/may not create the tables, or not use them/);
      await query(url, 'GRANT USAGE ON SCHEMA stagedoor TO guest');
      await query(url, 'GRANT SELECT ON stagedoor.migrations TO guest');
      expect((await check(asUser('guest'))).ledger).toMatch(/may not create the tables, or not use them/);
    } finally {
      await query(url, 'DROP OWNED BY guest; DROP ROLE guest');
    }
  });

  it('fails within seconds where the database says nothing', async () => {
    server.freeze();
    try {
      const startedAtMs = performance.now();
      expect((await check(url)).ledger).toMatch(/FAILED .*cannot be reached/);
      expect(performance.now() - startedAtMs).toBeLessThan(15_000);
    } finally {
      server.resume();
    }
  });
});
