import { ADULT } from '../support/events';
import { cartIdIn, Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const stale = { status: 400, body: { error: { code: 90003 } } };

describe('DELETE of a cart', () => {
  it('returns 204 and frees the seats at once', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    expect(await partner.delete(cartId)).toMatchObject({ status: 204, text: '' });
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 0, openCarts: 0, deletes: 1 });
  });

  it('is refused with 90003 for an unknown, ended or missing cart', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    await partner.delete(cartId);
    expect(await partner.delete(cartId)).toMatchObject(stale);
    expect(await partner.delete('unknown')).toMatchObject(stale);
    expect(await partner.call('/cart', { method: 'DELETE' })).toMatchObject(stale);
    expect(partner.sandbox.report().deletes).toBe(1);
  });

  it('is refused for an id that is not percent-encoded, because + becomes a space', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    expect(await partner.call(`/cart?cart_id=${cartId}`, { method: 'DELETE' })).toMatchObject(stale);
  });

  it('frees the seats when it completes, if it polls', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    const { status, body } = await partner.delete(cartId, true);
    expect(status).toBe(202);
    expect(body.polling_url).toContain('/polling/cart/DELETE/');
    partner.clock.advance(11_999);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 4, carts: [{ state: 'releasing' }] });
    partner.clock.advance(1);
    expect(partner.sandbox.report()).toMatchObject({ heldSeats: 0, openCarts: 0, deletes: 1 });
    expect((await partner.get(body.polling_url)).status).toBe(204);
  });

  it('is 204 but deletes nothing if the hold ends while it polls', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    partner.clock.advance(295_000);
    const { body } = await partner.delete(cartId, true);
    partner.clock.advance(12_000);
    expect((await partner.get(body.polling_url)).status).toBe(204);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, deletes: 0 });
  });

  it('sent twice while it polls is one deletion', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 4 })).body;
    const first = await partner.delete(cartId, true);
    const second = await partner.delete(cartId);
    expect(second.status).toBe(202);
    partner.clock.advance(11_999);
    expect(partner.sandbox.report().heldSeats).toBe(4);
    partner.clock.advance(1);
    expect((await partner.get(first.body.polling_url)).status).toBe(204);
    expect((await partner.get(second.body.polling_url)).status).toBe(204);
    expect(partner.sandbox.report()).toMatchObject({ deletes: 1, violations: { busyCart: 0 } });
  });
});

describe('DELETE during a polled reserve', () => {
  it('leaves an orphan that a second DELETE releases', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 4 }, { poll: true })).body;
    const cartId = cartIdIn(url);
    expect((await partner.delete(cartId)).status).toBe(204);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 0, orphanedByEarlyDelete: 0 });
    partner.clock.advance(12_000);
    expect(partner.sandbox.report()).toMatchObject({
      openCarts: 1,
      heldSeats: 4,
      orphanedByEarlyDelete: 1,
      carts: [{ cartId, state: 'held' }],
    });
    expect(await partner.get(url)).toMatchObject({ status: 200, body: { cart_id: cartId } });
    expect((await partner.delete(cartId)).status).toBe(204);
    expect(partner.sandbox.report()).toMatchObject({
      openCarts: 0,
      heldSeats: 0,
      violations: { busyCart: 0 },
    });
  });

  it('leaves nothing behind if the reserve finds no seats', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 4 }, { poll: true })).body;
    await partner.delete(cartIdIn(url));
    for (const row of ['A', 'B']) await partner.reserve({ [ADULT]: 4 }, { section: '101', row });
    partner.clock.advance(12_000);
    expect(await partner.get(url)).toMatchObject({ status: 400, body: { error: { code: 20052 } } });
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 2, orphanedByEarlyDelete: 0 });
    expect(await partner.delete(cartIdIn(url))).toMatchObject(stale);
  });

  it('sent after the reserve has completed leaves no orphan', async () => {
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 4 }, { poll: true })).body;
    partner.clock.advance(12_000);
    expect((await partner.delete(cartIdIn(url))).status).toBe(204);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0, orphanedByEarlyDelete: 0 });
  });
});
