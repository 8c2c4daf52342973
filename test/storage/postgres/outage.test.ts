import { setTimeout as pause } from 'node:timers/promises';

import { StoreFailed } from '../../../src/storage/errors';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import type { Document } from '../../../src/storage/store';
import { type PostgresServer, query, startPostgres } from '../../support/programs/postgres';

let server: PostgresServer;
let url: string;
let store: PostgresStore;

beforeAll(async () => {
  server = await startPostgres({ isDurable: true });
});
beforeEach(async () => {
  url = await server.newDatabase();
  store = await PostgresStore.open({ url, connections: 4, leaseMs: 15_000 });
});
afterEach(() => store.close());
afterAll(() => server.stop());

const numbered = (count: number, dueAtMs = 1000): Document => ({ body: { count }, dueAtMs });
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );

describe('when the database is killed and started again', () => {
  it('nothing that was acknowledged is lost, and all goes on', async () => {
    const heard: string[] = [];
    store.watch((id) => heard.push(id));
    const other = await PostgresStore.open({ url, connections: 2 });
    const acknowledged: string[] = [];
    let isOver = false;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; !isOver; at++) {
        const id = `${writer}-${at}`;
        const isWritten = await store.insert(id, numbered(at)).catch(() => false);
        if (isWritten) acknowledged.push(id);
        else await pause(20);
      }
    });
    await pause(500);
    const before = acknowledged.length;
    await server.kill();
    await pause(300);
    await server.restart();
    while (acknowledged.length < before + 100) await pause(10);
    isOver = true;
    await Promise.all(writers);
    expect(before).toBeGreaterThan(0);
    for (const id of acknowledged) expect(await store.read(id)).toBeDefined();

    // Notices arrive again, too.
    await other.insert('after', numbered(1));
    while (!heard.includes('after')) await pause(20);
    await other.close();
  });

  it('a lock is still held, and is renewed', async () => {
    await store.insert('cart', numbered(1));
    const held = store.withLock('cart', async (lock) => {
      await server.kill();
      await server.restart();
      await store.update('cart', () => numbered(2), lock);
      return lock.isHeld();
    });
    expect(await held).toBe(true);
    expect(await store.read('cart')).toEqual(numbered(2));
  });
});

describe('while the database is away', () => {
  it('all fails at once, and the work of a lock ends as ever', async () => {
    await store.insert('a', numbered(1));
    const result = store.withLock('a', async () => {
      await server.kill();
      return 'done';
    });
    expect(await result).toBe('done');
    const startedAtMs = performance.now();
    const failures = await Promise.all([
      failure(store.insert('b', numbered(1))),
      failure(store.read('a')),
      failure(store.update('a', () => null)),
      failure(store.withLock('a', async () => {})),
      failure(store.claimDue(2000, 10, 1000)),
      failure(store.nextDueAtMs()),
    ]);
    for (const one of failures) expect(one).toBeInstanceOf(StoreFailed);
    expect(performance.now() - startedAtMs).toBeLessThan(2000);
    await server.restart();
    expect(await store.read('a')).toEqual(numbered(1));
  });

  it('a database that says nothing at all holds up only one statement, and that for some seconds', async () => {
    await store.insert('a', numbered(1));
    server.freeze();
    try {
      const startedAtMs = performance.now();
      expect(await failure(store.read('a'))).toBeInstanceOf(StoreFailed);
      expect(performance.now() - startedAtMs).toBeLessThan(10_000);
      const probe = failure(store.read('a'));
      const refusedAtMs = performance.now();
      const refused = Array.from({ length: 100 }, () => failure(store.read('a')));
      for (const one of await Promise.all(refused)) expect(one).toBeInstanceOf(StoreFailed);
      expect(performance.now() - refusedAtMs).toBeLessThan(1000);
      expect(await probe).toBeInstanceOf(StoreFailed);
    } finally {
      server.resume();
    }
    while (!(await store.read('a').catch(() => undefined))) await pause(50);
  });
});

describe('limits', () => {
  it('a statement that waits for the lock of another gives up', async () => {
    await store.insert('a', numbered(1));
    const blocker = query(
      url,
      `BEGIN; SELECT FROM stagedoor.documents FOR UPDATE; SELECT pg_sleep(4); COMMIT`,
    );
    await pause(300);
    const startedAtMs = performance.now();
    expect(await failure(store.update('a', () => numbered(2)))).toBeInstanceOf(StoreFailed);
    expect(performance.now() - startedAtMs).toBeLessThan(3500);
    // What is due is not waited for.
    expect(await store.claimDue(2000, 10, 1000)).toEqual([]);
    await blocker;
    expect(await store.update('a', () => numbered(2))).toEqual(numbered(2));
  });

  it('of the statements that wait for a connection: one more fails at once', async () => {
    const small = await PostgresStore.open({ url, connections: 1, mostWaiting: 3 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => failure(small.read('a'))));
    await small.close();
    const failed = outcomes.filter((one) => one instanceof StoreFailed).length;
    expect(failed).toBeGreaterThanOrEqual(6);
    expect(failed).toBeLessThanOrEqual(7);
  });
});

it('no error quotes what a document holds', async () => {
  await query(url, `ALTER TABLE stagedoor.documents ADD CHECK (body NOT LIKE '%confidential%')`);
  const error = (await failure(store.insert('a', { body: 'confidential', dueAtMs: 1 }))) as StoreFailed;
  expect(error).toBeInstanceOf(StoreFailed);
  expect(JSON.stringify([error.message, error.stack, String(error.cause), error.cause])).not.toContain(
    'confidential',
  );
});
