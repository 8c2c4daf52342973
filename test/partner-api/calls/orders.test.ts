import { UpstreamNonsense, UpstreamUnauthorized } from '../../../src/partner-api/errors';
import sample from '../fixtures/order.json';
import { CALLER, KEY, type Rig, failure, openRig } from '../rig';
import { gate, json } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const order = () => rig.api.order({ token: 'T' }, CALLER);
const unredeemed = () => rig.api.unredeemedOrders({ daysFromPurchase: 7 }, CALLER);
const queryOfCall = () => [...new URL(rig.upstream.onlyCall.target, 'http://x').searchParams];

async function orderOf(body: unknown) {
  rig.upstream.answers(json(body));
  return order();
}
async function unredeemedOf(...data: unknown[]) {
  rig.upstream.answers(json({ data }));
  return unredeemed();
}

describe('an order', () => {
  it.each([
    ['order_token', { token: 'a&apikey=b/../c?d#e f+é' }, 'a&apikey=b/../c?d#e f+é'],
    ['order_number', { number: '39-5234153/LA1' }, '39-5234153/LA1'],
  ])('R-ORDER-1: is asked for by %s, encoded, and by nothing else', async (name, key, value) => {
    rig.upstream.answers(json(sample));
    await rig.api.order(key, CALLER);
    expect(rig.upstream.onlyCall.target).toMatch(/^\/partners\/v1\/orders\?[\w=&%.+-]+$/);
    expect(queryOfCall()).toEqual([
      [name, value],
      ['apikey', KEY],
    ]);
  });

  it("R-ORDER-2: of the manual is read whole, its amounts exact, under the schema's names", async () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const part = (kind: string, reason: string, description: string, amount = '0.00') => ({
      kind,
      reason,
      description,
      amount: usd(amount),
    });
    const [ticket] = sample.tickets;
    expect(await orderOf(sample)).toEqual({
      customerEmail: 'joe.qa@ticketmaster.com',
      tickets: [
        {
          displayId: '29-16792/PHX',
          orderNumber: '29-16792/PHX',
          orderDate: '2015-12-10',
          eventId: '3F004EC9D1EBBC76',
          eventName: 'Seattle Sounders FC vs. San Jose Earthquakes',
          eventCode: 'EGOLD',
          eventHost: 'PHX',
          section: 'CLB237',
          row: 'K',
          seat: '16',
          isGeneralAdmission: false,
          ticketTypeId: '000000000001',
          description: 'FULL PRICE - UNDER 3 ON LAP',
          faceValue: usd('66.00'),
          charges: [
            part('price', 'price', 'Price', '66.00'),
            part('fee', 'service_charge', 'Service Charge'),
            part('fee', 'facility_charge', 'Facility Charge'),
            part('tax', 'tax', 'Tax'),
            part('fee', 'distance_charge', 'Distance Charge'),
          ],
          barcodeId: '8819624561542398',
          barcodeUrl: ticket?.barcode_url,
          barcodeShownFrom: '2015-12-09T23:30:37Z',
          portal: 'USE WEST GATES',
          text: ticket?.text,
          transferEligibility: 'available',
          isVoided: false,
        },
      ],
      delivery: { carrier: 'USPS', serviceLevel: 'MAIL', description: 'US Postal Mail' },
      voided: false,
    });
  });

  it.each([
    ['404 of its own', json({ error: { code: 404, message: 'no' } }, 404)],
    ['a bare 404', gate(404)],
    ['a poll', json({ polling_url: 'https://elsewhere.example/', wait: 4 }, 202)],
  ])('R-ORDER-3: is null for %s', async (_what, script) => {
    rig.upstream.answers(script);
    expect(await order()).toBeNull();
  });

  it('R-ORDER-3: is no null where the gate forbids the call', async () => {
    rig.upstream.answers(gate(403));
    expect(await failure(order())).toBeInstanceOf(UpstreamUnauthorized);
  });

  it('R-ORDER-4: reads null or empty for all that upstream does not say', async () => {
    expect(await orderOf({ tickets: [{}] })).toMatchObject({
      customerEmail: null,
      delivery: null,
      voided: null,
      tickets: [{ eventId: null, seat: null, faceValue: null, charges: [], text: [], isVoided: null }],
    });
  });

  it('R-ORDER-4: drops invalid values', async () => {
    const ticket = {
      event_id: '../cart',
      order_date: '2015-02-30',
      barcode_url: 'javascript:alert(1)',
      barcode_display_date: { value: 'soon' },
      seat_name: 7,
      is_ga: 'true',
      face_value: '57.39',
      charges: ['free', { type: 'fee', amount: { amount: 0.3 } }],
      text: ['', 4, 'B'],
    };
    expect(await orderOf({ tickets: [null, 'A1', ticket] })).toMatchObject({
      tickets: [
        {
          eventId: null,
          orderDate: null,
          barcodeUrl: null,
          barcodeShownFrom: null,
          seat: '7',
          isGeneralAdmission: true,
          faceValue: { amount: '57.39', currency: 'XXX' },
          charges: [{ kind: 'fee', reason: null, amount: { amount: '0.30', currency: 'XXX' } }],
          text: ['', 'B'],
        },
      ],
    });
  });

  it.each([[{}], [[]], [null], ['order'], [{ tickets: {} }], [{ error: 'none' }]])(
    'R-ORDER-4: without a list of tickets is nonsense: %j',
    async (body) => {
      rig.upstream.answers(json(body));
      expect(await failure(order())).toBeInstanceOf(UpstreamNonsense);
    },
  );
});

describe('unredeemed orders', () => {
  it.each([
    ['days_from_purchase', { daysFromPurchase: 0 }, '0'],
    ['days_before_event', { daysBeforeEvent: 30 }, '30'],
  ])('R-ORDER-5: are requested by %s and by nothing else', async (name, filter, value) => {
    rig.upstream.answers(json({ data: [] }));
    expect(await rig.api.unredeemedOrders(filter, CALLER)).toEqual([]);
    expect(rig.upstream.onlyCall.target).toMatch(/^\/partners\/v1\/orders\/unredeemed\?/);
    expect(queryOfCall()).toEqual([
      [name, value],
      ['apikey', KEY],
    ]);
  });

  it('R-ORDER-6: of the manual are read whole', async () => {
    const entry = {
      purchase_date_time: 1441341339000,
      email_status: 2,
      event_date_time: 1471737600000,
      event_id: '3F004EC9D1EBBC76',
      order_source_account_id: 'fb63e3ede36210317e9e0fc5efccbc1f',
      purchase_email_address: 'john.tester@gmail.com',
    };
    expect(await unredeemedOf(entry)).toEqual([
      {
        purchasedAt: '2015-09-04T04:35:39Z',
        emailStatus: 'BOUNCED',
        rawEmailStatus: 2,
        eventStartsAt: '2016-08-21T00:00:00Z',
        eventId: '3F004EC9D1EBBC76',
        sourceAccountId: 'fb63e3ede36210317e9e0fc5efccbc1f',
        orderToken: null,
        email: 'john.tester@gmail.com',
      },
    ]);
  });

  it.each([
    [1, 'SENT', 1],
    ['3', 'SPAM', 3],
    [4, 'SEND_ERROR', 4],
    [5, 'UNKNOWN', 5],
    ['sent', 'UNKNOWN', null],
    [null, 'UNKNOWN', null],
  ])('R-ORDER-6: read the mail status %j as %s', async (email_status, emailStatus, rawEmailStatus) => {
    expect(await unredeemedOf({ email_status })).toMatchObject([{ emailStatus, rawEmailStatus }]);
  });

  it.each([[-1], [1e18], ['soon'], [null]])(
    'R-ORDER-6: have no time where upstream says %j',
    async (time) => {
      const [entry] = await unredeemedOf({ purchase_date_time: time, event_date_time: time });
      expect(entry).toMatchObject({ purchasedAt: null, eventStartsAt: null });
    },
  );

  it.each([[{}], [[]], [{ data: null }], [{ data: {} }]])(
    'R-ORDER-6: without a list are nonsense, never taken for an empty one: %j',
    async (body) => {
      rig.upstream.answers(json(body));
      expect(await failure(unredeemed())).toBeInstanceOf(UpstreamNonsense);
    },
  );

  it('R-ORDER-6: leave out an entry that is none, and keep the others', async () => {
    const entries = [7, { order_source_account_id: 'ref', order_token: 'token' }];
    rig.upstream.answers(json({ data: entries }));
    expect(await unredeemed()).toEqual([
      expect.objectContaining({ sourceAccountId: 'ref', orderToken: 'token' }),
    ]);
  });
});
