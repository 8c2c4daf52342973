import { SEATED } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ apiKey: 'key', apiSecret: 'secret' });
});
afterEach(() => partner.sandbox.close());

const details = `/event/${SEATED}`;
const refusals = [
  ['without an API key', { apiKey: null }],
  ['with a wrong API key', { apiKey: 'other' }],
  ['without a token', { headers: { authorization: null } }],
  ['with an unknown token', { headers: { authorization: 'Bearer unknown' } }],
] as const;

describe('the gate', () => {
  it.each(refusals)('returns 401 in its own shape %s', async (_, options) => {
    const reply = await partner.call(details, options);
    expect(reply.status).toBe(401);
    expect(typeof reply.body.fault.faultstring).toBe('string');
    expect(reply.body.error).toBeUndefined();
  });

  it.each(refusals)('refuses unknown paths and wrong methods as well %s', async (_, options) => {
    expect((await partner.call('/nothing', options)).status).toBe(401);
    expect((await partner.call('/cart', { method: 'GET', ...options })).status).toBe(401);
  });

  it.each(['text/html', 'application/json;q=0, */*', 'image/*'])(
    'returns 406 for Accept: %s',
    async (accept) => {
      expect(await partner.call(details, { headers: { accept } })).toMatchObject({ status: 406 });
    },
  );

  it.each(['application/json', 'application/*;q=0.1', 'text/html, */*;q=0.1', '', ' '])(
    'accepts Accept: %j',
    async (accept) => {
      expect(await partner.call(details, { headers: { accept } })).toMatchObject({ status: 200 });
    },
  );
});

describe('True-Client-IP', () => {
  it('is a violation if it is missing, but the request is served', async () => {
    expect(await partner.call(details, { headers: { 'true-client-ip': null } })).toMatchObject({
      status: 200,
    });
    expect(partner.sandbox.report().violations).toMatchObject({ missingClientIp: 1, invalidClientIp: 0 });
  });

  it('must be an IPv4 or IPv6 address', async () => {
    for (const address of [
      '203.0.113.300',
      '203.0.113.7, 203.0.113.8',
      'unknown',
      '2001:db8::1',
      '203.0.113.7',
    ]) {
      await partner.call(details, { headers: { 'true-client-ip': address } });
    }
    expect(partner.sandbox.report().violations).toMatchObject({ missingClientIp: 0, invalidClientIp: 3 });
  });

  it('is not required for the token call', async () => {
    await partner.call('/oauth/accesstoken', { method: 'POST', headers: { 'true-client-ip': null } });
    expect(partner.sandbox.report().violations.missingClientIp).toBe(0);
  });
});
