import { pino } from 'pino';

import { startGateway } from '../../../src/gateway';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { readSettings } from '../../../src/settings';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import { CREATE, DELETE, POLL, type Result, TWO_TICKETS } from '../../support/carts';
import { FakeClock } from '../../support/fake-clock';
import { ask } from '../../support/house';
import { type PostgresServer, query, startPostgres } from '../../support/programs/postgres';
import { TEST_EDITION } from '../../support/edition';

/** One of several gateways on one database. */
interface Gateway {
  readonly url: string;
  readonly close: () => Promise<void>;
}

let server: PostgresServer;
let url: string;
let clock: FakeClock;
let sandbox: Sandbox;
const open = new Set<Gateway>();

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  url = await server.newDatabase();
  clock = new FakeClock();
  sandbox = await startSandbox({
    edition: TEST_EDITION,
    clock,
    reservationLimit: 1,
    overReservationLimit: 'refuse',
  });
});
afterEach(async () => {
  await clock.until(Promise.all([...open].map(({ close }) => close())));
  await sandbox.close();
});
afterAll(() => server.stop());

/** Starts a gateway on the test's clock. The partner may have one reservation at once, and upstream refuses more. */
async function start(more: Record<string, string> = {}): Promise<Gateway> {
  const store = await PostgresStore.open({ url, connections: 4, wallMs: clock.wallMs });
  const settings = readSettings({
    PORT: '0',
    PARTNER_API_EDITION: TEST_EDITION,
    PARTNER_RESERVATIONS: '1',
    ...more,
  });
  const started = await startGateway(settings, sandbox, pino({ level: 'silent' }), { machine: clock, store });
  const gateway = {
    url: started.url,
    close: async () => {
      open.delete(gateway);
      await started.close();
    },
  };
  open.add(gateway);
  return gateway;
}

async function one(gateway: Gateway, text: string, variables: Record<string, unknown>): Promise<Result> {
  const { data, errors } = await clock.until(ask(gateway.url, text, variables), 20);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as Record<string, Result>)[0];
}

const create = (gateway: Gateway) => one(gateway, CREATE, { input: TWO_TICKETS });
const remove = (gateway: Gateway, cartId: unknown) => one(gateway, DELETE, { input: { cartId } });
const look = (gateway: Gateway, { token }: Result) => one(gateway, POLL, { token, wait: 0 });
const positionAt = async (gateway: Gateway, pending: Result): Promise<unknown> =>
  ((await look(gateway, pending)) as { queue?: { position: number } }).queue?.position;

/** Waits until a condition holds, while time passes. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await clock.pass(20);
  }
  throw new Error('It did not come about.');
}

/** Waits until the order of a line is the same for every gateway. */
async function untilStandingAt(gateways: readonly Gateway[], line: readonly Result[]): Promise<void> {
  await until(async () => {
    for (const gateway of gateways) {
      for (const [ahead, pending] of line.entries())
        if ((await positionAt(gateway, pending)) !== ahead + 1) return false;
    }
    return true;
  });
}

const becomes = (type: string, gateway: Gateway, pending: Result) =>
  until(async () => (await look(gateway, pending)).__typename === type);

/** A cart with its seats. */
async function holding(gateway: Gateway): Promise<Result> {
  const created = await create(gateway);
  if (created.__typename === 'Cart') return created;
  await becomes('Cart', gateway, created);
  return look(gateway, created);
}

describe('the line of gateways that share a database', () => {
  it('is one: any gateway knows all places, and serves the next cart', async () => {
    const [here, there] = [await start(), await start()];
    const first = await holding(here);
    const line: Result[] = [];
    for (const gateway of [there, here, there]) {
      line.push(await create(gateway));
      await untilStandingAt([here, there], line);
    }
    let held = first;
    for (const next of line.splice(0)) {
      await remove(there, held.id);
      await becomes('Cart', here, next);
      held = await look(there, next);
      expect(held.__typename).toBe('Cart');
    }
    expect(sandbox.report().violations).toMatchObject({ concurrentCall: 0, busyCart: 0 });
    expect(sandbox.report().openCarts).toBe(1);
  });

  it('moves on when a gateway hears of the end of another’s cart, also of one from before it started', async () => {
    const early = await start();
    const held = await holding(early);
    const late = await start();
    const waiting = await create(late);
    expect(waiting.__typename).toBe('Pending');
    await remove(early, held.id);
    await becomes('Cart', late, waiting);
  });

  it('does not lose those who came to a gateway that has gone', async () => {
    const [here, there] = [await start(), await start()];
    const held = await holding(here);
    const waiting = await create(there);
    await untilStandingAt([here], [waiting]);
    await there.close();
    await remove(here, held.id);
    await becomes('Cart', here, waiting);
  });

  it('does not lose a cart whose lock is held by a gateway that died before it reserved', async () => {
    const here = await start();
    const held = await holding(here);
    const waiting = await create(here);
    await query(
      url,
      `INSERT INTO stagedoor.locks (id, owner, fence, until)
       SELECT id, 'dead', nextval('stagedoor.fences'), now() + interval '2 seconds'
       FROM stagedoor.documents WHERE NOT is_ended`,
    );
    await clock.until(query(url, `DELETE FROM stagedoor.locks WHERE id = '${String(held.id)}'`));
    await remove(here, held.id);
    // Nobody asks for it meanwhile.
    await until(
      async () => (await query(url, `SELECT FROM stagedoor.documents WHERE state = 'HELD'`)).length === 1,
    );
    expect((await look(here, waiting)).__typename).toBe('Cart');
  });

  it('counts the open carts of an address in all gateways', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ edition: TEST_EDITION, clock });
    const limits = { PARTNER_RESERVATIONS: '0', MAX_CARTS_PER_ADDRESS: '1' };
    const [here, there] = [await start(limits), await start(limits)];
    await holding(here);
    await until(async () => {
      const other = await create(there);
      if (other.__typename === 'Pending') return true;
      await remove(there, other.id);
      return false;
    });
  });
});
