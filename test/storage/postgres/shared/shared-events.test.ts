import { setTimeout as pause } from 'node:timers/promises';

import type { EventOwner } from '../../../../src/storage/postgres/shared/shared-events';
import { PostgresStore } from '../../../../src/storage/postgres/postgres-store';
import { usePostgres } from '../../../support/programs/databases';
import { query } from '../../../support/programs/postgres';

const databases = usePostgres();

const OWNER: EventOwner = { url: 'https://api.example/v1', apiKey: 'the-key', edition: '2015', shape: 1 };
const LIVES = { eventMs: 60_000, unknownMs: 10_000 };
const CLAIMED = { kind: 'claimed' };
const READING = { kind: 'awaited', callClass: 'read' };

/** The shelf as one process sees it. */
async function shelfOf(owner: Partial<EventOwner> = {}) {
  const store = await PostgresStore.open({ url: databases.url, connections: 3 });
  databases.closeLater(() => store.close());
  const shelf = store.sharedEvents({ ...OWNER, ...owner });
  return {
    take: (id = 'A', callClass = 'read', lives = LIVES) => shelf.take(id, callClass, lives),
    put: (json: string | null, id = 'A', lives = LIVES) => shelf.put(id, json, lives),
    renew: (callClass: string, id = 'A') => shelf.renew(id, callClass),
    release: (id = 'A') => shelf.release(id),
  };
}

const set = (columns: string) => query(databases.url, `UPDATE stagedoor.event_details SET ${columns}`);
const rows = () => query<{ id: string }>(databases.url, 'SELECT * FROM stagedoor.event_details ORDER BY id');

describe('an event on the shelf', () => {
  it('is as old as it is, by the clock of the database', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    await one.put('{"a":"it\'s \\\\ \\u0000"}');
    const first = await other.take();
    expect(first).toMatchObject({ kind: 'event', json: '{"a":"it\'s \\\\ \\u0000"}' });
    expect((first as { ageMs: number }).ageMs).toBeLessThan(10_000);
    await set(`read_at = read_at - interval '50 s'`);
    const later = (await other.take()) as { ageMs: number };
    expect(later.ageMs).toBeGreaterThanOrEqual(50_000);
    expect(later.ageMs).toBeLessThan(59_000);
    await set(`read_at = read_at - interval '10 s'`);
    expect(await other.take()).toEqual(CLAIMED);
    expect(await one.take()).toEqual(READING);
  });

  it('is fresh for as long as the one who asks says', async () => {
    const one = await shelfOf();
    await one.put('{}');
    await set(`read_at = read_at - interval '30 s'`);
    expect(await one.take('A', 'read', { ...LIVES, eventMs: 20_000 })).toEqual(CLAIMED);
    expect(await one.take('A', 'read', { ...LIVES, eventMs: 600_000 })).toMatchObject({ kind: 'event' });
  });

  it('that upstream does not know is there for a shorter time', async () => {
    const one = await shelfOf();
    await one.put(null);
    expect(await one.take()).toMatchObject({ kind: 'event', json: null });
    await set(`read_at = read_at - interval '11 s'`);
    expect(await one.take()).toEqual(CLAIMED);
  });

  it('counts as none where the clock of the database was set back, and is replaced', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    await one.put('"old"');
    await set(`read_at = read_at + interval '1 hour'`);
    expect(await one.take()).toEqual(CLAIMED);
    await one.put('"new"');
    expect(await one.take()).toMatchObject({ json: '"new"' });
    await set(
      `read_at = NULL, claimed_by = 'another', claimed_until = clock_timestamp() + interval '1 hour'`,
    );
    expect(await other.take()).toEqual(CLAIMED);
  });

  it('is not replaced by an older one, which was held up', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    await one.put('"newer"');
    const isLocked = query(
      databases.url,
      `BEGIN; LOCK stagedoor.event_details IN EXCLUSIVE MODE; SELECT pg_sleep(0.4);
       UPDATE stagedoor.event_details SET read_at = clock_timestamp(); COMMIT`,
    );
    await pause(200);
    await other.put('"older"');
    await isLocked;
    expect(await one.take()).toMatchObject({ json: '"newer"' });
  });

  it('can be put there by several at once, in whatever order', async () => {
    const shelves = await Promise.all(Array.from({ length: 6 }, () => shelfOf()));
    for (let round = 0; round < 50; round++) {
      const ids = Array.from({ length: 20 }, (_, at) => `${round}-${at}`);
      const orders = shelves.map((_, at) => (at % 2 === 0 ? ids : ids.toReversed()));
      await Promise.all(shelves.flatMap((shelf, at) => (orders[at] ?? []).map((id) => shelf.put('{}', id))));
    }
  });

  it.each([
    ['key', { apiKey: 'other-key' }],
    ['address', { url: 'https://api.example/v2' }],
    ['edition', { edition: '2018' }],
    ['shape', { shape: 2 }],
  ])('is another for each %s, and leaves the first where it is', async (_, owner) => {
    const [one, other] = [await shelfOf(), await shelfOf(owner)];
    await one.put('"ours"');
    expect(await other.take()).toEqual(CLAIMED);
    await other.put('"theirs"');
    expect(await one.take()).toMatchObject({ json: '"ours"' });
    expect(await other.take()).toMatchObject({ json: '"theirs"' });
  });

  it('L1: says neither key nor address of the API', async () => {
    await (await shelfOf()).put('{}');
    const dump = JSON.stringify(await rows());
    for (const secret of [OWNER.apiKey, 'api.example']) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
  });

  it('L10: that is very large is not shared, and holds up nobody', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    expect(await one.take()).toEqual(CLAIMED);
    await one.put(`"${'x'.repeat(1024 * 1024)}"`);
    expect(await other.take()).toEqual(CLAIMED);
  });
});

describe('the claim to read an event', () => {
  it('is one process’s, however many ask at once, in whatever order', async () => {
    const shelves = await Promise.all(Array.from({ length: 6 }, () => shelfOf()));
    for (let round = 0; round < 20; round++) {
      const ids = Array.from({ length: 50 }, (_, at) => `${round}-${at}`);
      const orders = shelves.map((_, at) => (at % 2 === 0 ? ids : ids.toReversed()));
      const taken = await Promise.all(
        shelves.map((shelf, at) => Promise.all((orders[at] ?? []).map((id) => shelf.take(id)))),
      );
      const kinds = taken.flat().map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'claimed')).toHaveLength(50);
      expect(kinds.filter((kind) => kind === 'awaited')).toHaveLength(250);
    }
  });

  it('is not taken by one that looked before the event was put there', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    for (let round = 0; round < 100; round++) {
      const id = `A${round}`;
      await one.take(id);
      const [taken] = await Promise.all([other.take(id), one.put('{}', id)]);
      expect(taken.kind).not.toBe('claimed');
    }
  });

  it('ends by itself, unless it is renewed; and says what for', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    expect(await one.take('A', 'refresh')).toEqual(CLAIMED);
    expect(await other.take()).toEqual({ kind: 'awaited', callClass: 'refresh' });
    await pause(1800);
    await one.renew('reserve');
    await pause(1800);
    expect(await other.take()).toEqual({ kind: 'awaited', callClass: 'reserve' });
    await pause(1400);
    expect(await other.take()).toEqual(CLAIMED);
    // Lost: another has it now.
    await one.renew('read');
    await one.release();
    expect(await one.take()).toEqual(READING);
  });

  it('is released at once where the read failed', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    await one.take();
    await one.release();
    expect(await other.take()).toEqual(CLAIMED);
  });

  it('leaves an event that is no longer fresh where it is', async () => {
    const one = await shelfOf();
    await one.put('{}');
    await set(`read_at = read_at - interval '100 s'`);
    expect(await one.take()).toEqual(CLAIMED);
    expect(await one.take('A', 'read', { ...LIVES, eventMs: 600_000 })).toMatchObject({ kind: 'event' });
  });
});

describe('the table', () => {
  it('is not logged', async () => {
    await shelfOf();
    const [table] = await query<{ kind: string }>(
      databases.url,
      `SELECT relpersistence AS kind FROM pg_class WHERE oid = 'stagedoor.event_details'::regclass`,
    );
    expect(table?.kind).toBe('u');
  });

  it('L10: forgets what is no longer fresh, whosever it was, and claims that were left', async () => {
    const [one, other] = [await shelfOf({ apiKey: 'earlier' }), await shelfOf()];
    await one.put('{}', 'old');
    await one.take('claimed');
    await set(`removable_at = clock_timestamp()`);
    await other.put('{}', 'new');
    for (let tries = 0; (await rows()).length > 1 && tries < 200; tries++) await pause(20);
    expect((await rows()).map(({ id }) => id)).toEqual(['new']);
  });

  it('L10: keeps up, a thousand rows at once', async () => {
    const one = await shelfOf();
    await query(
      databases.url,
      `INSERT INTO stagedoor.event_details (account, id, read_at, removable_at)
       SELECT 'x', n, clock_timestamp(), clock_timestamp() FROM generate_series(1, 2500) n`,
    );
    for (let round = 0; round < 3; round++) {
      await one.put('{}');
      const left = 2501 - Math.min(1000 * (round + 1), 2500);
      for (let tries = 0; (await rows()).length > left && tries < 200; tries++) await pause(20);
      expect((await rows()).length).toBe(left);
      await pause(50);
    }
  });

  it('has nothing after a crash, and goes on', async () => {
    const one = await shelfOf();
    await one.put('{}');
    await databases.server.kill();
    await expect(one.take()).rejects.toThrow();
    await databases.server.restart();
    for (;;) {
      const taken = await one.take().catch(() => null);
      if (taken) return expect(taken).toEqual(CLAIMED);
      await pause(50);
    }
  });
});

describe('a database that hangs', () => {
  it('costs half a second once, and then nothing', async () => {
    const one = await shelfOf();
    await one.take();
    databases.server.freeze();
    try {
      const startedAtMs = performance.now();
      await expect(Promise.all([one.take(), one.take('B')])).rejects.toThrow('too long');
      expect(performance.now() - startedAtMs).toBeLessThan(2000);
      const againAtMs = performance.now();
      for (let asked = 0; asked < 100; asked++) await expect(one.take()).rejects.toThrow('too long');
      expect(performance.now() - againAtMs).toBeLessThan(450);
    } finally {
      databases.server.resume();
    }
    for (;;) {
      const taken = await one.take().catch(() => null);
      if (taken) return expect(taken).toEqual(CLAIMED);
      await pause(50);
    }
  });
});
