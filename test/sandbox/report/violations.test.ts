import { ADULT, SEATED } from '../support/events';
import { cartIdIn, Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const report = () => partner.sandbox.report();

describe('a busy cart', () => {
  it('refuses a second reserve while one polls', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, { poll: true })).body;
    const second = await partner.reserve({ [ADULT]: 1 }, { cartId: cartIdIn(url) });
    expect(second).toMatchObject({ status: 400, body: { error: { code: 90003 } } });
    expect(report().violations.busyCart).toBe(1);
    expect(report().violationDetails.join()).toContain('busyCart');
    partner.clock.advance(12_000);
    expect((await partner.reserve({ [ADULT]: 1 }, { cartId: cartIdIn(url) })).status).toBe(200);
    expect(report().violations.busyCart).toBe(1);
  });

  it('refuses a reserve while its delete polls', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    await partner.delete(cartId, true);
    expect((await partner.reserve({ [ADULT]: 1 }, { cartId })).status).toBe(400);
    expect(report().violations.busyCart).toBe(1);
  });
});

describe('concurrent calls', () => {
  /** Resolves once the sandbox has received `count` requests. */
  async function received(count: number): Promise<void> {
    while (Object.values(report().requests).reduce((sum, each) => sum + each, 0) < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('on one cart are violations, whether the query or the body names it, polls included', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, { poll: true })).body;
    const cartId = cartIdIn(url);
    partner.clock.advance(12_000);
    partner.sandbox.setFaults([
      { route: 'poll', kind: 'hang' },
      { route: 'deleteCart', kind: 'hang' },
    ]);
    const hanging = Promise.allSettled([partner.get(url), partner.delete(cartId)]);
    await received(4);
    await partner.reserve({ [ADULT]: 1 }, { cartId });
    expect(report()).toMatchObject({ violations: { concurrentCall: 2 }, maxConcurrentPerCart: 3 });
    await partner.sandbox.close();
    await hanging;
  });

  it('on several carts are not violations, nor are successive calls on one cart', async () => {
    const first = (await partner.reserve({ [ADULT]: 1 })).body.cart_id;
    const second = (await partner.reserve({ [ADULT]: 1 })).body.cart_id;
    await Promise.all([first, second].map((cartId) => partner.reserve({ [ADULT]: 2 }, { cartId })));
    await Promise.all([first, second].map((cartId) => partner.delete(cartId)));
    expect(report()).toMatchObject({ violations: { concurrentCall: 0 }, maxConcurrentPerCart: 1 });
  });

  it('are counted by route until their responses end', async () => {
    partner.sandbox.setFaults([{ route: 'event', kind: 'hang', times: 3 }]);
    const hanging = Promise.allSettled([1, 2, 3].map(() => partner.call(`/event/${SEATED}`)));
    await received(4);
    await partner.call(`/event/${SEATED}`);
    expect(report()).toMatchObject({
      requests: { token: 1, event: 4, captcha: 0, openCart: 0, reserve: 0, deleteCart: 0, poll: 0 },
      maxConcurrentRequests: { token: 1, event: 4, reserve: 0 },
    });
    await partner.sandbox.close();
    await hanging;
  });
});
