import { gateRefusalOf, statedRate } from '../../../src/partner-api/quota/gate-refusal';

const fault = (faultstring: string, errorcode: string) =>
  JSON.stringify({ fault: { faultstring, detail: { errorcode } } });
const SPIKE = 'policies.ratelimit.SpikeArrestViolation';
const DAY = 'policies.ratelimit.QuotaViolation';

describe("the gate's refusals", () => {
  it.each([
    ['5ps', 5],
    ['600pm', 10],
    ['MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000, maxBurstMessageCount=1.0}', 5],
    ['MessageRate{messagesPerPeriod=30, periodInMicroseconds=60000000, maxBurstMessageCount=1.0}', 0.5],
    ['MessageRate{capacity=80, period=Minutes}', 80 / 60],
    ['MessageRate{capacity=7, period=Seconds}', 7],
  ])('read the rate %s', (text, callsPerSecond) => {
    expect(statedRate(`Spike arrest violation. Allowed rate : ${text}`)).toBeCloseTo(callsPerSecond);
  });

  it.each([
    '',
    '0ps',
    'MessageRate{}',
    'MessageRate{capacity=5, period=Moons}',
    'messagesPerPeriod=5',
    '5 ps',
  ])('read no rate in %j', (text) => {
    expect(statedRate(`Spike arrest violation. Allowed rate : ${text}`)).toBeNull();
  });

  it.each([429, 403, 500])('are known by the errorcode, whatever the status: %i', (status) => {
    expect(gateRefusalOf(status, fault('Allowed rate : 5ps', SPIKE))).toEqual({
      kind: 'rate',
      callsPerSecond: 5,
    });
    expect(gateRefusalOf(status, fault('Rate limit quota violation.', DAY))).toEqual({ kind: 'day' });
  });

  it('are a rate without a figure where a 429 says no more', () => {
    for (const body of ['', '<html>', '{}', fault('x', 'something.else')]) {
      expect(gateRefusalOf(429, body)).toEqual({ kind: 'rate', callsPerSecond: null });
    }
  });

  it('are no other failures', () => {
    expect(gateRefusalOf(200, fault('5ps', SPIKE))).toBeNull();
    expect(gateRefusalOf(500, '{"error": {"code": 500}}')).toBeNull();
    expect(gateRefusalOf(401, fault('x', 'oauth.v2.InvalidAccessToken'))).toBeNull();
  });
});
