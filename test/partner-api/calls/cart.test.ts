import type { PartnerCart } from '../../../src/partner-api/model/cart';
import { CALLER, CART, ONE_TICKET, type Rig, openRig } from '../rig';
import sample from '../fixtures/cart.json';
import { json } from '../upstream';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());

/** The answer that a reserve gets where upstream's is `body`. */
async function answerTo(body: unknown, currency: string | null = null) {
  rig.upstream.answers(json(body));
  const answer = await rig.api.reserve(ONE_TICKET, undefined, currency, CALLER);
  if (answer.kind !== 'cart') throw new Error(answer.kind);
  return answer;
}

const cartFrom = async (cart: object, currency?: string): Promise<PartnerCart> =>
  (await answerTo({ cart }, currency)).cart;

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe("the manual's cart", () => {
  it('R-CART-1: is read whole, its amounts in the currency that its items name', async () => {
    const charge = (rawKind: string, kind: string, amount: string) => ({
      kind,
      rawKind,
      amount: usd(amount),
      tax: usd('0.00'),
      quantity: 1,
    });
    expect(await answerTo(sample)).toEqual({
      kind: 'cart',
      cartId: sample.cart_id,
      cart: {
        holdSeconds: 299,
        items: [
          {
            kind: 'TICKETS',
            rawKind: null,
            section: 'CLB234',
            row: 'I',
            firstSeat: '7',
            lastSeat: '7',
            quantity: 1,
            generalAdmission: false,
            tickets: [
              {
                ticketId: '000002040006',
                description: 'GPAS1',
                quantity: 1,
                charges: [
                  charge('distance', 'DISTANCE', '0.00'),
                  charge('face_value', 'FACE_VALUE', '25.00'),
                  charge('facility', 'FACILITY', '0.00'),
                  charge('service', 'SERVICE', '0.00'),
                ],
              },
            ],
            totals: {
              merchandise: usd('25.00'),
              fees: usd('0.00'),
              tax: usd('0.00'),
              delivery: null,
              grand: usd('25.00'),
              unpaid: null,
            },
          },
        ],
        totals: {
          merchandise: usd('25.00'),
          fees: usd('0.00'),
          tax: usd('0.00'),
          delivery: usd('0.00'),
          grand: usd('25.00'),
          unpaid: usd('25.00'),
        },
        payments: [],
      },
    });
  });
});

describe('what upstream leaves out of a cart', () => {
  it('R-CART-2: a cart of nothing is a cart', async () => {
    expect(await answerTo({ cart: {} })).toEqual({
      kind: 'cart',
      cartId: null,
      cart: { holdSeconds: null, items: [], totals: null, payments: [] },
    });
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['a number', 3],
  ])('R-CART-2: totals that are %s are none', async (_, totals) => {
    expect(await cartFrom({ totals, items: [{ totals }] })).toMatchObject({
      totals: null,
      items: [{ totals: null }],
    });
  });

  it('R-CART-2: totals that are not whole are what there is of them', async () => {
    expect((await cartFrom({ totals: { grand: '57.39', fee: 'none' } }, 'USD')).totals).toEqual({
      merchandise: null,
      fees: null,
      tax: null,
      delivery: null,
      grand: usd('57.39'),
      unpaid: null,
    });
  });

  it('R-CART-2: a charge without a type or a price is left out, one of a new type is not', async () => {
    const charges = [{ type: 'service' }, { price: 1 }, { type: 'constructor', price: 0.1 + 0.2 }, null];
    const { items } = await cartFrom({ items: [{ tickets: [{ id: 405, charges }] }] }, 'USD');
    expect(items[0]?.tickets).toEqual([
      {
        ticketId: '405',
        description: null,
        quantity: null,
        charges: [
          { kind: 'UNKNOWN', rawKind: 'constructor', amount: usd('0.30'), tax: null, quantity: null },
        ],
      },
    ]);
  });
});

describe('what a cart says', () => {
  it.each([
    [299, 299],
    ['299', 299],
    [0, 0],
    [0.5, 0.5],
    [-1, null],
    ['soon', null],
    [1e15, null],
    [null, null],
    [undefined, null],
  ])('R-CART-3: a hold of %j seconds is one of %j', async (hold, seconds) => {
    expect((await cartFrom({ hold_time: hold })).holdSeconds).toBe(seconds);
  });

  it.each([
    ['a row and a seat', { row: 'I', start_seat_number: '7' }, false],
    ['a seat', { start_seat_number: 7 }, false],
    ['a row', { row: 'I' }, false],
    ['neither row nor seat', { section: 'FLOOR' }, true],
    ['blank ones', { row: ' ', start_seat_number: '' }, true],
  ])('R-CART-4: an item with %s is a place to sit or to stand', async (_, item, generalAdmission) => {
    expect((await cartFrom({ items: [item] })).items[0]?.generalAdmission).toBe(generalAdmission);
  });

  it('R-CART-4: seats are text, also where upstream writes numbers', async () => {
    const item = { start_seat_number: 7, end_seat_number: '09' };
    expect((await cartFrom({ items: [item] })).items).toMatchObject([{ firstSeat: '7', lastSeat: '09' }]);
  });

  it('R-CART-4: so are a section and a row, and a blank one is none', async () => {
    const items = [
      { section: 207, row: 5 },
      { section: ' ', row: ' ' },
    ];
    expect((await cartFrom({ items })).items).toMatchObject([
      { section: '207', row: '5', generalAdmission: false },
      { section: null, row: null, generalAdmission: true },
    ]);
  });

  it('R-CART-4: the id of a cart is text, also where upstream writes a number', async () => {
    expect(await answerTo({ cart_id: 4711, cart: {} })).toMatchObject({ cartId: '4711' });
    rig.upstream.answers(json({ cart_id: 4711 }));
    expect(await rig.api.openCart('captcha-token', CALLER)).toBe('4711');
  });

  it.each([
    ['its own', { currency_code: 'CAD' }, { currency_code: 'MXN' }, 'USD', 'CAD'],
    ["its items'", {}, { currency_code: 'MXN' }, 'USD', 'MXN'],
    ["the event's", {}, { currency_code: 'pesos' }, 'USD', 'USD'],
    ['none', {}, {}, undefined, 'XXX'],
  ])('R-CART-5: the currency of a cart is %s', async (_, own, ofItem, ofEvent, currency) => {
    const cart = await cartFrom({ totals: { grand: 1, ...own }, items: [{ totals: ofItem }] }, ofEvent);
    expect(cart.totals?.grand).toEqual({ amount: '1.00', currency });
  });
});

describe('a receipt', () => {
  it.each([
    [{ order_number: 295234153 }, { orderNumber: '295234153', orderToken: null }],
    [{ order_token: 4711 }, { orderNumber: null, orderToken: '4711' }],
  ])('R-CART-7: %j is one: the cart was bought', async (body, receipt) => {
    rig.upstream.answers(json(body));
    expect(await rig.api.purchase(CART, 'ours', 'USD', CALLER)).toMatchObject({ kind: 'purchased', receipt });
  });
});
