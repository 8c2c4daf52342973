import { Checkout, refused } from '../support/checkout';
import { ADULT, CHILD, FLOOR, SEATED } from '../support/events';
import { Partner, type Reply } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ shipping: 'preconfigured' });
});
afterEach(() => partner.sandbox.close());

const DAY_MS = 86_400_000;
const query = (path: string, parameters: Record<string, string>) =>
  partner.call(`${path}?${new URLSearchParams(parameters).toString()}`);
const byNumber = ({ body }: Reply) => query('/orders', { order_number: body.order_number });

/** Buys adult tickets. */
async function buy(sourceAccountId?: string, eventId = SEATED): Promise<Reply> {
  const checkout = await Checkout.start(partner, 1, eventId);
  await checkout.payBy({ type: 'INVOICE', reference: 1 }, 57.39);
  return checkout.buy(sourceAccountId);
}

describe('an order', () => {
  it('is found by its number and by its token', async () => {
    await buy('other');
    const bought = await buy('mine');
    const found = await byNumber(bought);
    expect(found).toMatchObject({ status: 200, body: { customer_email: 'ada@example.com', voided: false } });
    expect((await query('/orders', { order_token: bought.body.order_token })).body).toEqual(found.body);
    expect(found.body.tickets[0]).toMatchObject({ order_number: bought.body.order_number });
  });

  it('has a ticket for each seat, with its type and charges', async () => {
    const { cart_id: cartId, cart } = (await partner.reserve({ [ADULT]: 2, [CHILD]: 1 })).body;
    const checkout = new Checkout(partner, cartId, SEATED);
    await checkout.payBy({ type: 'INVOICE', reference: 1 }, cart.totals.grand);
    const bought = await checkout.buy();
    const { tickets } = (await byNumber(bought)).body;
    expect(
      tickets.map(({ seat_name, ticket_type_description }) => [seat_name, ticket_type_description]),
    ).toEqual([
      ['1', { id: ADULT, description: 'Adult' }],
      ['3', { id: ADULT, description: 'Adult' }],
      ['5', { id: CHILD, description: 'Child' }],
    ]);
    const charge = (type: string, subType: string, description: string, amount: number) => ({
      amount: { amount, currency: 'USD' },
      description,
      sub_type: subType,
      type,
    });
    expect(tickets[0]).toEqual({
      barcode_display_date: { format: 'datetime', value: '2015-08-01T12:00:00Z' },
      barcode_id: expect.stringMatching(/^\d{16}$/) as string,
      barcode_url: expect.stringMatching(/^https:.*\.png$/) as string,
      charges: [
        charge('price', 'price', 'Price', 45.1),
        charge('fee', 'service_charge', 'Service Charge', 5.49),
        charge('fee', 'facility_charge', 'Facility Charge', 1.1),
        charge('tax', 'tax', 'Tax', 2.6),
        charge('fee', 'distance_charge', 'Distance Charge', 3.1),
      ],
      display_id: bought.body.order_number,
      distance_charge: 3.1,
      event_code: `C${SEATED}`,
      event_host: 'LA2',
      event_id: SEATED,
      event_name: 'A Seated Show',
      face_value: 45.1,
      facility_charge: 1.1,
      is_ga: false,
      is_national_vip: false,
      order_date: '2015-08-01',
      order_number: bought.body.order_number,
      portal: '',
      row: 'A',
      seat_id: expect.stringMatching(/^\d{9}$/) as string,
      seat_name: '1',
      section: '101',
      service_charge: 5.49,
      tax: 2.6,
      text: ['', 'A SEATED SHOW', 'THE HOUSE'],
      ticket_type_description: { description: 'Adult', id: ADULT },
      transfer_eligibility: 'available',
      voided: false,
    });
    expect(new Set(tickets.map(({ barcode_id: id }) => id)).size).toBe(3);
    expect(new Set(tickets.map(({ seat_id: id }) => id)).size).toBe(3);
  });

  it('names no seat on a general admission ticket', async () => {
    const { tickets } = (await byNumber(await buy('floor', FLOOR))).body;
    expect(tickets).toMatchObject([{ is_ga: true, section: 'GA', row: '', seat_name: '' }]);
  });

  it('states the delivery', async () => {
    const offered = await Partner.start({}, partner.clock);
    const bought = await (await Checkout.paid(offered)).buy();
    const path = `/orders?order_token=${bought.body.order_token}`;
    expect((await offered.call(path)).body).toMatchObject({
      delivery: { carrier: 'TICKETMASTER', description: { short: 'Will Call' }, service_level: 'WILLCALL' },
    });
    await offered.sandbox.close();
    expect((await byNumber(await buy())).body).toMatchObject({ delivery: { service_level: 'ETICKET' } });
  });

  it('is 404 if it is unknown, 10002 without a parameter or with both', async () => {
    const { order_number: number, order_token: token } = (await buy()).body;
    expect(await query('/orders', { order_number: '39-1/LA2' })).toMatchObject(refused(404, 404));
    expect(await query('/orders', { order_token: number })).toMatchObject(refused(404, 404));
    expect(await query('/orders', {})).toMatchObject(refused(10002));
    expect(await query('/orders', { order_number: number, order_token: token })).toMatchObject(
      refused(10002),
    );
  });
});

describe('unredeemed orders', () => {
  const references = async (parameters: Record<string, string>) =>
    (await query('/orders/unredeemed', parameters)).body.data.map((entry) => entry.order_source_account_id);

  it("contain the partner's own reference", async () => {
    await buy('mine');
    const boughtMs = partner.clock.now();
    partner.clock.advance(1000);
    expect((await query('/orders/unredeemed', { days_from_purchase: '1' })).body).toEqual({
      data: [
        {
          purchase_date_time: boughtMs,
          email_status: 1,
          event_date_time: Date.parse('2015-08-04T23:30:00Z'),
          event_id: SEATED,
          order_source_account_id: 'mine',
          purchase_email_address: 'ada@example.com',
        },
      ],
    });
  });

  it('are filtered by days since the purchase', async () => {
    await buy('early');
    partner.clock.advance(DAY_MS);
    await partner.newToken();
    await buy('late');
    partner.clock.advance(DAY_MS);
    await partner.newToken();
    expect(await references({ days_from_purchase: '2' })).toEqual(['early', 'late']);
    expect(await references({ days_from_purchase: '1' })).toEqual(['late']);
    expect(await references({ days_from_purchase: '0' })).toEqual([]);
  });

  it('are filtered by days before the event', async () => {
    await buy('dated');
    await buy('undated', FLOOR);
    expect(await references({ days_before_event: '3' })).toEqual([]);
    expect(await references({ days_before_event: '4' })).toEqual(['dated']);
    partner.clock.advance(4 * DAY_MS);
    await partner.newToken();
    expect(await references({ days_before_event: '4' })).toEqual([]);
  });

  it('need exactly one number of days', async () => {
    for (const parameters of [
      {},
      { days_from_purchase: '1', days_before_event: '1' },
      { days_from_purchase: 'all' },
      { days_before_event: '-1' },
    ]) {
      expect(await query('/orders/unredeemed', parameters)).toMatchObject(refused(10002));
    }
  });
});
