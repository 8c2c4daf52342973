import type { StatusReport } from '../../../src/health/status';
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox';
import { valueOf } from '../../metrics/house-metrics';
import { CREATE, TWO_TICKETS, askOne } from '../../support/carts';
import { FakeClock } from '../../support/fake-clock';
import { type House, openHouse } from '../../support/house';
import { call } from '../call';

const OPERATOR_TOKEN = 'a-token-of-32-characters-at-least';
const EVENT = '{ event(id: "3F004CBB88958BF9") { name } }';

let house: House;
let upstream: Sandbox | null = null;
afterEach(async () => {
  await house.close();
  await upstream?.close();
  upstream = null;
});

const read = (headers: Record<string, string> = {}) => call(house, '/status/data', { headers });
const status = async (): Promise<StatusReport> => JSON.parse((await read()).text) as StatusReport;

/** A gateway before an upstream that is not its own sandbox. */
async function openInProduction(env: Record<string, string>): Promise<void> {
  const clock = new FakeClock();
  upstream = await startSandbox({ clock });
  const { url, apiKey, apiSecret } = upstream;
  const api = { PARTNER_API_URL: url, PARTNER_API_KEY: apiKey, PARTNER_API_SECRET: apiSecret };
  house = await openHouse({ clock, env: { ...api, ...env } });
}

describe('the status', () => {
  it('is open to anyone with the sandbox inside', async () => {
    house = await openHouse();
    expect(await status()).toMatchObject({ health: { status: 'ready' }, line: { length: 0, isFull: false } });
  });

  it("is the operator's elsewhere", async () => {
    await openInProduction({ OPERATOR_TOKEN });
    expect(await read()).toMatchObject({ status: 401 });
    expect(await read({ authorization: 'Bearer a-token-of-32-characters-at-most' })).toMatchObject({
      status: 401,
    });
    expect(await read({ authorization: `Bearer ${OPERATOR_TOKEN}` })).toMatchObject({ status: 200 });
    expect((await call(house, '/status/')).text).toContain('token-field');
  });

  it("is nobody's where there is no operator", async () => {
    await openInProduction({});
    expect(await read({ authorization: 'Bearer undefined' })).toMatchObject({ status: 401 });
  });

  it('counts calls by the second, carts by state, and what the caches found', async () => {
    house = await openHouse();
    await house.ask(EVENT);
    await house.ask(EVENT);
    await askOne(house, CREATE, { input: TWO_TICKETS });
    const { quota, carts, events, requests } = await status();
    expect(quota.calls).toHaveLength(60);
    // The access token, the event and the reserve.
    expect(quota.calls.reduce((sum, { sent }) => sum + sent, 0)).toBe(3);
    expect(carts).toMatchObject({ HELD: 1, RESERVING: 0 });
    expect(events).toMatchObject({ cached: 1, miss: 1 });
    expect(requests.total).toBe(3);
    await house.clock.pass(61_000);
    expect((await status()).quota.calls.reduce((sum, { sent }) => sum + sent, 0)).toBe(0);
  });

  it('shows the quota that was stated, and null where none is known', async () => {
    house = await openHouse({
      env: { PARTNER_API_CALLS_PER_SECOND: '5', PARTNER_API_CALLS_PER_DAY: '5000' },
    });
    await house.clock.until(house.ask(EVENT));
    expect((await status()).quota).toMatchObject({ callsPerSecond: 5, usedToday: 2, leftToday: 4998 });
    await house.close();
    house = await openHouse();
    expect((await status()).quota).toMatchObject({ callsPerSecond: null, leftToday: null });
  });

  it('names the last troubles, each once, the latest first', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'event', kind: 'status', status: 500, times: 6 }]);
    await house.clock.until(house.ask(EVENT));
    await house.ask('{ nothing }');
    await call(house, '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' });
    const { troubles } = await status();
    expect(troubles.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^A request was refused: [A-Z_]+\.$/),
      'Upstream answered the call event with 500.',
    ]);
    expect(troubles[1]?.times).toBeGreaterThan(0);
  });

  it('counts the requests of a proxy that nobody trusts, as the metrics do', async () => {
    house = await openHouse();
    for (let time = 0; time < 3; time++) await house.ask(EVENT, {}, { 'x-forwarded-for': '203.0.113.9' });
    expect((await status()).requests.proxyProblems).toEqual({ untrusted: 3, silent: 0 });
    const untrusted = { problem: 'untrusted' };
    expect(await valueOf(house, 'stagedoor_proxy_problems_total', untrusted)).toBe(3);
  });
});
