import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Changes } from '../../../src/storage/postgres/changes';
import { Database } from '../../../src/storage/postgres/database';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import type { Document } from '../../../src/storage/store';
import {
  type Pooler,
  type PostgresServer,
  query,
  startPgBouncer,
  startPostgres,
} from '../../support/programs/postgres';

let server: PostgresServer;
let pooler: Pooler;
let url: string;
const stores: PostgresStore[] = [];

beforeAll(async () => {
  server = await startPostgres();
  pooler = await startPgBouncer(server);
});
beforeEach(async () => {
  url = await server.newDatabase();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
afterAll(async () => {
  await pooler.stop();
  await server.stop();
});

/** A store as one of several processes opens it. */
async function open(address = url, leaseMs = 15_000): Promise<PostgresStore> {
  const store = await PostgresStore.open({ url: address, connections: 3, leaseMs });
  stores.push(store);
  return store;
}

const counted = (count: number, dueAtMs = 1000): Document => ({ body: { count }, dueAtMs });
const addOne = ({ body, dueAtMs }: Document): Document =>
  counted((body as { count: number }).count + 1, dueAtMs);

/** Collects what a store reports. */
function heardBy(store: PostgresStore): (readonly [string, number | null])[] {
  const heard: (readonly [string, number | null])[] = [];
  store.watch((id, dueAtMs) => heard.push([id, dueAtMs]));
  return heard;
}

/** Waits, in real time, until something holds. */
async function until(condition: () => boolean, withinMs = 60_000): Promise<void> {
  const giveUpAtMs = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > giveUpAtMs) throw new Error('It did not come about.');
    await pause(5);
  }
}

describe('processes that share a database', () => {
  it('read, update and remove the same documents', async () => {
    const [one, other] = [await open(), await open()];
    expect(await one.insert('a', counted(1))).toBe(true);
    expect(await other.insert('a', counted(2))).toBe(false);
    await Promise.all(Array.from({ length: 40 }, (_, at) => (at % 2 ? one : other).update('a', addOne)));
    expect(await other.read('a')).toEqual(counted(41));
    await one.update('a', () => null);
    expect(await other.read('a')).toBeUndefined();
  });

  it('follow each other’s documents', async () => {
    const [one, other] = [await open(), await open()];
    const followed: (readonly [string, unknown])[] = [];
    one.follow((id, document) => followed.push([id, document?.body]));
    await one.insert('own', counted(1));
    await other.insert('a', counted(1));
    await until(() => followed.length === 1);
    await other.update('own', addOne);
    await until(() => followed.length === 2);
    await other.update('a', () => null);
    await until(() => followed.length === 3);
    expect(followed).toEqual([
      ['a', { count: 1 }],
      ['own', { count: 2 }],
      ['a', undefined],
    ]);
  });

  it('report nothing that is older than their own change, and look again where their own was the older', async () => {
    const database = new Database({ url, connections: 2, waitMs: 1000, mostWaiting: 10 });
    const changes = new Changes(database, url, 'one', () => {});
    await changes.start();
    const followed: string[] = [];
    changes.follow((id) => followed.push(id));
    const other = await open();
    await other.insert('a', counted(1));
    await until(() => followed.includes('a'));
    // The database's answer to a change of this process came late: the other has made the next one.
    changes.made({ id: 'a', dueAtMs: 1000, version: '0' });
    await until(() => followed.length === 2);
    // The other's change is read after this process has made the next one.
    let isMade = false;
    changes.watch(() => {
      if (!isMade) {
        isMade = true;
        changes.made({ id: 'a', dueAtMs: 1000, version: '1000000' });
      }
    });
    await other.update('a', addOne);
    await until(() => isMade);
    await other.insert('b', counted(1));
    await until(() => followed.includes('b'));
    expect(followed).toEqual(['a', 'a', 'b']);
    await changes.close();
    await database.close();
  });

  it('find what they have written themselves without an answer', async () => {
    const one = await open();
    const followed: string[] = [];
    one.follow((id) => followed.push(id));
    // As an insert whose answer is lost on its way.
    await query(
      url,
      `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms) VALUES ('a', '{}', 1, 1)`,
    );
    await until(() => followed.includes('a'));
  });

  it('hear of each other’s changes, each once', async () => {
    const [one, other] = [await open(), await open()];
    const heard = heardBy(other);
    await one.insert('first', counted(1, 10));
    await until(() => heard.length > 0);
    await one.update('first', () => counted(2, 20));
    await until(() => heard.length > 1);
    await one.update('first', () => null);
    await until(() => heard.length > 2);
    expect(heard).toEqual([
      ['first', 10],
      ['first', 20],
      ['first', null],
    ]);
  });

  it('hear of many changes at once', async () => {
    const [one, other] = [await open(), await open()];
    const heard = heardBy(other);
    const ids = Array.from({ length: 300 }, (_, at) => `a-rather-long-name-of-a-document-${at}`);
    await Promise.all(ids.map((id) => one.insert(id, counted(1))));
    await until(() => heard.length >= 300);
    expect(heard.map(([id]) => id).sort()).toEqual([...ids].sort());
  });

  it('get each due document once', async () => {
    const several = await Promise.all(Array.from({ length: 4 }, () => open()));
    const first = await open();
    await Promise.all(Array.from({ length: 200 }, (_, at) => first.insert(`id${at}`, counted(1, at))));
    const claims = await Promise.all(several.map((store) => store.claimDue(1000, 80, 60_000)));
    expect(claims.flat()).toHaveLength(200);
    expect(new Set(claims.flat()).size).toBe(200);
  });
});

describe('a notice that is lost only delays', () => {
  it('where a pooler cannot listen', async () => {
    const [one, other] = [await open(pooler.through(url)), await open(pooler.through(url))];
    const heard = heardBy(other);
    await one.insert('a', counted(1, 10));
    await until(() => heard.length > 0);
    expect(heard).toEqual([['a', 10]]);
  });

  it('where the connections that listen break', async () => {
    const [one, other] = [await open(), await open()];
    const heard = heardBy(other);
    await query(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN stagedoor'`,
    );
    await one.insert('a', counted(1, 10));
    await until(() => heard.length > 0);
    // The connection is made again: from now on, changes are heard of at once.
    await pause(1000);
    await one.insert('b', counted(1, 10));
    await until(() => heard.length > 1, 2000);
  });
});

describe('L2: a lock has one holder in all processes', () => {
  it('where eight of them want it again and again', async () => {
    const eight = await Promise.all(Array.from({ length: 8 }, () => open()));
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await pause(1);
      inside -= 1;
    };
    await Promise.all(
      eight.flatMap((store) => Array.from({ length: 5 }, () => store.withLock('cart', () => work()))),
    );
    expect(most).toBe(1);
  });

  it('for longer than the lease, if the work takes longer', async () => {
    const [one, other] = [await open(url, 300), await open(url, 300)];
    const order: string[] = [];
    const slow = one.withLock('cart', async (lock) => {
      order.push('slow began');
      await pause(1200);
      order.push(lock.isHeld() ? 'slow ended with its lock' : 'slow ended without');
    });
    await until(() => order.length > 0);
    await other.withLock('cart', async () => void order.push('the other'));
    await slow;
    expect(order).toEqual(['slow began', 'slow ended with its lock', 'the other']);
  });

  it('and hands it over at once when it is released', async () => {
    const [one, other] = [await open(), await open()];
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let isHeld = false;
    const first = one.withLock('cart', () => {
      isHeld = true;
      return released;
    });
    await until(() => isHeld);
    let isTaken = false;
    const second = other.withLock('cart', async () => void (isTaken = true));
    await pause(300);
    expect(isTaken).toBe(false);
    release();
    await Promise.all([first, second]);
    expect(isTaken).toBe(true);
  });

  it('claim what their own edition of the Partner API has written, and wait for nothing else', async () => {
    const of = (edition: string) => PostgresStore.open({ url, connections: 2, edition });
    const [old, today] = [await of('2015'), await of('2018')];
    stores.push(old, today);
    await old.insert('before', { body: {}, dueAtMs: 5 });
    await old.insert('old', { body: { edition: '2015', note: '"edition":"2018"' }, dueAtMs: 6 });
    await today.insert('today', { body: { edition: '2018' }, dueAtMs: 1000 });
    expect(await today.nextDueAtMs()).toBe(1000);
    expect(await today.claimDue(2000, 10, 60_000)).toEqual(['today']);
    expect(await old.claimDue(2000, 10, 60_000)).toEqual(['before', 'old']);
  });

  it('try for a lock without waiting for another process', async () => {
    const [one, other] = [await open(), await open()];
    expect(await one.tryLock('cart', async () => 1)).toEqual({ result: 1 });
    await one.withLock('cart', async () => {
      expect(await other.tryLock('cart', async () => 2)).toBeNull();
    });
    expect(await other.tryLock('cart', async () => 3)).toEqual({ result: 3 });
  });

  it('until the process dies, and then for the rest of its lease', async () => {
    const store = await open(url, 500);
    await store.insert('cart', counted(0));
    const holder = await startHolder(500);
    holder.child.kill('SIGKILL');
    await store.withLock('cart', async (lock) => {
      await store.update('cart', () => counted(-1), lock);
    });
    expect(await store.read('cart')).toEqual(counted(-1));
  });

  it('so that one that was paused past its lease can neither write under it nor believe to hold it', async () => {
    const store = await open(url, 500);
    await store.insert('cart', counted(0));
    const holder = await startHolder(500);
    holder.child.kill('SIGSTOP');
    await store.withLock('cart', async (lock) => {
      await store.update('cart', () => counted(1_000_000), lock);
      holder.child.kill('SIGCONT');
      await until(() => holder.printed().includes('LockLost'));
      expect(lock.isHeld()).toBe(true);
    });
    expect(holder.printed()).toContain('LockLost not held');
    expect(await store.read('cart')).toEqual(counted(1_000_000));
    holder.child.kill('SIGKILL');
  });

  /** Starts another process, which holds the lock of `cart`. */
  async function startHolder(leaseMs: number) {
    const args = [join(__dirname, 'lock-holder.cjs'), url, String(leaseMs), 'cart'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!printed.includes('held')) await once(child.stdout, 'data');
    return { child, printed: () => printed };
  }
});
