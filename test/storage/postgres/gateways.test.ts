import { pino } from 'pino';

import { startGateway } from '../../../src/gateway';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { readSettings } from '../../../src/settings';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import { openClocks } from '../../../src/time/clocks';
import { thisMachine } from '../../../src/time/machine';
import { CREATE, FORCE_POLLING, POLL, type Result, TWO_TICKETS } from '../../support/carts';
import { BUYER, PAY, PURCHASE } from '../../support/checkout';
import { FakeClock } from '../../support/fake-clock';
import { type GraphQLAnswer, ask } from '../../support/house';
import { type PostgresServer, query, startPostgres } from '../../support/programs/postgres';
import { TEST_EDITION } from '../../support/edition';

let server: PostgresServer;
let url: string;
let clock: FakeClock;
let sandbox: Sandbox;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  url = await server.newDatabase();
  clock = new FakeClock();
  sandbox = await startSandbox({ edition: TEST_EDITION, clock, shipping: 'preconfigured' });
});
afterEach(async () => {
  await clock.until(Promise.all(closing.splice(0).map((close) => close())));
  await sandbox.close();
});
afterAll(() => server.stop());

/** One of several gateways on one database, all on the test's clock. */
async function open(): Promise<string> {
  const store = await PostgresStore.open({ url, connections: 4, wallMs: clock.wallMs });
  const settings = readSettings({
    PARTNER_API_EDITION: TEST_EDITION,
    PORT: '0',
    SHIPPING_PRECONFIGURED: 'true',
    PARTNER_API_CALLS_PER_SECOND: '0',
  });
  const gateway = await startGateway(settings, sandbox, pino({ level: 'silent' }), { machine: clock, store });
  closing.push(() => gateway.close());
  return gateway.url;
}

/** Sends a request and lets time pass until it is answered. */
const answerOf = (
  gateway: string,
  text: string,
  variables: Record<string, unknown>,
): Promise<GraphQLAnswer> => clock.until(ask(gateway, text, variables, FORCE_POLLING), 20);

async function one(gateway: string, text: string, variables: Record<string, unknown>): Promise<Result> {
  const { data, errors } = await answerOf(gateway, text, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as Record<string, Result>)[0];
}

const create = (gateway: string) => one(gateway, CREATE, { input: TWO_TICKETS });

/** Polls until there is a result. */
async function follow(gateway: string, first: Result): Promise<Result> {
  let result = first;
  while (result.__typename === 'Pending') result = await one(gateway, POLL, { token: result.token, wait: 5 });
  return result;
}

describe('gateways that share a database', () => {
  it('continue each other’s carts: reserved at one, watched at the other, bought there', async () => {
    const [one1, other] = [await open(), await open()];
    const cart = await follow(other, await create(one1));
    expect(cart.__typename).toBe('Cart');
    const input = { cartId: cart.id, buyer: BUYER, method: { invoiceReference: '4711' } };
    await one(other, PAY, { input });
    const bought = await one(one1, PURCHASE, { input: { cartId: cart.id, expectedTotal: '50.00' } });
    expect((await follow(other, bought)).__typename).toBe('PurchaseReceipt');
    expect(sandbox.report()).toMatchObject({ openCarts: 0, violations: {} });
  });

  it('give all who send one idempotency key the same cart, at any of them, also at once', async () => {
    const gateways = [await open(), await open()] as const;
    const input = { ...TWO_TICKETS, idempotencyKey: '6a3f0d52-8f0e-4c1b-9d5e-2f8f5a0f7c11' };
    const both = await Promise.all(gateways.map((gateway) => one(gateway, CREATE, { input })));
    const again = await one(gateways[1], CREATE, { input });
    const carts = [...both, again].map((result) => (result.cart ?? result).id as string);
    expect(new Set(carts).size).toBe(1);
    expect(sandbox.report().requests.reserve).toBe(1);
  });

  it('release what was abandoned at one that has gone', async () => {
    const first = await open();
    await follow(first, await create(first));
    await clock.until(Promise.all(closing.splice(0).map((close) => close())));
    expect(sandbox.report().openCarts).toBe(1);
    await open();
    await clock.untilTrue(() => sandbox.report().openCarts === 0);
  });

  it('forget ended carts a day later, many at once', async () => {
    const first = await open();
    await follow(first, await create(first));
    await query(
      url,
      `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms, is_ended)
       SELECT 'id' || n, '{}', n, n, true FROM generate_series(1, 1200) n`,
    );
    const left = async (where: string) =>
      (await query(url, `SELECT FROM stagedoor.documents WHERE ${where}`)).length;
    for (let tries = 0; tries < 500 && (await left('NOT is_ended')) > 0; tries++) await clock.pass(5000);
    clock.advance(25 * 3600_000);
    for (let tries = 0; tries < 100 && (await left('true')) > 0; tries++) await clock.pass(5000);
    expect(await left('true')).toBe(0);
  });
});

describe('while the database is away', () => {
  const EVENT = `{ event(id: "${TWO_TICKETS.eventId}") { name } }`;

  it('events are read, carts are refused with nothing reserved, and afterwards all goes on', async () => {
    const gateway = await open();
    await answerOf(gateway, EVENT, {});
    const pending = await create(gateway);
    const reserves = () => sandbox.report().requests['reserve'] ?? 0;
    const before = reserves();
    await server.kill();

    const read = await answerOf(gateway, EVENT, {});
    expect(read.data.event.name).toBeDefined();
    const { errors } = await answerOf(gateway, CREATE, { input: TWO_TICKETS });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LEDGER_UNAVAILABLE', retryable: true });
    expect(reserves()).toBe(before);

    await server.restart();
    expect((await follow(gateway, pending)).__typename).toMatch(/Cart|Pending/);
    expect((await follow(gateway, await create(gateway))).__typename).toBe('Cart');
  });
});

describe('the steady clocks of machines that share a database', () => {
  it('agree, whatever time of day their machines believe in', async () => {
    const [here, there] = [
      await PostgresStore.open({ url, connections: 2 }),
      await PostgresStore.open({ url, connections: 2 }),
    ];
    const first = await openClocks(here, thisMachine);
    const hourAhead = { ...thisMachine, bootId: 'another', wallMs: () => Date.now() + 3_600_000 };
    const second = await openClocks(there, hourAhead);
    expect(Math.abs(second.clock.now() - first.clock.now())).toBeLessThan(1000);
    // A third follows the mark that the second has written.
    const third = await openClocks(here, thisMachine);
    expect(Math.abs(third.clock.now() - first.clock.now())).toBeLessThan(1000);
    for (const clocks of [first, second, third]) await clocks.close();
    for (const store of [here, there]) await store.close();
  });
});
