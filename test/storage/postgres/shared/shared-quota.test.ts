import { pino } from 'pino';

import { startGateway } from '../../../../src/gateway';
import { type BudgetSettings, CallBudget } from '../../../../src/partner-api/quota/budget';
import type { CallClass } from '../../../../src/partner-api/quota/call-class';
import { Urgency } from '../../../../src/partner-api/quota/urgency';
import { catalogue } from '../../../../src/sandbox/catalogue/catalogue';
import type { Sandbox } from '../../../../src/sandbox/sandbox';
import { readSettings } from '../../../../src/settings';
import { Stop } from '../../../../src/stop';
import { PostgresStore } from '../../../../src/storage/postgres/postgres-store';
import { type Clocks, openClocks } from '../../../../src/time/clocks';
import { thisMachine } from '../../../../src/time/machine';
import { startSandboxByDay } from '../../../support/by-day';
import { CREATE, TWO_TICKETS } from '../../../support/carts';
import { ask } from '../../../support/house';
import { usePostgres } from '../../../support/programs/databases';
import { query } from '../../../support/programs/postgres';
import { TEST_EDITION } from '../../../support/edition';

const KEY = { url: 'https://api.example/partners/v1', apiKey: 'key' };

const databases = usePostgres();

/** The budget of one of several processes with the same key. */
async function openBudget(of: Partial<BudgetSettings> = {}): Promise<{ budget: CallBudget; clocks: Clocks }> {
  const store = await PostgresStore.open({ url: databases.url, connections: 2 });
  const clocks = await openClocks(store, thisMachine);
  databases.closeLater(() => store.close());
  databases.closeLater(() => clocks.close());
  const settings = { callsPerSecond: 50, callsPerDay: null, maxWaiting: 1000, ...of };
  const budget = new CallBudget({ ...settings, quotaShelf: store.sharedQuota(KEY) }, clocks.clock);
  return { budget, clocks };
}

/** Takes turns, all asked for at once, and returns the times at which they came, in milliseconds of this machine. */
async function turns(budget: CallBudget, count: number, callClass: CallClass = 'read'): Promise<number[]> {
  const times: number[] = [];
  const one = async (caller: string) => {
    const urgency = new Urgency(callClass);
    await budget.turn({ urgency, caller, stop: new Stop(), waitsUntilMs: Infinity });
    times.push(performance.now());
  };
  await Promise.all(Array.from({ length: count }, (_, at) => one(String(at))));
  return times;
}

const spikeArrest = (callsPerSecond: number) => ({
  status: 429,
  headers: {},
  text: JSON.stringify({
    fault: {
      faultstring: `Spike arrest violation. Allowed rate : ${callsPerSecond}ps`,
      detail: { errorcode: 'policies.ratelimit.SpikeArrestViolation' },
    },
  }),
});

describe('the budgets of processes with one key', () => {
  it('are one: their turns are spaced as those of one process, and each gets its part', async () => {
    const processes = await Promise.all([openBudget(), openBudget(), openBudget()]);
    const all = await Promise.all(processes.map(({ budget }) => turns(budget, 20)));
    const times = all.flat().sort((one, other) => one - other);
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    // 50 a second: 20 ms from one to the next. A timer may be late, and the one after it is not.
    expect(took).toBeGreaterThan(59 * 20);
    // No process waits until the others have had all of theirs.
    for (const own of all) expect(Math.min(...own) - (times[0] ?? 0)).toBeLessThan(took / 2);
  });

  it('take one statement for many calls where many wait', async () => {
    const { budget } = await openBudget({ callsPerSecond: 200 });
    await turns(budget, 1);
    const bookings = async () =>
      Number(
        (
          await query<{ count: string }>(
            databases.url,
            `SELECT sum(n_tup_upd) AS count FROM pg_stat_user_tables WHERE relname = 'quotas'`,
          )
        )[0]?.count,
      );
    const before = await bookings();
    await turns(budget, 200);
    for (let tries = 0; tries < 100 && (await bookings()) === before; tries++);
    expect((await bookings()) - before).toBeLessThan(60);
  });

  it('learn the rate from each other', async () => {
    const [one, other] = [
      await openBudget({ callsPerSecond: null }),
      await openBudget({ callsPerSecond: null }),
    ];
    await turns(one.budget, 1);
    one.budget.learn(spikeArrest(3), one.clocks.clock.now());
    expect(one.budget.report().callsPerSecond).toBe(3);
    await turns(one.budget, 1);
    await turns(other.budget, 1);
    expect(other.budget.report().callsPerSecond).toBe(3);
  });

  it('count the day together, also after a restart', async () => {
    const one = await openBudget({ callsPerDay: 100 });
    await turns(one.budget, 10);
    const other = await openBudget({ callsPerDay: 100 });
    for (let tries = 0; tries < 20 && other.budget.report().usedToday < 11; tries++)
      await turns(other.budget, 1);
    const { usedToday, leftToday } = other.budget.report();
    expect(usedToday).toBeGreaterThanOrEqual(11);
    expect(usedToday).toBeLessThanOrEqual(30);
    expect(leftToday).toBe(100 - usedToday);
  });

  it('give more important calls their turn first, in whichever process they wait', async () => {
    const [readers, shop] = [await openBudget(), await openBudget()];
    await Promise.all([turns(readers.budget, 1), turns(shop.budget, 1)]);
    const reads = turns(readers.budget, 120, 'read');
    // Two seconds' worth of calls.
    const bought = await turns(shop.budget, 100, 'checkout');
    const lastMs = Math.max(...bought);
    const before = (await reads).filter((atMs) => atMs < lastMs).length;
    // Readers keep their part, a tenth, beside the few that were booked before.
    expect(before).toBeGreaterThanOrEqual(6);
    expect(before).toBeLessThan(30);
  });

  it('pause together where the gate asks for a pause', async () => {
    const [one, other] = [await openBudget(), await openBudget()];
    await Promise.all([turns(one.budget, 1), turns(other.budget, 1)]);
    one.budget.learn({ ...spikeArrest(50), headers: { 'retry-after': '1' } }, one.clocks.clock.now());
    const askedAtMs = performance.now();
    const resumed = turns(one.budget, 1);
    const isPaused = async () =>
      (
        await query(
          databases.url,
          `SELECT FROM stagedoor.quotas WHERE booked_until > now() + interval '0.5 s'`,
        )
      ).length > 0;
    while (!(await isPaused()));
    for (const [atMs = 0] of await Promise.all([resumed, turns(other.budget, 1)]))
      expect(atMs - askedAtMs).toBeGreaterThan(900);
  });

  it('go on alone, each at its part of the rate, while the database is away', async () => {
    const processes = [await openBudget(), await openBudget()];
    for (const { budget } of processes) await turns(budget, 3);
    await turns(processes[0]?.budget as CallBudget, 1);
    databases.server.freeze();
    try {
      const all = await Promise.all(processes.map(({ budget }) => turns(budget, 20)));
      const times = all.flat().sort((one, other) => one - other);
      expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(36 * 20);
    } finally {
      databases.server.resume();
    }
    // And together again.
    await turns(processes[0]?.budget as CallBudget, 5);
  });
});

describe('two gateways and 5 calls a second', () => {
  let sandbox: Sandbox;

  async function openGateway(): Promise<string> {
    const settings = readSettings({
      PARTNER_API_EDITION: TEST_EDITION,
      PORT: '0',
      DATABASE_URL: databases.url,
      PARTNER_API_CALLS_PER_SECOND: '5',
    });
    const gateway = await startGateway(settings, sandbox, pino({ level: 'silent' }));
    databases.closeLater(() => gateway.close());
    return gateway.url;
  }

  it('send 5 together: the gate refuses hardly any, readers and shoppers all get their answers', async () => {
    sandbox = await startSandboxByDay({ quota: { callsPerSecond: 5 } });
    databases.closeLater(() => sandbox.close());
    const gateways = [await openGateway(), await openGateway()];
    const ids = catalogue()
      .slice(0, 16)
      .map(({ id }) => id);
    const reads = ids.map((id, at) => ask(gateways[at % 2] as string, `{ event(id: "${id}") { name } }`));
    const carts = gateways.map((gateway) => ask(gateway, CREATE, { input: TWO_TICKETS, wait: 10 }));
    for (const { errors } of await Promise.all([...reads, ...carts])) expect(errors).toBeUndefined();
    const { quota } = sandbox.report();
    expect(quota.admitted).toBeGreaterThan(16);
    // A call that a busy machine sends late is refused, and sent again. Each at its own 5 a second, half of all would be.
    expect(quota.refusedByRate).toBeLessThan(quota.admitted / 5);
  });
});
