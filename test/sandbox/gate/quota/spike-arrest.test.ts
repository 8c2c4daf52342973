import type { QuotaOptions, RateSpelling } from '../../../../src/sandbox/sandbox';
import { ADULT, SEATED } from '../../support/events';
import { Partner } from '../../support/partner';

let partner: Partner;
afterEach(() => partner.sandbox.close());

/** A partner with this quota, after enough time for its next call. */
async function start(quota: QuotaOptions): Promise<void> {
  partner = await Partner.start({ quota });
  partner.clock.advance(60_000);
}

const details = () => partner.call(`/event/${SEATED}`);
const quotaReport = () => partner.sandbox.report().quota;

describe('a spike arrest', () => {
  it("refuses with 429 in the gate's shape, without saying when to come back", async () => {
    await start({ callsPerSecond: 5 });
    expect((await details()).status).toBe(200);
    const refused = await details();
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({
      fault: {
        faultstring:
          'Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000, maxBurstMessageCount=1.0}',
        detail: { errorcode: 'policies.ratelimit.SpikeArrestViolation' },
      },
    });
    expect(Object.keys(refused.headers).filter((name) => /retry-after|rate-limit/.test(name))).toEqual([]);
  });

  it.each<[number, RateSpelling, string]>([
    [5, 'perSecond', ' Allowed rate : 5ps'],
    [10, 'perMinute', ' Allowed rate : 600pm'],
    [80 / 60, 'capacity', ' Allowed rate : MessageRate{capacity=80, period=Minutes}'],
    [
      80 / 60,
      'messagesPerPeriod',
      ' Allowed rate : MessageRate{messagesPerPeriod=80, periodInMicroseconds=60000000, maxBurstMessageCount=1.0}',
    ],
    [5, 'none', ''],
  ])('spells the rate of %d a second as %s', async (callsPerSecond, rateSpelling, spelled) => {
    await start({ callsPerSecond, rateSpelling });
    await details();
    const { status, body } = await details();
    expect({ status, text: body.fault.faultstring }).toEqual({
      status: 429,
      text: `Spike arrest violation.${spelled}`,
    });
  });

  it('spaces calls evenly instead of counting them per second', async () => {
    await start({ callsPerSecond: 5 });
    const statuses: number[] = [];
    for (const waitMs of [0, 100, 100, 199, 201, 100]) {
      partner.clock.advance(waitMs);
      statuses.push((await details()).status);
    }
    expect(statuses).toEqual([200, 429, 200, 200, 200, 429]);
  });

  it('forgives a call that is a little early, but never exceeds the rate', async () => {
    await start({ callsPerSecond: 5 });
    let admitted = 0;
    for (let call = 0; call < 100; call += 1) {
      if ((await details()).status === 200) admitted += 1;
      partner.clock.advance(195);
    }
    // The last of the 100 calls is 19.3 seconds after the first.
    expect(admitted).toBeGreaterThanOrEqual(75);
    expect(admitted).toBeLessThanOrEqual(97);
  });

  it('is not affected by a step of the wall clock', async () => {
    await start({ callsPerSecond: 5 });
    await details();
    partner.clock.step(3_600_000);
    expect((await details()).status).toBe(429);
    partner.clock.step(-7_200_000);
    partner.clock.advance(200);
    expect((await details()).status).toBe(200);
  });
});

describe('a call that the gate refuses', () => {
  it('is not carried out, and appears only in the count of refusals', async () => {
    await start({ callsPerSecond: 5 });
    await details();
    const before = partner.sandbox.report();
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'status', times: 1 }]);
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 })).body;
    expect(cartId).toBeUndefined();
    await partner.call(`/event/${SEATED}`, { headers: { 'true-client-ip': null } });
    expect(partner.sandbox.report()).toEqual({
      ...before,
      quota: { admitted: 2, refusedByRate: 2, refusedByDay: 0 },
    });
    partner.clock.advance(200);
    // The refused call did not count against the fault's `times`.
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(503);
  });
});

describe('the rate', () => {
  it('counts every call with the key: tokens, polls, deletes, reads and unknown paths', async () => {
    await start({ callsPerSecond: 1 });
    const { polling_url: url } = (await partner.reserve({ [ADULT]: 1 }, { poll: true })).body;
    const calls = [
      () => partner.newToken(),
      () => partner.get(url),
      () => partner.delete('unknown'),
      () => details(),
      () => partner.call('/nothing'),
      () => partner.call(`/event/${SEATED}`, { headers: { authorization: null } }),
    ];
    for (const call of calls) expect((await call()).status).toBe(429);
    partner.clock.advance(4000);
    const [renew, ...others] = calls;
    expect((await renew?.())?.status).toBe(200);
    for (const call of others) {
      partner.clock.advance(1000);
      expect((await call()).status).not.toBe(429);
      expect((await call()).status).toBe(429);
    }
    expect(quotaReport()).toEqual({ admitted: 8, refusedByRate: 11, refusedByDay: 0 });
  });

  it('does not count calls without the key', async () => {
    await start({ callsPerSecond: 1 });
    expect((await partner.call('/events', { apiKey: null })).status).toBe(401);
    expect((await partner.call('/events', { apiKey: 'other' })).status).toBe(401);
    expect((await details()).status).toBe(200);
  });

  it('has no limit by default', async () => {
    await start({});
    for (let call = 0; call < 20; call += 1) expect((await details()).status).toBe(200);
    expect(quotaReport()).toEqual({ admitted: 21, refusedByRate: 0, refusedByDay: 0 });
  });
});
