import { setTimeout as pause } from 'node:timers/promises';

import { pino } from 'pino';

import { startGateway } from '../../../src/gateway';
import { catalogue } from '../../../src/sandbox/catalogue/catalogue';
import type { Sandbox } from '../../../src/sandbox/sandbox';
import { readSettings } from '../../../src/settings';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import { type Machine, thisMachine } from '../../../src/time/machine';
import { EVENT_SHAPE } from '../../../src/partner-api/wire/event';
import { seriesOf } from '../../metrics/series';
import { showId } from '../../events/shows';
import { startSandboxByDay } from '../../support/by-day';
import { CREATE, TWO_TICKETS } from '../../support/carts';
import { FakeClock } from '../../support/fake-clock';
import { ask } from '../../support/house';
import { usePostgres } from '../../support/programs/databases';
import { query } from '../../support/programs/postgres';
import { TEST_EDITION } from '../../support/edition';

const databases = usePostgres();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandboxByDay();
});
afterEach(() => sandbox.close());

const ID = TWO_TICKETS.eventId;
const UNKNOWN = showId('X', 1);
const LIVES = { eventMs: 60_000, unknownMs: 10_000 };

/** The address of one of several gateways on one database, each with connections of its own. */
async function open(env: Record<string, string> = {}, machine: Machine = thisMachine): Promise<string> {
  const settings = readSettings({
    PARTNER_API_EDITION: TEST_EDITION,
    PORT: '0',
    DATABASE_URL: databases.url,
    DATABASE_CONNECTIONS: '4',
    PARTNER_API_CALLS_PER_SECOND: '0',
    ...env,
  });
  const gateway = await startGateway(settings, sandbox, pino({ level: 'silent' }), { machine });
  databases.closeLater(() =>
    machine instanceof FakeClock ? machine.until(gateway.close()) : gateway.close(),
  );
  return gateway.url;
}

const openSeveral = (count: number, env?: Record<string, string>, machine?: Machine) =>
  Promise.all(Array.from({ length: count }, () => open(env, machine)));

interface Seen {
  readonly name: string;
  readonly staleSince: string | null;
}

/** The event as a gateway shows it; null for no event, the error's code where there is one. */
async function read(gateway: string, id = ID): Promise<Seen | null | string> {
  const { data, errors } = await ask(
    gateway,
    'query ($id: EventID!) { event(id: $id) { name staleSince } }',
    { id },
  );
  return errors?.[0]?.extensions.code ?? data.event;
}

const readAtAll = (gateways: readonly string[], id = ID) => Promise.all(gateways.map((one) => read(one, id)));
const reads = () => sandbox.report().requests.event;
const fresh = { name: expect.any(String) as string, staleSince: null };

/** Lets each upstream read take so long. */
const slowUpstream = (delayMs = 300) => sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs }]);

/** The shelf, as a process sees it that does nothing else. */
async function shelf() {
  const store = await PostgresStore.open({ url: databases.url, connections: 2 });
  databases.closeLater(() => store.close());
  return store.sharedEvents({ ...sandbox, edition: TEST_EDITION, shape: EVENT_SHAPE });
}

/** Lets all shared events be so much older. */
const age = (seconds: number) =>
  query(databases.url, `UPDATE stagedoor.event_details SET read_at = read_at - ${seconds} * interval '1 s'`);

/** Waits until as many events as that are shared. */
async function shared(count = 1): Promise<void> {
  for (;;) {
    const rows = await query(databases.url, 'SELECT FROM stagedoor.event_details WHERE read_at IS NOT NULL');
    if (rows.length >= count) return;
    await pause(10);
  }
}

/** Waits until events are claimed: how many are, and by how many statements. */
async function claimed() {
  for (;;) {
    const [claims] = await query<{ rows: string; statements: string }>(
      databases.url,
      `SELECT count(*) AS rows, count(DISTINCT xmin::text) AS statements FROM stagedoor.event_details`,
    );
    if (claims?.rows !== '0') return claims;
    await pause(10);
  }
}

/** A client that asks for the event; call it to let the client leave without an answer. */
function leaver(gateway: string): () => Promise<void> {
  const leaving = new AbortController();
  const answer = fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ event(id: "${ID}") { name } }` }),
    signal: leaving.signal,
  }).catch(() => 'left');
  return async () => {
    leaving.abort();
    expect(await answer).toBe('left');
  };
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

describe('gateways that share a database', () => {
  it('L6: read an unseen event once, also where clients of all ask at once', async () => {
    const gateways = await openSeveral(4);
    slowUpstream();
    const clients = Array.from({ length: 10 }, () => gateways).flat();
    const seen = await readAtAll(clients);
    expect(seen).toEqual(clients.map(() => fresh));
    expect(reads()).toBe(1);
  });

  it('L6: read it once in all while it is fresh', async () => {
    const [one, other] = await openSeveral(2);
    const first = await read(one as string);
    await shared();
    expect(await read(other as string)).toEqual(first);
    expect(reads()).toBe(1);
  });

  it('L6: need one read for an event that upstream does not know', async () => {
    const gateways = await openSeveral(4);
    slowUpstream();
    expect(await readAtAll(gateways, UNKNOWN)).toEqual([null, null, null, null]);
    expect(reads()).toBe(1);
    expect(await read(await open(), UNKNOWN)).toBeNull();
    expect(reads()).toBe(1);
    await age(11);
    expect(await read(await open(), UNKNOWN)).toBeNull();
    expect(reads()).toBe(2);
  });

  it('show an event for its TTL from the read of the other on, and then one reads it again for all', async () => {
    const clock = new FakeClock();
    const [first = '', one = '', other = ''] = await openSeveral(3, {}, clock);
    await read(first);
    await shared();
    await age(50);
    expect(await readAtAll([one, other])).toEqual([fresh, fresh]);
    // Of the minute ten seconds are left, less what the test took.
    clock.advance(5000);
    expect(await readAtAll([one, other])).toEqual([fresh, fresh]);
    clock.advance(5000);
    await age(10);
    slowUpstream(100);
    const readAgo = await readAtAll([one, other]);
    const fiftySecondsAgoMs = clock.now() - 10_000 - 50_000;
    for (const stale of readAgo as Seen[]) {
      const readAtMs = Date.parse(stale.staleSince ?? '') - 60_000;
      expect(readAtMs).toBeLessThanOrEqual(fiftySecondsAgoMs);
      expect(readAtMs).toBeGreaterThan(fiftySecondsAgoMs - 5000);
    }
    for (const gateway of [one, other])
      while (((await clock.until(read(gateway))) as Seen).staleSince !== null) clock.advance(50);
    expect(reads()).toBe(2);
  });

  it('read a list of events that none has seen with one statement, and share it', async () => {
    const gateways = await openSeveral(3);
    const ids = catalogue()
      .map(({ id }) => id)
      .slice(0, 20);
    slowUpstream(2000);
    const list = (gateway: string) =>
      ask(gateway, 'query ($ids: [EventID!]!) { events(ids: $ids) { id } }', { ids });
    const asked = Promise.all(gateways.map(list));
    // What is seen first was written by the first statement.
    const claims = await claimed();
    expect(claims).toEqual({ rows: '20', statements: '1' });
    for (const { data } of await asked)
      expect((data.events as { id: string }[]).map(({ id }) => id)).toEqual(ids);
    expect(reads()).toBe(20);
  });

  it('wait some seconds for one that died while it read, and then one reads', async () => {
    const gateways = await openSeveral(3);
    expect(await (await shelf()).take(ID, 'read', LIVES)).toEqual({ kind: 'claimed' });
    const ms = await took(async () => expect(await readAtAll(gateways)).toEqual([fresh, fresh, fresh]));
    expect(ms).toBeGreaterThan(2500);
    expect(ms).toBeLessThan(6000);
    expect(reads()).toBe(1);
  });

  it('wait for one whose read takes longer than a claim', async () => {
    const gateways = await openSeveral(3);
    slowUpstream(5000);
    expect(await readAtAll(gateways)).toEqual([fresh, fresh, fresh]);
    expect(reads()).toBe(1);
  });

  it('do not let a shopper wait long for the refresh of another', async () => {
    const gateway = await open();
    const other = await shelf();
    await other.take(ID, 'refresh', LIVES);
    const renewing = setInterval(() => void other.renew(ID, 'refresh'), 500);
    const ms = await took(async () => {
      const { data } = await ask(gateway, CREATE, { input: TWO_TICKETS });
      expect(data.createCart.__typename).toBe('Cart');
    });
    clearInterval(renewing);
    expect(ms).toBeGreaterThan(900);
    expect(ms).toBeLessThan(3000);
  });

  it('do not share failures: the next reads at once', async () => {
    const [one, other] = await openSeveral(2);
    sandbox.setFaults([{ route: 'event', kind: 'empty', times: 1 }]);
    expect(await read(one as string)).toBe('UPSTREAM_UNEXPECTED');
    expect(await took(async () => expect(await read(other as string)).toEqual(fresh))).toBeLessThan(2000);
    expect(reads()).toBe(2);
  });

  it('read on where the client of the reading one left', async () => {
    const [one = '', other = ''] = await openSeveral(2);
    slowUpstream(1500);
    const leave = leaver(one);
    await pause(300);
    const waiting = read(other);
    await pause(100);
    sandbox.setFaults([]);
    await leave();
    expect(await took(() => waiting)).toBeLessThan(1000);
    expect(await waiting).toEqual(fresh);
  });

  it('look no more for what nobody waits for', async () => {
    const gateway = await open();
    const other = await shelf();
    await other.take(ID, 'read', LIVES);
    const leave = leaver(gateway);
    await pause(300);
    await leave();
    const statements = async () =>
      (
        await query<{ count: number }>(
          databases.url,
          `SELECT xact_commit::int AS count FROM pg_stat_database WHERE datname = current_database()`,
        )
      )[0]?.count ?? 0;
    await pause(1500);
    const before = await statements();
    // A claim lasts longer than this.
    await pause(1100);
    expect((await statements()) - before).toBeLessThan(100);
    expect(reads()).toBe(0);
  });

  it('each read for itself while the database is away, at once and without an error', async () => {
    const gateways = await openSeveral(2);
    await databases.server.kill();
    try {
      const ms = await took(async () => expect(await readAtAll(gateways)).toEqual([fresh, fresh]));
      expect(ms).toBeLessThan(3000);
      expect(await readAtAll(gateways, UNKNOWN)).toEqual([null, null]);
      expect(reads()).toBe(4);
    } finally {
      await databases.server.restart();
    }
  });

  it('wait half a second for a database that says nothing, once and not for each event', async () => {
    const gateways = await openSeveral(2);
    // They have an access token, for which they would wait, too.
    await Promise.all(gateways.map((one) => ask(one, `{ captcha(eventId: "${ID}") { __typename } }`)));
    databases.server.freeze();
    try {
      const ms = await took(async () => expect(await readAtAll(gateways)).toEqual([fresh, fresh]));
      expect(ms).toBeLessThan(3000);
      const others = catalogue()
        .map(({ id }) => id)
        .filter((id) => id !== ID)
        .slice(0, 10);
      const later = await took(async () => {
        for (const id of others)
          expect(await read(gateways[0] as string, id)).toMatchObject({ staleSince: null });
      });
      expect(later).toBeLessThan(4000);
    } finally {
      databases.server.resume();
    }
  });

  it('read what lies there in a shape that this release cannot read', async () => {
    const gateway = await open();
    await (await shelf()).put(ID, '{"event":"none"}', LIVES);
    expect(await read(gateway)).toEqual(fresh);
    expect(reads()).toBe(1);
    for (;;) {
      const taken = await (await shelf()).take(ID, 'read', LIVES);
      if (taken.kind === 'event' && taken.json !== '{"event":"none"}') break;
      await pause(20);
    }
  });

  it('do not share with other partners', async () => {
    const gateway = await open();
    await read(gateway);
    await shared();
    const others = PostgresStore.open({ url: databases.url, connections: 2 });
    databases.closeLater(async () => (await others).close());
    const theirs = (await others).sharedEvents({
      ...sandbox,
      apiKey: 'other',
      edition: TEST_EDITION,
      shape: EVENT_SHAPE,
    });
    expect(await theirs.take(ID, 'read', LIVES)).toEqual({
      kind: 'claimed',
    });
  });

  it('count what they found with each other, and what they read', async () => {
    const [one = '', other = ''] = await openSeveral(2);
    await read(one);
    await shared();
    await readAtAll([other, other]);
    const counts = async (gateway: string) => {
      const series = seriesOf(await (await fetch(`${gateway}/metrics`)).text());
      const ours = series.filter(({ labels }) => labels['cache'] === 'shared_event');
      return Object.fromEntries(ours.map(({ labels, value }) => [labels['result'], value]));
    };
    expect(await counts(one)).toEqual({ fresh: 0, miss: 1 });
    expect(await counts(other)).toEqual({ fresh: 1, miss: 0 });
  });

  it('ask the database nothing about an event that is cached', async () => {
    const gateway = await open();
    await read(gateway);
    await shared();
    databases.server.freeze();
    try {
      // Another document each time, so that no stored response is sent.
      for (let asked = 0; asked < 5; asked++) {
        const text = `{ event(id: "${ID}") { name${asked}: name } }`;
        expect(
          await took(async () => expect((await ask(gateway, text)).errors).toBeUndefined()),
        ).toBeLessThan(450);
      }
    } finally {
      databases.server.resume();
    }
  });
});
