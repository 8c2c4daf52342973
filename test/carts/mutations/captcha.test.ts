import { notable } from '../../../src/sandbox/catalogue/catalogue';
import type { Fault } from '../../../src/sandbox/sandbox';
import { FORCE_POLLING, follow } from '../../support/carts';
import { OPENS_CARTS } from '../../support/edition';
import { type House, openHouse } from '../../support/house';
import { complaints, createCart, deleteCart, isAllGivenBack, requests, untilAllGivenBack } from './shop';

const CAPTCHA = `{ captcha(eventId: "${notable.manualSample}") { siteKey secureToken html redirectScheme } }`;

/** In edition 2015 a solved captcha opens a cart session; in 2018 it goes with the reserve. */
const OPENED = OPENS_CARTS ? 1 : 0;
/** How many reserves are sent where the captcha is refused. */
const RESERVED = 1 - OPENED;
/** Without a session, a cart whose answer is lost has no id: it ends with upstream's hold. */
const GIVEN_BACK_MS = OPENS_CARTS ? 60_000 : 300_000;

let house: House;
afterEach(() => house.close());

describe('where no captcha is required', () => {
  it('captcha is null, and a cart needs none', async () => {
    house = await openHouse();
    expect((await house.ask(CAPTCHA)).data).toEqual({ captcha: null });
    expect(await createCart(house)).toMatchObject({ __typename: 'Cart' });
    expect(requests(house).openCart).toBe(0);
  });
});

describe('where a captcha is required', () => {
  beforeEach(async () => {
    house = await openHouse({ sandbox: { captcha: 'required' } });
  });

  it('R-CAPTCHA-1: the page comes with the key of the site and the scheme of its redirect', async () => {
    const { captcha } = (await house.ask(CAPTCHA)).data;
    expect(captcha).toMatchObject({
      siteKey: expect.stringMatching(/^6L/),
      secureToken: expect.any(String),
      redirectScheme: 'ticketmaster-g-recaptcha-response',
    });
    expect(captcha.html).toContain(`${captcha.redirectScheme}://`);
  });

  it('R-CAPTCHA-2: a solution opens a session, and the session reserves', async () => {
    const html = (await house.ask(CAPTCHA)).data.captcha.html as string;
    const captchaToken = /ticketmaster-g-recaptcha-response:\/\/([\w-]+)/.exec(html)?.[1];
    expect(await createCart(house, { captchaToken })).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(requests(house)).toMatchObject({ openCart: OPENED, reserve: 1 });
    expect(house.sandbox.report()).toMatchObject({ openCarts: 1, openSessions: 0 });
  });

  it('a cart without a solution is refused, with a captcha to show at once', async () => {
    expect(await createCart(house)).toMatchObject({
      __typename: 'CaptchaFailed',
      code: 'CAPTCHA_REQUIRED',
      retryable: false,
      upstreamCode: 10004,
      captcha: { siteKey: expect.any(String) },
    });
  });

  it.each(['wrong', ''])(
    'a cart with the solution "%s" is refused, and nothing is reserved',
    async (captchaToken) => {
      expect(await createCart(house, { captchaToken })).toMatchObject({
        __typename: 'CaptchaFailed',
        code: captchaToken === '' ? 'CAPTCHA_REQUIRED' : 'CAPTCHA_INVALID',
        captcha: { siteKey: expect.any(String) },
      });
      expect(requests(house).reserve).toBe(RESERVED);
      expect(house.sandbox.report()).toMatchObject({ reserves: 0 });
    },
  );

  it('a solution is good for one cart', async () => {
    await createCart(house, { captchaToken: 'solved-1' });
    expect(await createCart(house, { captchaToken: 'solved-1' })).toMatchObject({ code: 'CAPTCHA_INVALID' });
  });

  it('a polled cart is followed and deleted as any other', async () => {
    const first = await createCart(house, { captchaToken: 'solved-1' }, FORCE_POLLING);
    const cart = await follow(house, first);
    expect(cart).toMatchObject({ __typename: 'Cart' });
    expect(await follow(house, await deleteCart(house, { cartId: cart.id }))).toMatchObject({
      __typename: 'CartDeleted',
    });
    expect(isAllGivenBack(house)).toBe(true);
    expect(complaints(house)).toEqual([]);
  });

  it('L4: the session of a refused reserve is deleted', async () => {
    const tickets = [{ ticketId: '000001020005', quantity: 1 }];
    const order = { eventId: notable.soldOut, tickets, captchaToken: 'solved-1' };
    expect(await createCart(house, order)).toMatchObject({ __typename: 'NoInventory' });
    await untilAllGivenBack(house);
    expect(requests(house).deleteCart).toBe(OPENED);
  });

  it.each<Fault['kind']>(['status', 'resetBefore', 'resetAfter', 'truncated', 'html', 'empty'])(
    'L4: what a reserve whose answer is lost (%s) holds is deleted with its session, or ends with the hold',
    async (kind) => {
      house.sandbox.setFaults([{ route: 'reserve', kind }]);
      expect(await createCart(house, { captchaToken: 'solved-1' })).toMatchObject({
        __typename: 'UpstreamFailed',
      });
      await untilAllGivenBack(house, GIVEN_BACK_MS);
      expect(requests(house).reserve).toBe(1);
    },
  );

  it('a captcha that cannot be handed in is a failure, and nothing is sent after it', async () => {
    house.sandbox.setFaults([{ route: OPENS_CARTS ? 'openCart' : 'reserve', kind: 'status', status: 503 }]);
    expect(await createCart(house, { captchaToken: 'solved-1' })).toMatchObject({
      __typename: 'UpstreamFailed',
      code: 'UNAVAILABLE',
    });
    expect(requests(house)).toMatchObject({ openCart: OPENED, reserve: RESERVED });
  });
});
