import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import { type PostgresServer, query, startPostgres } from '../../support/programs/postgres';

let server: PostgresServer;
let database: string;
let store: PostgresStore;
let seen: Set<string>;
beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  database = await server.newDatabase();
  store = await PostgresStore.open({ url: database, connections: 2 });
  seen = new Set();
  store.watch((id) => seen.add(id));
});
afterEach(() => store.close());
afterAll(() => server.stop());

async function untilSeen(count: number, withinMs: number): Promise<void> {
  const giveUpAtMs = performance.now() + withinMs;
  while (seen.size < count && performance.now() < giveUpAtMs) await new Promise((on) => setTimeout(on, 20));
  expect(seen.size).toBe(count);
}

describe('the changes that a process hears of', () => {
  it('are not kept from it by what others say on the channel', async () => {
    for (const text of ['', 'hello', 'null', '{"by": 1}', '{"changed": [["a", 1, "x"]]}', '{"changed": 3}'])
      await query(database, `SELECT pg_notify('stagedoor', '${text}')`);
    const other = await PostgresStore.open({ url: database, connections: 2 });
    await other.insert('cart', { body: {}, dueAtMs: 1 });
    await untilSeen(1, 2000);
    await other.close();
  });

  it('are all of them, although no notice came and one look cannot hold them', async () => {
    await query(
      database,
      `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms)
       SELECT 'cart ' || at, '{}', 1, 1 FROM generate_series(1, 25000) AS at`,
    );
    await untilSeen(25_000, 18_000);
  }, 40_000);
});
