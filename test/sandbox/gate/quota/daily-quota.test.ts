import type { QuotaOptions } from '../../../../src/sandbox/sandbox';
import { ADULT, SEATED } from '../../support/events';
import { ManualClock } from '../../support/manual-clock';
import { Partner, type Reply } from '../../support/partner';

const DAY_MS = 24 * 3_600_000;

let partner: Partner;
let firstCallMs: number;
afterEach(() => partner.sandbox.close());

/** A partner with this quota. Its token is the first call of the day. */
async function start(quota: QuotaOptions): Promise<void> {
  const clock = new ManualClock();
  firstCallMs = clock.now();
  partner = await Partner.start({ quota, tokenLifetimeSeconds: 1_000_000 }, clock);
}

const details = () => partner.call(`/event/${SEATED}`);
const rateLimits = ({ headers }: Reply) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('rate-limit')));

describe('the daily quota', () => {
  it('is stated in headers on every response with the key', async () => {
    await start({ callsPerDay: 4 });
    partner.clock.advance(1000);
    const reset = String(firstCallMs + DAY_MS);
    const stated = (available: number, over: number) => ({
      'rate-limit': '4',
      'rate-limit-available': String(available),
      'rate-limit-over': String(over),
      'rate-limit-reset': reset,
    });
    expect(rateLimits(await details())).toEqual(stated(2, 0));
    expect(rateLimits(await partner.call('/nothing'))).toEqual(stated(1, 0));
    partner.sandbox.setFaults([{ route: 'event', kind: 'html' }]);
    expect(rateLimits(await details())).toEqual(stated(0, 0));
    expect(rateLimits(await details())).toEqual(stated(0, 1));
    expect(rateLimits(await details())).toEqual(stated(0, 2));
    expect(rateLimits(await partner.call('/nothing', { apiKey: null }))).toEqual({});
  });

  it('refuses every call over it with 429 until the reset', async () => {
    await start({ callsPerDay: 2 });
    expect((await details()).status).toBe(200);
    const refused = await partner.reserve({ [ADULT]: 1 });
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBeUndefined();
    expect(refused.body).toEqual({
      fault: {
        faultstring: 'Rate limit quota violation. Quota limit  exceeded. Identifier : sandbox-key',
        detail: { errorcode: 'policies.ratelimit.QuotaViolation' },
      },
    });
    expect(partner.sandbox.report()).toMatchObject({
      openCarts: 0,
      requests: { reserve: 0 },
      quota: { admitted: 2, refusedByRate: 0, refusedByDay: 1 },
    });
    partner.clock.advance(DAY_MS - 1);
    expect((await details()).status).toBe(429);
    partner.clock.advance(1);
    expect(rateLimits(await details())).toMatchObject({
      'rate-limit-available': '1',
      'rate-limit-over': '0',
      'rate-limit-reset': String(firstCallMs + 2 * DAY_MS),
    });
  });

  it('begins a new window with the first call after the one before', async () => {
    await start({ callsPerDay: 2 });
    partner.clock.advance(DAY_MS + 5000);
    expect(rateLimits(await details())['rate-limit-reset']).toBe(String(firstCallMs + 2 * DAY_MS + 5000));
  });

  it.each([403, 500] as const)(
    'refuses with %d if configured to, with the same errorcode',
    async (dayStatus) => {
      await start({ callsPerDay: 1, dayStatus });
      const { status, body } = await details();
      expect({ status, code: body.fault.detail.errorcode }).toEqual({
        status: dayStatus,
        code: 'policies.ratelimit.QuotaViolation',
      });
    },
  );

  it('can be without headers', async () => {
    await start({ callsPerDay: 2, headers: false });
    expect(rateLimits(await details())).toEqual({});
    const refused = await details();
    expect({ status: refused.status, headers: rateLimits(refused) }).toEqual({ status: 429, headers: {} });
  });

  it('does not count what the spike arrest refuses', async () => {
    await start({ callsPerDay: 3, callsPerSecond: 5 });
    for (let call = 0; call < 5; call += 1) expect((await details()).status).toBe(429);
    partner.clock.advance(200);
    expect(rateLimits(await details())).toMatchObject({ 'rate-limit-available': '1' });
    partner.clock.advance(200);
    expect((await details()).status).toBe(200);
    partner.clock.advance(200);
    expect((await details()).body.fault.detail.errorcode).toBe('policies.ratelimit.QuotaViolation');
    expect(partner.sandbox.report().quota).toEqual({ admitted: 3, refusedByRate: 5, refusedByDay: 1 });
  });
});
