import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { request } from 'undici';

import { MemoryStore } from '../../src/storage/memory-store';
import { call } from '../http/call';
import { CREATE, DELETE, TWO_TICKETS, askOne } from '../support/carts';
import { BUYER, PAY, PURCHASE } from '../support/checkout';
import { type House, openHouse } from '../support/house';
import { pageOf, seriesIn, valueOf } from './house-metrics';

const EVENT = 'query Event($id: EventID!) { event(id: $id) { name } }';
const ID = '3F004CBB88958BF9';

let house: House;
afterEach(() => house.close());
const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
  house = await openHouse(options);
};

/** A paid cart of two tickets. */
async function paidCart(): Promise<string> {
  const { id: cartId } = await askOne(house, CREATE, { input: TWO_TICKETS });
  await askOne(house, PAY, { input: { cartId, buyer: BUYER, method: { invoiceReference: '4711' } } });
  return cartId as string;
}

describe('the metrics of requests', () => {
  it('count them by operation, with their durations, however they were served', async () => {
    await open();
    for (let time = 0; time < 5; time++) await house.ask(EVENT, { id: ID });
    const operation = { operation: 'Event' };
    expect(await valueOf(house, 'stagedoor_requests_total', { ...operation, outcome: 'ok' })).toBe(5);
    expect(await valueOf(house, 'stagedoor_request_duration_seconds_count', operation)).toBe(5);
    expect(
      await valueOf(house, 'stagedoor_request_duration_seconds_bucket', { ...operation, le: '+Inf' }),
    ).toBe(5);
    expect(
      await valueOf(house, 'stagedoor_cache_lookups_total', { cache: 'ready_answer', result: 'fresh' }),
    ).toBeGreaterThan(0);
    expect(await valueOf(house, 'stagedoor_cache_lookups_total', { cache: 'event', result: 'miss' })).toBe(1);
  });

  it('count failures, errors and refusals by their codes', async () => {
    await open();
    const input = { ...TWO_TICKETS, tickets: [{ ticketId: 'NONE', quantity: 2 }] };
    const { code } = await askOne(house, CREATE, { input });
    await house.ask('query Wrong($id: EventID!) { event(id: $id) { name } }', { id: '?' });
    await house.ask('{ nothing }');
    await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });

    const count = (labels: Record<string, string>) => valueOf(house, 'stagedoor_requests_total', labels);
    expect(await count({ operation: 'Create', outcome: 'failure', code: code as string })).toBe(1);
    expect(await count({ operation: 'Wrong', outcome: 'error', code: 'BAD_USER_INPUT' })).toBe(1);
    expect(await count({ operation: 'none', outcome: 'error', code: 'GRAPHQL_VALIDATION_FAILED' })).toBe(1);
    expect(await count({ operation: 'none', outcome: 'refused', code: 'BAD_REQUEST' })).toBe(1);
    expect(await valueOf(house, 'stagedoor_refusals_total', { code: 'BAD_REQUEST' })).toBe(1);
  });

  it('count a document over a limit as refused', async () => {
    await open({ env: { MAX_QUERY_DEPTH: '2' } });
    await house.ask('{ event(id: "3F004CBB88958BF9") { venue { name } } }');
    expect(await valueOf(house, 'stagedoor_refusals_total', { code: 'OVER_LIMIT' })).toBe(1);
  });

  it('have no more operations than they may, whatever clients send; those of trusted documents always', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'stagedoor-')), 'documents.json');
    writeFileSync(path, JSON.stringify({ abc: 'query OfTheShop { countries { isoCode } }' }));
    await open({ env: { PERSISTED_QUERIES: path } });
    for (let number = 0; number < 120; number++) await house.ask(`query Q${number} { __typename }`);
    await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: 'abc' }),
    });
    const series = await seriesIn(house, 'stagedoor_requests_total');
    expect(new Set(series.map(({ labels }) => labels['operation'])).size).toBeLessThan(105);
    expect(await valueOf(house, 'stagedoor_requests_total', { operation: 'other' })).toBe(20);
    expect(await valueOf(house, 'stagedoor_requests_total', { operation: 'OfTheShop' })).toBe(1);
  });
});

describe('the metrics of carts', () => {
  it('show them by state, also those that an earlier process left, and forget them with the ledger', async () => {
    const store = new MemoryStore();
    await open({ store });
    const { clock } = house;
    await askOne(house, CREATE, { input: TWO_TICKETS });
    expect(await valueOf(house, 'stagedoor_carts', { state: 'HELD' })).toBe(1);
    await house.close();

    await open({ store, clock, env: { CART_LEASE_SECONDS: '60' } });
    expect(await valueOf(house, 'stagedoor_carts', { state: 'HELD' })).toBe(1);
    const { id } = await askOne(house, CREATE, { input: TWO_TICKETS });
    expect(await valueOf(house, 'stagedoor_carts', { state: 'HELD' })).toBe(2);
    await askOne(house, DELETE, { input: { cartId: id as string } });
    expect(await valueOf(house, 'stagedoor_carts', { state: 'HELD' })).toBe(1);
    expect(await valueOf(house, 'stagedoor_carts', { state: 'DELETED' })).toBe(1);
    const ended = () => house.log().match(/"to":"(DELETED|EXPIRED)"/g)?.length ?? 0;
    await house.clock.untilTrue(() => ended() === 2, 10 * 60_000);
    house.clock.advance(25 * 60 * 60_000);
    await house.clock.pass(5000);
    expect(await valueOf(house, 'stagedoor_carts')).toBe(0);
  });

  it('distinguish a lapsed lease from a closed page and from a delete', async () => {
    await open();
    const carts: { id: string; releaseUrl: string }[] = [];
    for (let time = 0; time < 3; time++) carts.push(await askOne(house, CREATE, { input: TWO_TICKETS }));
    const [deleted, left] = carts;
    await askOne(house, DELETE, { input: { cartId: deleted?.id } });
    await request(left?.releaseUrl ?? '', { method: 'POST' });
    await house.clock.pass(60_000);
    expect(await valueOf(house, 'stagedoor_releases_total')).toBe(1);
    expect(await valueOf(house, 'stagedoor_leases_lapsed_total')).toBe(0);
    await house.clock.untilTrue(() => house.sandbox.report().openCarts === 0, 30 * 60_000);
    expect(await valueOf(house, 'stagedoor_releases_total')).toBe(1);
    expect(await valueOf(house, 'stagedoor_leases_lapsed_total')).toBe(1);
  });

  it('show the age of the oldest purchase whose answer was lost, until its order is found', async () => {
    await open({ env: { SHIPPING_PRECONFIGURED: 'true' }, sandbox: { shipping: 'preconfigured' } });
    const cartId = await paidCart();
    expect(await valueOf(house, 'stagedoor_unconfirmed_purchase_oldest_seconds')).toBe(0);
    house.sandbox.setFaults([
      { route: 'purchase', kind: 'resetAfter', times: 1 },
      { route: 'unredeemed', kind: 'status', status: 500 },
    ]);
    await askOne(house, PURCHASE, { input: { cartId, expectedTotal: '50.00' } });
    await house.clock.pass(60_000);
    expect(await valueOf(house, 'stagedoor_unconfirmed_purchases')).toBe(1);
    expect(await valueOf(house, 'stagedoor_unconfirmed_purchase_oldest_seconds')).toBeGreaterThanOrEqual(60);
    house.sandbox.setFaults([]);
    await house.clock.untilTrue(() => house.log().includes('"to":"PURCHASED"'), 30 * 60_000);
    expect(await valueOf(house, 'stagedoor_unconfirmed_purchases')).toBe(0);
    expect(await valueOf(house, 'stagedoor_carts', { state: 'PURCHASED' })).toBe(1);
  });

  it('show the line, and how long those waited that were served', async () => {
    await open({ env: { PARTNER_RESERVATIONS: '1' } });
    const { id } = await askOne(house, CREATE, { input: TWO_TICKETS });
    await askOne(house, CREATE, { input: TWO_TICKETS });
    expect(await valueOf(house, 'stagedoor_line_length')).toBe(1);
    expect(await valueOf(house, 'stagedoor_line_wait_seconds_count')).toBe(1);
    await house.clock.pass(20_000);
    await askOne(house, DELETE, { input: { cartId: id as string } });
    await house.clock.pass(5000);
    expect(await valueOf(house, 'stagedoor_line_length')).toBe(0);
    expect(await valueOf(house, 'stagedoor_line_wait_seconds_count')).toBe(2);
    expect(await valueOf(house, 'stagedoor_line_wait_seconds_sum')).toBeGreaterThanOrEqual(20);
  });
});

describe('the metrics of upstream', () => {
  it('count calls by route and outcome, and renewals of the token', async () => {
    await open();
    house.sandbox.setFaults([
      { route: 'event', kind: 'status', status: 401, times: 1 },
      { route: 'captcha', kind: 'status', status: 500 },
    ]);
    await house.ask(EVENT, { id: ID });
    await house.clock.until(house.ask('{ captcha(eventId: "3F004CBB88958BF9") { siteKey } }'));
    const calls = (labels: Record<string, string>) =>
      valueOf(house, 'stagedoor_upstream_calls_total', labels);
    expect(await calls({ route: 'event', outcome: 'refused' })).toBe(1);
    expect(await calls({ route: 'event', outcome: 'ok' })).toBe(1);
    expect(await calls({ route: 'captcha', outcome: 'failed' })).toBeGreaterThanOrEqual(1);
    expect(await valueOf(house, 'stagedoor_token_renewals_total', { outcome: 'ok' })).toBe(2);
    expect(await valueOf(house, 'stagedoor_upstream_call_duration_seconds_count', { route: 'event' })).toBe(
      2,
    );
  });

  it('show the quota: its rate, what is used and left, and what waits', async () => {
    await open({ env: { PARTNER_API_CALLS_PER_SECOND: '2', PARTNER_API_CALLS_PER_DAY: '1000' } });
    await house.clock.until(house.ask(EVENT, { id: ID }), 100);
    expect(await valueOf(house, 'stagedoor_quota_calls_per_second')).toBe(2);
    expect(await valueOf(house, 'stagedoor_quota_calls_used_today')).toBe(2);
    expect(await valueOf(house, 'stagedoor_quota_calls_left_today')).toBe(998);
    const others = ['FATFESTIVAL00001', '1D004F240CEB4BDE', 'SEATINGCHART0001'].map((id) =>
      house.ask(EVENT, { id }),
    );
    while ((await valueOf(house, 'stagedoor_quota_waiting_calls', { class: 'read' })) === 0);
    await house.clock.until(Promise.all(others), 100);
    expect(await valueOf(house, 'stagedoor_quota_waiting_calls', { class: 'read' })).toBe(0);
    expect(await valueOf(house, 'stagedoor_quota_wait_seconds_count', { class: 'read' })).toBe(4);
    expect(await valueOf(house, 'stagedoor_quota_wait_seconds_sum', { class: 'read' })).toBeGreaterThan(0.4);
    expect(house.log()).toMatch(/"route":"event".*"waitedMs":[1-9]/);
  });

  it('count what upstream refused for the quota', async () => {
    await open({ sandbox: { quota: { callsPerSecond: 1, callsPerDay: 0 } } });
    const all = ['FATFESTIVAL00001', '1D004F240CEB4BDE', ID].map((id) => house.ask(EVENT, { id }));
    await house.clock.until(Promise.all(all), 100);
    expect(await valueOf(house, 'stagedoor_quota_refusals_total')).toBeGreaterThan(0);
  });
});

describe('the metrics of the process', () => {
  it('show connections, memory and the delay of the event loop', async () => {
    await open({ env: { MAX_CONNECTIONS: '50' } });
    expect(await valueOf(house, 'stagedoor_open_sockets')).toBeGreaterThan(0);
    expect(await valueOf(house, 'stagedoor_open_sockets_limit')).toBe(50);
    expect(await valueOf(house, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(await valueOf(house, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  });
});

describe('where the metrics are', () => {
  const path = (url: string) => request(url).then(({ statusCode }) => statusCode);

  it('with the sandbox inside: at /metrics, for GET and HEAD', async () => {
    await open();
    expect(house.gateway.metricsUrl).toBe(`${house.gateway.url}/metrics`);
    expect((await call(house, '/metrics')).headers['content-type']).toContain('version=0.0.4');
    expect((await call(house, '/metrics', { method: 'POST' })).status).toBe(405);
    expect(await call(house, '/metrics', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect(await pageOf(house)).toContain('stagedoor_line_length 0');
  });

  it('with METRICS=false: nowhere', async () => {
    await open({ env: { METRICS: 'false' } });
    expect(house.gateway.metricsUrl).toBeNull();
    expect(await path(`${house.gateway.url}/metrics`)).toBe(404);
    expect((await house.ask(EVENT, { id: ID })).data.event.name).toBeTruthy();
  });

  it('with METRICS_PORT: on that port, and nothing else there', async () => {
    await open({ env: { METRICS_PORT: '0' } });
    const url = house.gateway.metricsUrl ?? '';
    expect(new URL(url).origin).not.toBe(house.gateway.url);
    expect(await pageOf(house)).toContain('stagedoor_line_length 0');
    expect(await path(`${house.gateway.url}/metrics`)).toBe(404);
    expect(await path(new URL('/graphql', url).href)).toBe(404);
    expect((await request(url, { method: 'HEAD' })).statusCode).toBe(200);
    expect((await request(url, { method: 'POST' })).statusCode).toBe(404);
  });
});
