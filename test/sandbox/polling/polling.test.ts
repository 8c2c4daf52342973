import { ADULT, SOLD_OUT } from '../support/events';
import { ManualClock } from '../support/manual-clock';
import { cartIdIn, Partner, seatsOf } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const violations = () => partner.sandbox.report().violations;
const polled = { poll: true };

/** Polls at the pace of `wait` until the reply is not 202. */
async function follow(pollingUrl: string, waitSeconds: number): Promise<{ rounds: number; status: number }> {
  for (let rounds = 1; ; rounds += 1) {
    partner.clock.advance(waitSeconds * 1000);
    const { status, body } = await partner.get(pollingUrl);
    if (status !== 202) return { rounds, status };
    pollingUrl = body.polling_url;
    waitSeconds = body.wait;
  }
}

describe('a 202 reply', () => {
  it('contains a wait and a URL under the base with the key and the encoded cart id', async () => {
    const { status, body } = await partner.reserve({ [ADULT]: 1 }, polled);
    expect(status).toBe(202);
    expect(body.wait).toBe(4);
    const url = new URL(body.polling_url);
    expect(body.polling_url.startsWith(`${partner.sandbox.url}/polling/cart/tickets/PUT/`)).toBe(true);
    expect(url.pathname).toMatch(/\/\d{32,}$/);
    expect(url.searchParams.get('apikey')).toBe(partner.sandbox.apiKey);
    expect(body.polling_url).toContain(`cart_id=${encodeURIComponent(cartIdIn(body.polling_url))}`);
  });

  it('contains the configured wait unchanged', async () => {
    const other = await Partner.start({ pollWaitSeconds: 0.05, pollingDepth: 1 });
    expect((await other.reserve({ [ADULT]: 1 })).body.wait).toBe(0.05);
    await other.sandbox.close();
  });

  it('is not sent for a reserve without the header, by default', async () => {
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(200);
  });

  it('contains a new URL each time, and older URLs keep working', async () => {
    const first = (await partner.reserve({ [ADULT]: 1 }, polled)).body.polling_url;
    partner.clock.advance(4000);
    const second = (await partner.get(first)).body.polling_url;
    const again = (await partner.get(first)).body.polling_url;
    expect(new Set([first, second, again]).size).toBe(3);
    partner.clock.advance(8000);
    for (const url of [first, second, again]) expect((await partner.get(url)).status).toBe(200);
    expect(violations().earlyPoll).toBe(0);
  });
});

describe('a polled reserve', () => {
  it('polls as often as configured and ends with the reply of the reserve itself', async () => {
    for (const [depth, options] of [
      [3, { forcedPollingDepth: 3 }],
      [5, { forcedPollingDepth: 5 }],
    ] as const) {
      const other = await Partner.start(options, partner.clock);
      const { body } = await other.reserve({ [ADULT]: 1 }, polled);
      let url = body.polling_url;
      for (let round = 1; round < depth; round += 1) {
        other.clock.advance(4000);
        const reply = await other.get(url);
        expect(reply).toMatchObject({ status: 202, body: { wait: 4 } });
        url = reply.body.polling_url;
      }
      other.clock.advance(4000);
      const last = await other.get(url);
      expect(last).toMatchObject({
        status: 200,
        body: { cart_id: cartIdIn(body.polling_url), cart: { hold_time: 299 } },
      });
      expect(seatsOf(last)).toBe('101/A/1-1');
      await other.sandbox.close();
    }
  });

  it('polls without the header if the sandbox is configured to', async () => {
    const other = await Partner.start({ pollingDepth: 1 }, partner.clock);
    const { status, body } = await other.reserve({ [ADULT]: 1 });
    expect(status).toBe(202);
    other.clock.advance(4000);
    expect((await other.get(body.polling_url)).status).toBe(200);
    await other.sandbox.close();
  });

  it('takes its seats when it completes, not when it is called', async () => {
    const { body } = await partner.reserve({ [ADULT]: 4 }, polled);
    partner.clock.advance(11_999);
    expect(partner.sandbox.report()).toMatchObject({
      heldSeats: 0,
      openCarts: 1,
      carts: [{ state: 'reserving' }],
    });
    for (const row of ['A', 'B']) await partner.reserve({ [ADULT]: 4 }, { section: '101', row });
    partner.clock.advance(1);
    expect(await partner.get(body.polling_url)).toMatchObject({
      status: 400,
      body: { error: { code: 20052 } },
    });
    expect(partner.sandbox.report().openCarts).toBe(2);
  });

  it('completes on its own, whether or not its outcome is read', async () => {
    const { body } = await partner.reserve({ [ADULT]: 2 }, polled);
    partner.clock.advance(60_000);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 2, openCarts: 1, reserves: 1 });
    // 48 of 299 seconds have passed since it completed.
    expect((await partner.get(body.polling_url)).body.cart.hold_time).toBe(251);
    partner.clock.advance(12_000 + 299_000 - 60_000);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 0, openCarts: 0 });
  });

  it('has completed in time for a poll even if no timer fires', async () => {
    const clock = new ManualClock();
    clock.after = () => () => undefined;
    const other = await Partner.start({ holdSeconds: 5 }, clock);
    await other.reserve({ [ADULT]: 4 });
    const { body } = await other.reserve(
      { [ADULT]: 4 },
      { ...polled, row: 'A', accept_best_available: false },
    );
    clock.advance(13_000);
    // The hold of the first cart ended before the second one completed.
    expect(await other.get(body.polling_url)).toMatchObject({
      status: 200,
      body: { cart: { hold_time: 4 } },
    });
    expect(other.sandbox.report().heldSeats).toBe(4);
    await other.sandbox.close();
  });

  it('stays readable for ten minutes', async () => {
    const { body } = await partner.reserve({ [ADULT]: 2 }, polled);
    partner.clock.advance(12_000 + 599_999);
    expect((await partner.get(body.polling_url)).status).toBe(200);
    partner.clock.advance(1);
    expect((await partner.get(body.polling_url)).status).toBe(404);
  });

  it('is refused at once if a rule refuses it', async () => {
    const refused = await partner.reserve({ [ADULT]: 9 }, polled);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 10161 } } });
    const soldOut = await partner.reserve({ [ADULT]: 1 }, { ...polled, eventId: SOLD_OUT });
    expect(soldOut.status).toBe(202);
  });

  it("accepts only its own cart's id and its own path", async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, polled)).body;
    partner.clock.advance(4000);
    const other = new URL(url);
    other.searchParams.set('cart_id', 'another');
    expect(await partner.get(other.href)).toMatchObject({ status: 400, body: { error: { code: 90003 } } });
    expect((await partner.get(url.replace('/cart/tickets/PUT/', '/cart/DELETE/'))).status).toBe(404);
    expect((await partner.get(url.replace(/\d{32,}/, '0'.repeat(32)))).status).toBe(404);
  });
});

describe('an early poll', () => {
  it('is a violation and receives the rest of the wait, rounded up to a tenth', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, polled)).body;
    partner.clock.advance(2750);
    const early = await partner.get(url);
    expect(early).toMatchObject({ status: 202, body: { wait: 1.3 } });
    expect(violations().earlyPoll).toBe(1);
    partner.clock.advance(1240);
    await partner.get(early.body.polling_url);
    expect(violations().earlyPoll).toBe(2);
    partner.clock.advance(10);
    await partner.get(early.body.polling_url);
    expect(violations().earlyPoll).toBe(2);
  });

  it('is tolerated up to 5 ms', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, polled)).body;
    partner.clock.advance(3994);
    await partner.get(url);
    expect(violations().earlyPoll).toBe(1);
    partner.clock.advance(1);
    await partner.get(url);
    expect(violations().earlyPoll).toBe(1);
  });

  it('receives 202 even if the call has completed', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, polled)).body;
    partner.clock.advance(11_000);
    const late = await partner.get(url);
    partner.clock.advance(2000);
    expect(await partner.get(late.body.polling_url)).toMatchObject({ status: 202, body: { wait: 2 } });
    expect(violations().earlyPoll).toBe(1);
  });

  it('is not counted for a client that respects each wait', async () => {
    const { polling_url: url, wait } = (await partner.reserve({ [ADULT]: 1 }, polled)).body;
    expect(await follow(url, wait)).toEqual({ rounds: 3, status: 200 });
    expect(violations()).toMatchObject({ earlyPoll: 0, concurrentCall: 0, busyCart: 0 });
  });
});
