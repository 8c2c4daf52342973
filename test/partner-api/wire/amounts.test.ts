import fc from 'fast-check';

import type { Charge, PartnerEvent } from '../../../src/partner-api/model/event';
import { CALLER, EVENT_ID, type Rig, openRig } from '../rig';
import { plain } from '../upstream';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());

/** The event whose details have `event`, which is JSON as upstream writes it, number for number. */
async function eventFrom(event: string): Promise<PartnerEvent> {
  rig.upstream.answers(plain(`{"api_transactable": true, "event": ${event}}`));
  const read = await rig.api.event(EVENT_ID, CALLER);
  if (read === null) throw new Error('no event');
  return read;
}

const priced = (amount: string, currency = '"currency_code": "USD",') =>
  eventFrom(`{${currency} "tickets": [{"id": "1", "prices": [{"id": 0, "amount": ${amount}}]}]}`);
const priceOf = (event: PartnerEvent) => event.tickets[0]?.prices[0]?.amount;

describe('an amount', () => {
  it.each([
    ['25', '25.00'],
    ['25.0', '25.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['-4.5', '-4.50'],
    ['57.39', '57.39'],
    ['57.395', '57.395'],
    ['0.30000000000000004', '0.30'],
    ['57.389999999999993', '57.39'],
    ['1e-7', '0.0000001'],
    ['-2.7755575615628914e-17', '0.00'],
    ['1e2', '100.00'],
    ['99999999999.99', '99999999999.99'],
    ['999999999999999', '999999999999999.00'],
    ['"57.39"', '57.39'],
    ['"25"', '25.00'],
  ])('R-AMOUNT-1: %s reads as %s', async (written, amount) => {
    expect(priceOf(await priced(written))).toEqual({ amount, currency: 'USD' });
  });

  it('R-AMOUNT-1: of any number of cents comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -1e11, max: 1e11 }), async (cents) => {
        const event = await priced(String(cents / 100));
        expect(Math.round(Number(priceOf(event)?.amount) * 100)).toBe(cents);
        expect(priceOf(event)?.amount).toMatch(/^-?\d+\.\d\d$/);
      }),
    );
  });

  it('R-AMOUNT-1: that is a sum of cents comes out without the noise of the adding', async () => {
    const cents = fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cents, async (parts) => {
        const noisy = parts.reduce((sum, part) => sum + part / 100, 0);
        const exact = parts.reduce((sum, part) => sum + part, 0);
        const amount = `${Math.floor(exact / 100)}.${String(exact % 100).padStart(2, '0')}`;
        expect(priceOf(await priced(String(noisy)))?.amount).toBe(amount);
      }),
    );
  });

  it.each(['1e15', '1e308', '1e999', '"1e3"', '"25,00"', '"$25"', '""', 'null', 'true', '{"amount": 1}'])(
    'R-AMOUNT-2: %s is none, and a price without an amount is left out',
    async (written) => {
      expect((await priced(written)).tickets[0]?.prices).toEqual([]);
    },
  );
});

describe('the currency of an amount', () => {
  it('R-AMOUNT-3: has as many digits after the point as it has, and more where upstream gives more', async () => {
    expect(priceOf(await priced('2500', '"currency_code": "JPY",'))).toEqual({
      amount: '2500',
      currency: 'JPY',
    });
    expect(priceOf(await priced('2500.5', '"currency_code": "JPY",'))?.amount).toBe('2500.5');
    expect(priceOf(await priced('1.5', '"currency_code": "KWD",'))?.amount).toBe('1.500');
  });

  it.each(['', '"currency_code": null,', '"currency_code": "usd",', '"currency_code": "US Dollar",'])(
    'R-AMOUNT-4: is no currency, rather than a guess, where upstream names none (%s)',
    async (currency) => {
      const event = await priced('25', currency);
      expect(event.currency).toBeNull();
      expect(priceOf(event)).toEqual({ amount: '25.00', currency: 'XXX' });
    },
  );

  it('R-AMOUNT-5: is that of the price details where the event names none', async () => {
    const details = `[
      {"type": "distance", "amount": {"amount": 0}},
      {"type": "face_value", "amount": {"amount": 25, "currency": "CAD"}}
    ]`;
    const event = await eventFrom(
      `{"tickets": [{"id": "1", "prices": [{"id": 0, "amount": 25, "price_details": ${details}}]}]}`,
    );
    expect(event.currency).toBe('CAD');
    expect(priceOf(event)).toEqual({ amount: '25.00', currency: 'CAD' });
    expect(event.tickets[0]?.prices[0]?.charges).toMatchObject([
      { kind: 'DISTANCE', amount: { amount: '0.00', currency: 'CAD' } },
      { kind: 'FACE_VALUE', amount: { amount: '25.00', currency: 'CAD' } },
    ] satisfies Partial<Charge>[]);
  });

  it('R-AMOUNT-5: of one charge may be another than that of the event', async () => {
    const details = '[{"type": "service", "amount": {"amount": 1, "currency": "JPY"}}]';
    const event = await eventFrom(
      `{"currency_code": "USD",
        "tickets": [{"id": "1", "prices": [{"id": 0, "amount": 25, "price_details": ${details}}]}]}`,
    );
    expect(priceOf(event)?.currency).toBe('USD');
    expect(event.tickets[0]?.prices[0]?.charges[0]?.amount).toEqual({ amount: '1', currency: 'JPY' });
  });
});
