import { MemoryStore } from '../../../src/storage/memory-store';
import { POLL, TWO_TICKETS, askOne, follow } from '../../support/carts';
import { OPENS_CARTS, closureInSeattle } from '../../support/edition';
import { FakeClock } from '../../support/fake-clock';
import type { House } from '../../support/house';
import { listen } from '../../support/stream';
import {
  cartIdOf,
  complaints,
  createCart,
  deleteCart,
  isAllGivenBack,
  pollCart,
  release,
  requests,
} from '../mutations/shop';
import { type Outcome, STEP_MS, calls, openMorning, shop } from './morning';

let house: House;
afterEach(() => house.close());

const PENDING = { __typename: 'Pending', operation: 'CREATE' };

/** Shoppers with an address each, all at once. */
const crowd = (count: number): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => shop(house, `192.0.2.${at + 1}`)));

/** Reads the event, so that it is cached, and lets the clock pass the turns that it took. */
async function warmUp(): Promise<void> {
  await house.clock.until(house.ask(`{ event(id: "${TWO_TICKETS.eventId}") { id } }`), STEP_MS);
  await house.clock.pass(3000);
}

/** Creates carts one after the other, without waiting for their turn. */
async function join(count: number, more: Record<string, unknown> = {}) {
  const results = [];
  for (let at = 0; at < count; at++) {
    const headers = { 'x-forwarded-for': `192.0.2.${at + 1}` };
    results.push(await house.clock.until(createCart(house, more, headers), STEP_MS));
  }
  return results;
}

describe('shoppers in line', () => {
  it('are shown their place, which only gets better, and an estimate that is about right', async () => {
    house = await openMorning(2);
    await warmUp();
    const outcomes = await house.clock.until(crowd(20), STEP_MS);
    for (const { result, places } of outcomes) {
      expect(result).toMatchObject({ __typename: 'Cart', status: 'HELD' });
      const positions = places.map(({ position }) => position);
      expect(positions).toEqual([...positions].sort((one, other) => other - one));
    }
    const last = outcomes.reduce((one, other) => (one.atMs > other.atMs ? one : other));
    expect(last.places.length).toBeGreaterThan(2);
    expect(last.places[0]?.position).toBeGreaterThan(10);
    expect(calls(house).refused).toBe(0);
    expect(requests(house).reserve).toBe(20);
    expect(complaints(house)).toEqual([]);
  });

  it('of one address with forty carts do not keep ten others behind more than half of them', async () => {
    house = await openMorning(5);
    await warmUp();
    const servedAtMs = await house.clock.until(
      Promise.all([
        Promise.all(Array.from({ length: 40 }, () => shop(house, '192.0.2.1'))),
        Promise.all(Array.from({ length: 10 }, (_, at) => shop(house, `198.51.100.${at + 1}`))),
      ]),
      STEP_MS,
    );
    const [forty, ten] = servedAtMs.map((outcomes) => outcomes.map(({ atMs }) => atMs));
    const lastOfTen = Math.max(...(ten ?? []));
    expect(forty?.filter((atMs) => atMs < lastOfTen).length).toBeLessThanOrEqual(20);
  });

  it('leave it by deleteCart and by the beacon, and upstream is never asked for them', async () => {
    house = await openMorning(1, { env: { CART_RELEASE_GRACE_SECONDS: '0' } });
    await warmUp();
    const [, one, other, last] = await join(4);
    expect(one).toMatchObject({ ...PENDING, queue: { position: expect.any(Number) } });
    const before = requests(house).reserve ?? 0;
    expect(await deleteCart(house, { token: one.token as string })).toMatchObject({
      __typename: 'CartDeleted',
    });
    expect(await release(other.releaseUrl as string)).toBeLessThan(300);
    const place = async () => (await pollCart(house, last.token as string)).queue?.position as number;
    while ((await place()) > 1) await new Promise(setImmediate);
    expect(await follow(house, last)).toMatchObject({ __typename: 'Cart' });
    expect(requests(house).reserve).toBe(before + 1);
  });

  it('who are silent for the length of the lease lose their place, and nothing was sent for them', async () => {
    house = await openMorning(5, { env: { PARTNER_RESERVATIONS: '1', CART_LEASE_SECONDS: '30' } });
    await warmUp();
    const [held, waiting] = await join(2);
    expect(held).toMatchObject({ __typename: 'Cart' });
    for (let seconds = 0; seconds < 40; seconds += 10) {
      await house.clock.pass(10_000);
      await askOne(house, 'mutation ($id: ID!) { keepCart(id: $id) { id } }', { id: held.id as string });
    }
    expect(await pollCart(house, waiting.token as string)).toMatchObject({
      __typename: 'CartGone',
      code: 'CART_RELEASED',
    });
    expect(requests(house).reserve).toBe(1);
  });

  it("wait for one of the partner's reservations, and get it when a cart is given back", async () => {
    house = await openMorning(50, { env: { PARTNER_RESERVATIONS: '2' } });
    await warmUp();
    const [first, , third] = await join(3);
    expect(third).toMatchObject({ ...PENDING, queue: { position: 1 } });
    await house.clock.pass(2000);
    expect(requests(house).reserve).toBe(2);
    await house.clock.until(deleteCart(house, { cartId: first.id as string }, 5), STEP_MS);
    expect(await follow(house, third)).toMatchObject({ __typename: 'Cart' });
    expect(house.sandbox.report().violations).toMatchObject({ concurrentCall: 0 });
  });

  it("learn the limit of the partner's reservations from upstream's refusals", async () => {
    house = await openMorning(50, {
      sandbox: { quota: { callsPerSecond: 50 }, reservationLimit: 2, overReservationLimit: 'refuse' },
    });
    await warmUp();
    const [first, , third, fourth] = await join(4);
    expect(third).toMatchObject({ ...PENDING, queue: { position: 1 } });
    expect(fourth).toMatchObject({ ...PENDING, queue: { position: 2 } });
    await house.clock.until(deleteCart(house, { cartId: first.id as string }, 5), STEP_MS);
    expect(await follow(house, third)).toMatchObject({ __typename: 'Cart' });
  });

  it('try one reservation more from time to time, and not all of them', async () => {
    house = await openMorning(0, { sandbox: { reservationLimit: 2, overReservationLimit: 'refuse' } });
    await warmUp();
    await join(8);
    const before = requests(house).reserve ?? 0;
    await house.clock.pass(5250);
    const tried = (requests(house).reserve ?? 0) - before;
    expect(tried).toBeGreaterThanOrEqual(1);
    expect(tried).toBeLessThanOrEqual(2);
  });

  it("keep their place where the day's calls end right before the reserve", async () => {
    house = await openMorning(50, {
      sandbox: { quota: { callsPerSecond: 50 }, captcha: 'required' },
      // The token, the event and, where a captcha opens one, the session.
      env: { PARTNER_API_CALLS_PER_DAY: OPENS_CARTS ? '3' : '2' },
    });
    const [waiting] = await join(1, { captchaToken: 'solved-1' });
    expect(waiting).toMatchObject({ ...PENDING, queue: { position: 1 } });
    expect(waiting.queue.estimatedWaitSeconds).toBeGreaterThan(80_000);
  });

  it('are refused over QUEUE_MAX, with the time of the next room', async () => {
    house = await openMorning(1, { env: { QUEUE_MAX: '2' } });
    await warmUp();
    const results = await join(6);
    expect(results.at(-1)).toMatchObject({ __typename: 'Throttled', code: 'QUEUE_FULL', retryable: true });
    expect(results.at(-1).retryAfterSeconds).toBeGreaterThan(0);
  });

  it('see each change of their place by the stream, and then their seats', async () => {
    house = await openMorning(2);
    await warmUp();
    const crowded = crowd(12);
    await house.clock.pass(500);
    const last = await house.clock.until(createCart(house, {}, { 'x-forwarded-for': '192.0.2.99' }));
    expect(last).toMatchObject({ ...PENDING, queue: { position: expect.any(Number) } });
    const stream = listen(house, last.token as string);
    await house.clock.until(Promise.all([crowded, stream.ended]), STEP_MS);
    const places = stream.heard.flatMap(({ queue }) => (queue ? [queue.position as number] : []));
    expect(places.length).toBeGreaterThan(2);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual([...places].sort((one, other) => other - one));
    expect(stream.heard.at(-1)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
  });

  it('whose event goes under maintenance are warned while they wait, and not sent', async () => {
    const clock = new FakeClock(closureInSeattle('2026-06-15').startsAtMs - 30_000);
    const env = { PARTNER_RESERVATIONS: '1', CART_LEASE_SECONDS: '600' };
    house = await openMorning(5, { clock, env });
    await warmUp();
    const [held, waiting] = await join(2);
    expect(held).toMatchObject({ __typename: 'Cart' });
    const noticeOf = async () => (await pollCart(house, waiting.token as string)).queue.notice as string;
    expect(await noticeOf()).not.toBe('UNDER_MAINTENANCE');
    await house.clock.pass(30_000);
    expect(await noticeOf()).toBe('UNDER_MAINTENANCE');
    // The first cart ends, and the turn of the second comes in the middle of the maintenance.
    await release(held.releaseUrl as string);
    expect(await follow(house, waiting)).toMatchObject({
      __typename: 'UnderMaintenance',
      retryAfterSeconds: expect.any(Number),
    });
    expect(requests(house).reserve).toBe(1);
  });
});

describe('a process that ends with shoppers in line', () => {
  it('leaves them to the next one, in their order', async () => {
    const clock = new FakeClock();
    const store = new MemoryStore();
    house = await openMorning(1, { clock, store });
    await warmUp();
    const waiting = (await join(6)).filter(({ __typename }) => __typename === 'Pending');
    expect(waiting.length).toBeGreaterThan(3);
    // As if it were killed: no client hears of it. The store is handed on.
    const before = requests(house).reserve ?? 0;
    const { sandbox } = house;
    await clock.until(house.gateway.close());
    const next = await openMorning(1, { clock, store });
    const results = await clock.until(
      Promise.all(
        waiting.map(async ({ token }) => {
          let result = await askOne(next, POLL, { token: token as string });
          while (result.__typename === 'Pending') {
            const waitMs = (result.waitSeconds as number) * 1000;
            await new Promise<void>((resolve) => clock.after(waitMs, resolve));
            result = await askOne(next, POLL, { token: result.token as string });
          }
          return { result, atMs: clock.now() };
        }),
      ),
      STEP_MS,
    );
    for (const { result } of results) expect(result).toMatchObject({ __typename: 'Cart' });
    expect(requests(next).reserve).toBe(waiting.length);
    expect(before).toBeLessThanOrEqual(6 - waiting.length + 1);
    await next.close();
    await sandbox.close();
    house = await openMorning(1);
  });
});

describe('a captcha that became stale in line', () => {
  it('is asked for again, and the place is kept meanwhile', async () => {
    house = await openMorning(5, {
      sandbox: { quota: { callsPerSecond: 5 }, captcha: 'required' },
      env: { PARTNER_RESERVATIONS: '1', CART_LEASE_SECONDS: '600' },
    });
    await warmUp();
    const [held] = await join(1, { captchaToken: 'solved-1' });
    expect(held).toMatchObject({ __typename: 'Cart' });
    const headers = { 'x-forwarded-for': '192.0.2.99' };
    const waiting = await house.clock.until(createCart(house, { captchaToken: 'stale' }, headers), STEP_MS);
    expect(waiting).toMatchObject({ ...PENDING, queue: { position: 1 } });
    await house.clock.pass(10_000);
    await house.clock.until(deleteCart(house, { cartId: held.id as string }, 5), STEP_MS);
    const refused = await follow(house, waiting);
    expect(refused).toMatchObject({ __typename: 'CaptchaFailed' });
    const again = {
      captchaToken: 'solved-2',
      placeToken: waiting.token as string,
      idempotencyKey: '8f14e45f-ceea-467f-a9c2-6d1c5f2b7e01',
    };
    const result = await house.clock.until(createCart(house, again, headers), STEP_MS);
    const repeated = await house.clock.until(createCart(house, again, headers), STEP_MS);
    expect(cartIdOf(repeated)).toBe(cartIdOf(waiting));
    expect(await follow(house, result)).toMatchObject({ __typename: 'Cart' });
    expect(isAllGivenBack(house)).toBe(false);
  });
});
