import { holdsSameTickets, isOrderOf } from '../../../src/carts/lost-purchase/order-fits';
import { newPurchaseReference, sourceAccountIdIn } from '../../../src/carts/lost-purchase/reference';
import { readOrder, readUnredeemed } from '../../../src/partner-api/wire/orders';
import { newCart } from '../../../src/carts/lifecycle/new-cart';
import type { UnconfirmedCart } from '../../../src/carts/lifecycle/record';

const EVENT = '3F004CBB88958BF9';
const CREATED_MS = Date.parse('2026-06-15T18:00:00Z');
const HOUR_MS = 60 * 60_000;
const reference = newPurchaseReference('user-42');

const usd = (amount: string) => ({ amount, currency: 'USD' });
const item = {
  section: 'CLB234',
  row: 'I',
  firstSeat: '7',
  lastSeat: '8',
  quantity: 2,
  generalAdmission: false,
  tickets: [],
  totals: null,
};
const totals = {
  merchandise: usd('50.00'),
  fees: null,
  tax: null,
  delivery: null,
  grand: usd('52.50'),
  unpaid: usd('0.00'),
};
const record: UnconfirmedCart = {
  ...newCart(
    {
      id: 'x',
      eventId: EVENT,
      currency: 'USD',
      caller: { ip: '192.0.2.1' },
      accounts: [],
      requestId: 'r',
      fingerprint: null,
      edition: '2015',
      request: { eventId: EVENT, tickets: [], acceptBestAvailable: true },
      captchaToken: null,
    },
    0,
    { leaseMs: 1, releaseGraceMs: 0, openSinceMs: 0, giveUpMs: 1, interruptedAfterMs: 1 },
  ),
  state: 'UNCONFIRMED',
  upstreamCartId: 'upstream',
  reference,
  sinceMs: 0,
  contents: { items: [item], totals, payments: [] },
};

describe('L5: an entry of the list of unredeemed orders', () => {
  const isOurs = (more: object, of = record) => {
    const entry = {
      order_source_account_id: reference.text,
      event_id: EVENT,
      purchase_date_time: CREATED_MS,
    };
    const [read] = readUnredeemed({ data: [{ ...entry, ...more }] });
    return read !== undefined && isOrderOf(of, CREATED_MS, read);
  };

  it.each([
    ['the reference alone', { event_id: null, purchase_date_time: null }],
    ["the event's id of the other kind", { event_id: '1AeZZfEGkD0xtGV' }],
    ['a time in another time zone', { purchase_date_time: CREATED_MS - 12 * HOUR_MS }],
    ['a time long after', { purchase_date_time: CREATED_MS + 48 * HOUR_MS }],
  ])('is ours with %s', (_, more) => expect(isOurs(more)).toBe(true));

  it.each([
    ["the client's part of the reference", { order_source_account_id: 'user-42' }],
    [
      'a reference of ours for another purchase',
      { order_source_account_id: newPurchaseReference('user-42').text },
    ],
    ['no reference', { order_source_account_id: null }],
    ['another event', { event_id: '3F004CBB88958BF0' }],
    ['a time more than a day before', { purchase_date_time: CREATED_MS - 25 * HOUR_MS }],
  ])('is not ours with %s', (_, more) => expect(isOurs(more)).toBe(false));

  it('is never ours if the reference was the client’s own, as in records of earlier releases', () => {
    const old = { ...record, reference: { text: 'user-42', isUnique: false } };
    expect(isOurs({ order_source_account_id: 'user-42' }, old)).toBe(false);
  });
});

describe('L5: an order', () => {
  const ticket = (seat: number, more: object = {}) => ({
    event_id: EVENT,
    section: 'CLB234',
    row: 'I',
    seat_name: String(seat),
    face_value: 25,
    ...more,
  });
  const fits = (...tickets: object[]) => holdsSameTickets(record, readOrder({ tickets }));

  it.each<[string, object[]]>([
    ['it states all of the cart', [ticket(7), ticket(8)]],
    ['it states nothing but the number of tickets', [{}, {}]],
    ['seats have names of letters', [ticket(7, { seat_name: 'A' }), ticket(8, { seat_name: 'B' })]],
  ])('fits if %s', (_, tickets) => expect(fits(...tickets)).toBe(true));

  it.each<[string, object]>([
    ['event', { event_id: '3F004CBB88958BF0' }],
    ['section', { section: 'ELSEWHERE' }],
    ['row', { row: 'Z' }],
    ['seat', { seat_name: '9' }],
    ['price', { face_value: 25.01 }],
  ])('does not fit if a ticket has another %s', (_, more) => {
    expect(fits(ticket(7), ticket(8, more))).toBe(false);
  });

  it('does not fit with another number of tickets', () => {
    const free = { face_value: null };
    expect(fits(ticket(7, free))).toBe(false);
    expect(fits(ticket(7, free), ticket(8, free), ticket(8, free))).toBe(false);
  });

  it('fits a cart whose items upstream no longer listed, unless something else differs', () => {
    const payments = [] as const;
    const unlisted = { ...record, contents: { items: [], totals, payments } };
    const fitsUnlisted = (...tickets: object[]) => holdsSameTickets(unlisted, readOrder({ tickets }));
    expect(fitsUnlisted(ticket(7), ticket(8))).toBe(true);
    expect(fitsUnlisted(ticket(7), ticket(8, { face_value: 25.01 }))).toBe(false);
    expect(fitsUnlisted(ticket(7), ticket(8, { event_id: '3F004CBB88958BF0' }))).toBe(false);
  });

  it('does not fit if it was voided', () => {
    const tickets = [ticket(7), ticket(8)];
    expect(holdsSameTickets(record, readOrder({ tickets, voided: true }))).toBe(false);
  });
});

describe('the reference of a purchase', () => {
  it('is another one each time, and short', () => {
    const references = Array.from({ length: 1000 }, () => newPurchaseReference('user-42').text);
    expect(new Set(references).size).toBe(1000);
    expect(references[0]).toHaveLength(30);
    expect(newPurchaseReference(undefined).text).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it.each(['user-42', '', 'a~b', '~'])('gives back what the client gave: %j', (given) => {
    expect(sourceAccountIdIn(newPurchaseReference(given).text)).toBe(given);
  });

  it.each(['user-42', 'a~b', 'fb63e3ede36210317e9e0fc5efccbc1f', ''])('leaves %j alone', (foreign) => {
    expect(sourceAccountIdIn(foreign)).toBe(foreign);
  });
});
