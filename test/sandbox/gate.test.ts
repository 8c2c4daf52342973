import { SEATED } from './events';
import { Partner } from './partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ apiKey: 'key', apiSecret: 'secret' });
});
afterEach(() => partner.sandbox.close());

const details = `/event/${SEATED}`;

describe('the access token', () => {
  it('states its times as strings', async () => {
    const { status, body } = await partner.newToken();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issued_at: String(partner.clock.now()),
      expires_in: '3599',
      token_type: 'BearerToken',
      client_id: 'key',
    });
  });

  it('is refused with 400 for another grant type', async () => {
    expect(await partner.askForToken('grant_type=password', 'key:secret')).toMatchObject({ status: 400 });
  });

  it.each([
    ['a wrong secret', 'key:wrong', 'key'],
    ['a wrong key', 'other:secret', 'key'],
    ['a wrong apikey parameter', 'key:secret', 'other'],
    ['no apikey parameter', 'key:secret', null],
  ])('is refused with the 401 of the gate for %s', async (_, credentials, apiKey) => {
    const reply = await partner.askForToken('grant_type=client_credentials', credentials, apiKey);
    expect(reply.status).toBe(401);
    expect(typeof reply.body.fault.detail.errorcode).toBe('string');
  });

  it('ends by the clock and not before', async () => {
    partner.clock.advance(3_598_999);
    expect(await partner.call(details)).toMatchObject({ status: 200 });
    partner.clock.advance(1);
    expect(await partner.call(details)).toMatchObject({ status: 401 });
  });

  it('stays valid beside a newer one', async () => {
    const older = (await partner.newToken()).body.access_token;
    const newer = (await partner.newToken()).body.access_token;
    expect(newer).not.toBe(older);
    expect(await partner.call(details, { headers: { authorization: `Bearer ${older}` } })).toMatchObject({
      status: 200,
    });
  });
});

describe('the gate', () => {
  it.each([
    ['without an API key', { apiKey: null }],
    ['with a wrong API key', { apiKey: 'other' }],
    ['without a token', { headers: { authorization: null } }],
    ['with an unknown token', { headers: { authorization: 'Bearer unknown' } }],
  ])('answers 401 in its own shape %s', async (_, asked) => {
    const reply = await partner.call(details, asked);
    expect(reply.status).toBe(401);
    expect(typeof reply.body.fault.faultstring).toBe('string');
    expect(reply.body.error).toBeUndefined();
  });

  it('answers 404 for an endpoint that is not there', async () => {
    const reply = await partner.call('/nothing');
    expect(reply).toMatchObject({ status: 404, body: { error: { code: 404 } } });
  });

  it('answers 405 with Allow for a wrong method on a known path', async () => {
    const reply = await partner.call('/cart', { method: 'GET' });
    expect(reply).toMatchObject({ status: 405, headers: { allow: 'POST, DELETE, PUT' } });
  });

  it.each(['text/html', 'application/json;q=0, */*', 'image/*'])(
    'answers 406 to Accept: %s',
    async (accept) => {
      expect(await partner.call(details, { headers: { accept } })).toMatchObject({ status: 406 });
    },
  );

  it.each(['application/json', 'application/*;q=0.1', 'text/html, */*;q=0.1'])(
    'takes Accept: %s',
    async (accept) => {
      expect(await partner.call(details, { headers: { accept } })).toMatchObject({ status: 200 });
    },
  );
});

describe('True-Client-IP', () => {
  it('is missed, yet the request is served', async () => {
    expect(await partner.call(details, { headers: { 'true-client-ip': null } })).toMatchObject({
      status: 200,
    });
    expect(partner.sandbox.report().violations).toMatchObject({ missingClientIp: 1, invalidClientIp: 0 });
  });

  it('has to be an IPv4 or IPv6 address', async () => {
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

  it('is not asked of the token call', async () => {
    await partner.call('/oauth/accesstoken', { method: 'POST', headers: { 'true-client-ip': null } });
    expect(partner.sandbox.report().violations.missingClientIp).toBe(0);
  });
});
