import fc from 'fast-check';

import { StoreUnusable } from '../../../src/storage/errors';
import { Database } from '../../../src/storage/postgres/database';
import { SCHEMA_VERSION } from '../../../src/storage/postgres/migrations';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import { sql } from '../../../src/storage/postgres/sql';
import { type PostgresServer, query, startPostgres } from '../../support/programs/postgres';

let server: PostgresServer;
let url: string;

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  url = await server.newDatabase();
});
afterAll(() => server.stop());

const open = (address = url) => PostgresStore.open({ url: address, connections: 2 });

describe('the schema', () => {
  it('is made once, also where eight processes start at once on an empty database', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => open()));
    const numbers = Array.from({ length: SCHEMA_VERSION }, (_, at) => ({ number: at + 1 }));
    expect(await query(url, 'SELECT number FROM stagedoor.migrations ORDER BY number')).toEqual(numbers);
    await stores[0]?.insert('a', { body: 1, dueAtMs: 1 });
    expect(await stores[7]?.read('a')).toEqual({ body: 1, dueAtMs: 1 });
    await Promise.all(stores.map((store) => store.close()));
  });

  it('may be that of the next release, which is left as it is', async () => {
    await (await open()).close();
    await query(url, `ALTER TABLE stagedoor.documents ADD COLUMN later text NOT NULL DEFAULT ''`);
    await query(url, `INSERT INTO stagedoor.migrations (number) VALUES (${SCHEMA_VERSION + 1})`);
    const store = await open();
    expect(await store.insert('a', { body: 1, dueAtMs: 1 })).toBe(true);
    await store.close();
  });

  it('of the first version is brought up to date, with what is in it, while a release of then goes on', async () => {
    await (await open()).close();
    await query(
      url,
      `ALTER TABLE stagedoor.documents DROP COLUMN state, DROP COLUMN edition; DROP TABLE stagedoor.access_tokens, stagedoor.counts, stagedoor.event_details,
       stagedoor.quotas, stagedoor.quota_users;
       DELETE FROM stagedoor.migrations WHERE number > 1`,
    );
    const write = (id: string) =>
      query(
        url,
        `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms, is_ended)
         VALUES ('${id}', '{"version":2,"state":"HELD"}', 1, 1, false)`,
      );
    await write('before');
    const store = await open();
    await write('after');
    expect(await store.sharedCounts().byState()).toEqual({ HELD: 2 });
    await store.close();
  });

  it('finds what is due by an index alone', async () => {
    const store = await open();
    await query(
      url,
      `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms)
       SELECT 'id' || n, '{}', n, n FROM generate_series(1, 20000) n; ANALYZE stagedoor.documents`,
    );
    const plan = await query(
      url,
      `EXPLAIN SELECT id FROM stagedoor.documents WHERE next_at_ms <= 50 AND NOT is_ended
       ORDER BY next_at_ms, id LIMIT 64 FOR UPDATE SKIP LOCKED`,
    );
    expect(JSON.stringify(plan)).toContain('documents_due');
    expect(JSON.stringify(plan)).not.toContain('Sort');
    await store.close();
  });
});

describe('a database that cannot be used is refused with a sentence', () => {
  const refusal = async (address: string): Promise<string> => {
    const error: unknown = await open(address).then(
      (store) => store.close(),
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(StoreUnusable);
    expect((error as Error).message).not.toContain(address);
    return (error as Error).message;
  };

  it('where nothing listens', async () => {
    expect(await refusal('postgres://stagedoor@127.0.0.1:1/test')).toMatch(/cannot be reached/);
  });

  it('where the database does not exist', async () => {
    const address = new URL(url);
    address.pathname = '/unknown';
    expect(await refusal(address.href)).toMatch(/no database of that name/);
  });

  it('where the user may not create the schema', async () => {
    await query(url, 'CREATE ROLE guest LOGIN');
    const address = new URL(url);
    address.username = 'guest';
    expect(await refusal(address.href)).toMatch(/may not create the schema/);
    await query(url, 'DROP ROLE guest');
  });

  it('unless an administrator has created it', async () => {
    await query(url, 'CREATE ROLE guest LOGIN; CREATE SCHEMA stagedoor AUTHORIZATION guest');
    const address = new URL(url);
    address.username = 'guest';
    await (await open(address.href)).close();
    await query(url, 'DROP OWNED BY guest; DROP ROLE guest');
  });
});

describe('a value in a statement', () => {
  it('arrives as it was, whatever is in it', async () => {
    const database = new Database({ url, connections: 4, waitMs: 5000, mostWaiting: 100 });
    const text = fc.oneof(
      fc.string({ unit: 'binary' }).map((any) => Buffer.from(any.replaceAll('\u0000', '')).toString()),
      fc.string({ unit: fc.constantFrom("'", '\\', '"', '$', ';', '-', '/', '*', '\n', 'E', 'é', '🎭') }),
    );
    const number = fc.oneof(fc.double({ noNaN: true }), fc.integer()).map((any) => any + 0);
    const property = fc.asyncProperty(text, fc.array(text), number, async (one, several, amount) => {
      const [row] = await database.rows<{ one: string; several: string[]; amount: number }>(
        sql`SELECT ${one} AS one, ${several} AS several, ${amount} AS amount`,
      );
      expect(row).toEqual({ one, several, amount });
    });
    await fc.assert(property, { numRuns: 300 });
    await database.close();
  });
});
