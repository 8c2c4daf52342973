import { ADULT } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ captcha: 'required' });
});
afterEach(() => partner.sandbox.close());

/** Loads the page and returns the solution in its button. */
async function solve(): Promise<string> {
  const page = await partner.call('/captcha', { headers: { accept: 'text/html' } });
  return /ticketmaster-g-recaptcha-response:\/\/([^"]+)"/.exec(page.text)?.[1] ?? '';
}

describe('the captcha page', () => {
  it('is HTML with the site key and the secure token in its headers', async () => {
    const page = await partner.call('/captcha');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['x-tm-captcha-v2-sitekey']).toMatch(/./);
    expect(page.headers['x-tm-captcha-v2-stoken']).toMatch(/./);
  });

  it('is 406 for a client that accepts only JSON', async () => {
    expect(await partner.call('/captcha', { headers: { accept: 'application/json' } })).toMatchObject({
      status: 406,
    });
  });

  it('is 404 for a partner without captcha', async () => {
    const without = await Partner.start({ captcha: 'none' });
    expect(await without.call('/captcha')).toMatchObject({ status: 404, body: { error: { code: 404 } } });
    await without.sandbox.close();
  });
});

describe('a cart session', () => {
  it('opens once for a solution from the page', async () => {
    const solution = await solve();
    expect((await partner.openCart(solution)).status).toBe(200);
    expect(await partner.openCart(solution)).toMatchObject({ status: 400, body: { error: { code: 10031 } } });
    expect(partner.sandbox.report().openSessions).toBe(1);
  });

  it('opens for a solution that is less than 120 s old', async () => {
    const [first, second] = [await solve(), await solve()];
    partner.clock.advance(119_999);
    expect((await partner.openCart(first)).status).toBe(200);
    partner.clock.advance(1);
    expect(await partner.openCart(second)).toMatchObject({ status: 400, body: { error: { code: 10031 } } });
  });

  it('opens once for any solved-…, with or without captcha', async () => {
    const without = await Partner.start({ captcha: 'none' });
    for (const each of [partner, without]) {
      expect((await each.openCart('solved-7')).status).toBe(200);
      expect(await each.openCart('solved-7')).toMatchObject({
        status: 400,
        body: { error: { code: 10031 } },
      });
    }
    await without.sandbox.close();
  });

  it.each([
    ['a wrong solution', 'wrong', 400, 10031],
    ['no solution', undefined, 401, 10004],
    ['a solution that is not text', 7, 400, 10002],
  ])('does not open for %s', async (_, token, status, code) => {
    expect(await partner.openCart(token)).toMatchObject({ status, body: { error: { code } } });
  });

  it('has a base64 id that contains +, / and =', async () => {
    const { body } = await partner.openCart('solved-1');
    expect(body.cart_id).toMatch(/^(?=.*\+)(?=.*\/)[A-Za-z0-9+/]+=+$/);
  });

  it('is required for a reserve', async () => {
    expect(await partner.reserve({ [ADULT]: 1 })).toMatchObject({
      status: 401,
      body: { error: { code: 10004 } },
    });
    const { cart_id: cartId } = (await partner.openCart('solved-1')).body;
    expect(await partner.reserve({ [ADULT]: 1 }, { cartId })).toMatchObject({
      status: 200,
      body: { cart_id: cartId },
    });
  });

  it('survives a reserve that finds no seats', async () => {
    const { cart_id: cartId } = (await partner.openCart('solved-1')).body;
    const nowhere = { cartId, section: '999', accept_best_available: false };
    expect(await partner.reserve({ [ADULT]: 1 }, nowhere)).toMatchObject({
      body: { error: { code: 20052 } },
    });
    expect((await partner.reserve({ [ADULT]: 1 }, { cartId })).status).toBe(200);
  });

  it('can be deleted like a cart', async () => {
    const { cart_id: cartId } = (await partner.openCart('solved-1')).body;
    expect((await partner.delete(cartId)).status).toBe(204);
    expect(await partner.reserve({ [ADULT]: 1 }, { cartId })).toMatchObject({
      status: 400,
      body: { error: { code: 90003 } },
    });
    expect(partner.sandbox.report().openSessions).toBe(0);
  });

  it('with seats lasts as long as their hold', async () => {
    const { cart_id: cartId } = (await partner.openCart('solved-1')).body;
    partner.clock.advance(500_000);
    await partner.reserve({ [ADULT]: 1 }, { cartId });
    partner.clock.advance(298_999);
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, openSessions: 0 });
  });

  it('ends on its own without a reserve', async () => {
    await partner.openCart('solved-1');
    partner.clock.advance(600_000);
    expect(partner.sandbox.report().openSessions).toBe(0);
  });
});
