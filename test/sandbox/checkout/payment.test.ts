import { BUYER, Checkout, encrypted, refused, SALT, TEST_CARD } from '../support/checkout';
import { Partner } from '../support/partner';

let partner: Partner;
let checkout: Checkout;
beforeEach(async () => {
  partner = await Partner.start();
  checkout = await Checkout.start(partner);
});
afterEach(() => partner.sandbox.close());

const TOTAL = 57.39;
const invoice = { type: 'INVOICE', reference: '1842' };
/** A card without a special meaning. */
const GOOD_CARD = { number: '4111111111111111', cin: '737', month: 8, year: 2015 };

describe('payment by card', () => {
  it('pays the whole cart and keeps the last four digits', async () => {
    const { status, body } = await checkout.payWith(TEST_CARD, TOTAL);
    expect(status).toBe(200);
    expect(body).toMatchObject({ cart_id: checkout.cartId, cart: { totals: { grand: TOTAL, unpaid: 0 } } });
    expect(body.cart.payments).toEqual([
      { type: 'CC', amount: TOTAL, last_four: '0011', issuer: 'VISA', expire_month: 12, expire_year: 2020 },
    ]);
  });

  it.each([
    ['4588883206000011', 'VISA'],
    ['6011993200001006', 'DISCOVER'],
  ])('accepts the test card %s long after 12/2020', async (number, issuer) => {
    partner.clock.advance(Date.parse('2026-01-01T12:00:00Z') - partner.clock.now());
    await partner.newToken();
    checkout = await Checkout.start(partner);
    const { status, body } = await checkout.payWith({ ...TEST_CARD, number }, TOTAL);
    expect({ status, payment: body.cart.payments[0] }).toMatchObject({ status: 200, payment: { issuer } });
    expect(await checkout.payWith({ ...TEST_CARD, number, month: 11 }, TOTAL)).toMatchObject(refused(20122));
  });

  it.each([
    ['5555555555554444', 'MASTERCARD'],
    ['378282246310005', 'AMEX'],
    ['3530111333300000', 'OTHER'],
  ])('recognizes the issuer of %s as %s', async (number, issuer) => {
    const { body } = await checkout.payWith({ ...GOOD_CARD, number }, TOTAL);
    expect(body.cart.payments[0]).toMatchObject({ issuer, last_four: number.slice(-4) });
  });

  it.each([
    ['the test card with another code', { ...TEST_CARD, cin: '124' }, 20152],
    ['a card for a wrong code', { ...GOOD_CARD, number: '4000000000000127' }, 20152],
    ['a card without funds', { ...GOOD_CARD, number: '4000000000009995' }, 20129],
    ['a card that is not accepted', { ...GOOD_CARD, number: '4000000000000002' }, 20122],
    ['a number that fails its check digit', { ...GOOD_CARD, number: '4111111111111112' }, 20122],
    ['a number that is too short', { ...GOOD_CARD, number: '411111111116' }, 20122],
    ['a code that is too short', { ...GOOD_CARD, cin: '12' }, 20122],
    ['a card that expired last month', { ...GOOD_CARD, month: 7 }, 20122],
    ['a card with an invalid month', { ...GOOD_CARD, month: 13, year: 2030 }, 20122],
  ])('refuses %s', async (_, card, code) => {
    expect(await checkout.payWith(card, TOTAL)).toMatchObject(refused(code));
    expect((await checkout.ship('1')).body.cart.totals.unpaid).toBe(TOTAL);
  });

  it('refuses a certificate that it did not issue', async () => {
    const replaced = { encryption_key: 'paysys-sandbox.0.us.2' };
    expect(await checkout.payWith(GOOD_CARD, TOTAL, replaced)).toMatchObject(refused(20122));
  });

  it('refuses data that does not decrypt, or whose salt is not 16 letters and digits', async () => {
    const { value } = (await checkout.certificate()).body;
    const salts = ['', SALT.slice(1), `${SALT}x`, `\n${SALT.slice(1)}`, `-${SALT.slice(1)}`];
    const numbers = ['AAAA', SALT, ...salts.map((salt) => encrypted(value, salt + GOOD_CARD.number))];
    for (const number of numbers) {
      expect(await checkout.payWith(GOOD_CARD, TOTAL, { number })).toMatchObject(refused(20122));
    }
    expect(partner.sandbox.report().violations.plainCardNumber).toBe(0);
  });

  it.each([
    ['number', '4111 1111 1111 1111'],
    ['number', 4111111111111111],
    ['cin', '737'],
  ])('refuses a plain %s %s and counts it without reporting a digit', async (field, plain) => {
    expect(await checkout.payWith(GOOD_CARD, TOTAL, { [field]: plain })).toMatchObject(refused(20122));
    const { violations, violationDetails } = partner.sandbox.report();
    expect(violations.plainCardNumber).toBe(1);
    expect(violationDetails.join()).not.toMatch(/\d/);
  });

  it('counts a plain number even if the rest of the body is invalid', async () => {
    const body = { payment: { card: { number: GOOD_CARD.number } } };
    expect(await partner.call('/cart/payment', { method: 'PUT', body })).toMatchObject(refused(20122));
    expect(partner.sandbox.report().violations.plainCardNumber).toBe(1);
  });
});

describe('payment by invoice', () => {
  it('requires a numeric reference', async () => {
    const { status, body } = await checkout.payBy(invoice, TOTAL);
    expect({ status, payments: body.cart.payments }).toEqual({
      status: 200,
      payments: [{ type: 'INVOICE', amount: TOTAL }],
    });
    for (const reference of [undefined, 'A-17', '']) {
      expect(await checkout.payBy({ ...invoice, reference }, TOTAL)).toMatchObject(refused(10002));
    }
  });
});

describe('a payment', () => {
  it('replaces an earlier one', async () => {
    await checkout.payBy(invoice, TOTAL);
    const { body } = await checkout.payWith(GOOD_CARD, TOTAL);
    expect(body.cart.payments).toMatchObject([{ type: 'CC', last_four: '1111' }]);
    expect(body.cart.totals.unpaid).toBe(0);
  });

  it.each(['57.4', '57.390', '57.38', '5739', ' 57.39', 57.39, undefined])(
    'must be exactly the unpaid amount: not %p',
    async (amount) => {
      expect(await checkout.payBy({ ...invoice, amount }, TOTAL)).toMatchObject(refused(10002));
    },
  );

  it('includes the delivery', async () => {
    await checkout.ship('4');
    expect(await checkout.payBy(invoice, TOTAL)).toMatchObject(refused(10002));
    expect((await checkout.payBy(invoice, TOTAL + 2.5)).status).toBe(200);
  });

  const { address } = BUYER;
  it.each([
    ['a first name', { first_name: ' ' }],
    ['a last name', { last_name: undefined }],
    ['an e-mail address', { email_address: 'ada' }],
    ['a street', { address: { ...address, line1: '' } }],
    ['a city', { address: { ...address, city: undefined } }],
    ['a postal code', { address: { ...address, postal_code: null } }],
    ['a country', { address: { ...address, country: undefined } }],
    ['a country in the appendix', { address: { ...address, country: { id: 826 } } }],
    ['a numeric country id', { address: { ...address, country: { id: '840' } } }],
    ['a known type', { type: 'APPLE_PAY' }],
    ['a card for type CC', { type: 'CC' }],
  ])('requires %s', async (_, replaced) => {
    expect(await checkout.payBy({ ...invoice, ...replaced }, TOTAL)).toMatchObject(refused(10002));
  });

  it.each([840, 124, 36, 484, 554])('accepts country %d', async (id) => {
    const from = { ...invoice, address: { ...address, country: { id } } };
    expect((await checkout.payBy(from, TOTAL)).status).toBe(200);
  });

  it('is refused for a cart whose hold has ended', async () => {
    partner.clock.advance(299_000);
    expect(await checkout.payBy(invoice, TOTAL)).toMatchObject(refused(90003));
  });

  it('never polls', async () => {
    const other = await Partner.start({ pollingDepth: 1 });
    const { polling_url: url } = (await other.reserve({ '000000010001': 1 })).body;
    other.clock.advance(4000);
    const cartId = (await other.get(url)).body.cart_id;
    const body = { cart_id: cartId, payment: { ...BUYER, ...invoice, amount: '57.39' } };
    expect((await other.call('/cart/payment', { method: 'PUT', body })).status).toBe(200);
    await other.sandbox.close();
  });

  it('reads the cart id from the body only', async () => {
    const body = { payment: { ...BUYER, ...invoice, amount: '57.39' } };
    const path = `/cart/payment?cart_id=${encodeURIComponent(checkout.cartId)}`;
    expect(await partner.call(path, { method: 'PUT', body })).toMatchObject(refused(10002));
    const named = { cart_id: checkout.cartId, ...body };
    const reply = await partner.call('/cart/payment?cart_id=other', { method: 'PUT', body: named });
    expect(reply.status).toBe(200);
  });
});
