import { UpstreamDown, UpstreamTimeout } from '../../../src/partner-api/errors';
import { CALLER, CART, EVENT_ID, ONE_TICKET, type Rig, failure, openRig, untilTrue } from '../rig';
import { hang, json, plain } from '../upstream';

const TIMEOUT_MS = 5000;
const EVENT = json({ event: { id: EVENT_ID } });

let rig: Rig;
beforeEach(async () => {
  rig = await openRig({ timeoutMs: TIMEOUT_MS });
  rig.upstream.answers(EVENT);
  await read();
});
afterEach(() => rig.close());

const read = () => rig.api.event(EVENT_ID, CALLER);
const calls = () => rig.upstream.calls.length;

/** Lets five reads at once time out. */
async function goDown(): Promise<void> {
  rig.upstream.answers(hang);
  const before = calls();
  const failing = Promise.all(Array.from({ length: 5 }, () => failure(read())));
  await untilTrue(() => calls() === before + 5);
  rig.clock.advance(TIMEOUT_MS);
  for (const error of await failing) expect(error).toBeInstanceOf(UpstreamTimeout);
}

describe('upstream that does not answer', () => {
  it('is asked no more after a run of time-outs: reads and reserves fail at once, and say when to come back', async () => {
    await goDown();
    expect(rig.api.isDown).toBe(true);
    // Time stands still: nothing is waited for.
    for (const call of [read, read, () => rig.api.reserve(ONE_TICKET, undefined, null, CALLER)]) {
      const error = await failure(call());
      expect(error).toBeInstanceOf(UpstreamDown);
      expect(error).toMatchObject({ mayHaveActed: false, retryable: true, retryAfterSeconds: 2 });
    }
  });

  it('is probed by one call a second, and only while there are readers', async () => {
    await goDown();
    const before = calls();
    for (let second = 0; second < 5; second++) {
      for (let reader = 0; reader < 20; reader++) await failure(read());
      await untilTrue(() => calls() === before + second + 1);
      rig.clock.advance(1000);
    }
    rig.clock.advance(60_000);
    expect(calls()).toBe(before + 5);
  });

  it('is not probed by the poll for an order, whose wait is not over', async () => {
    const polls = () => rig.upstream.calls.filter(({ target }) => target.includes('/polling/')).length;
    await rig.close();
    rig = await openRig({ edition: '2018', timeoutMs: TIMEOUT_MS });
    rig.upstream.answers(
      json({ polling_url: '/partners/v1/polling/orders', wait: 1 }, 202),
      json({ polling_url: '/partners/v1/polling/orders', wait: 60 }, 202),
      hang,
    );
    expect(await rig.clock.until(rig.api.order({ token: 'token' }, CALLER))).toBeNull();
    expect(polls()).toBe(1);
    const before = calls();
    const failing = Promise.all(Array.from({ length: 5 }, () => failure(rig.api.deleteCart(CART, CALLER))));
    await untilTrue(() => calls() === before + 5);
    rig.clock.advance(TIMEOUT_MS);
    await failing;
    expect(rig.api.isDown).toBe(true);
    rig.api.probe();
    await untilTrue(() => calls() === before + 6);
    expect(polls()).toBe(1);
  });

  it('is not asked by a read that was waiting for its turn meanwhile', async () => {
    await rig.close();
    rig = await openRig({ apiSecret: null, edition: '2018', callsPerSecond: 1, timeoutMs: 900 });
    rig.upstream.answers(hang);
    const failing = Promise.all(Array.from({ length: 6 }, () => failure(read())));
    const errors = await rig.clock.until(failing, 50);
    expect(errors.at(-1)).toBeInstanceOf(UpstreamDown);
    expect(calls()).toBe(5);
  });

  it('is back with its first answer', async () => {
    await goDown();
    rig.upstream.answers(EVENT);
    await failure(read());
    await untilTrue(() => !rig.api.isDown);
    expect(await read()).toMatchObject({ id: EVENT_ID });
  });

  it('is still polled and asked to release, and is back once that is answered', async () => {
    await goDown();
    rig.upstream.answers(json({ cart: {} }, 200));
    await rig.api.deleteCart(CART, CALLER).catch(() => {});
    expect(rig.api.isDown).toBe(false);
  });

  it('asks for patience the longer it lasts', async () => {
    await goDown();
    const waits: unknown[] = [];
    for (const minutes of [0, 1, 10]) {
      rig.clock.advance(minutes * 60_000);
      waits.push(((await failure(read())) as UpstreamDown).retryAfterSeconds);
    }
    expect(waits).toEqual([2, 15, 30]);
  });
});

describe('upstream that goes down before anything was read', () => {
  it('is probed by the calls themselves, one a second', async () => {
    await rig.close();
    rig = await openRig({ timeoutMs: TIMEOUT_MS });
    rig.upstream.answers(plain('no backend', 503));
    const reserve = () => failure(rig.api.reserve(ONE_TICKET, undefined, null, CALLER));
    for (let count = 0; count < 5; count++) await reserve();
    expect(rig.api.isDown).toBe(true);
    // Asking whether a call may go takes nothing away from the call.
    expect([rig.api.probe(), rig.api.probe()]).toEqual([true, true]);
    for (const sent of [6, 6, 6]) {
      await reserve();
      expect(calls()).toBe(sent);
    }
    rig.clock.advance(1000);
    await reserve();
    expect(calls()).toBe(7);
  });
});

describe('upstream that answers', () => {
  it('is not down for refusing, nor for failing with a number of its own', async () => {
    rig.upstream.answers(json({ error: { code: 502 } }, 502));
    for (let count = 0; count < 10; count++)
      await failure(rig.api.reserve(ONE_TICKET, undefined, null, CALLER));
    rig.upstream.answers(plain('oops', 500));
    for (let count = 0; count < 10; count++)
      await failure(rig.api.reserve(ONE_TICKET, undefined, null, CALLER));
    expect(rig.api.isDown).toBe(false);
  });

  it('is down where only a server on the way answers', async () => {
    rig.upstream.answers(plain('no backend', 503));
    for (let count = 0; count < 5; count++)
      await failure(rig.api.reserve(ONE_TICKET, undefined, null, CALLER));
    expect(rig.api.isDown).toBe(true);
  });

  it('is not down for the clients that leave', async () => {
    rig.upstream.answers(hang);
    for (let count = 0; count < 10; count++) {
      const leaving = new AbortController();
      const before = calls();
      const failing = failure(rig.api.event(EVENT_ID, CALLER, leaving.signal));
      await untilTrue(() => calls() === before + 1);
      leaving.abort();
      await failing;
    }
    expect(rig.api.isDown).toBe(false);
  });
});
