import { SEATED } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({ apiKey: 'key', apiSecret: 'secret' });
});
afterEach(() => partner.sandbox.close());

const details = `/event/${SEATED}`;

describe('the access token', () => {
  it('has times in strings', async () => {
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
    expect(await partner.requestToken('grant_type=password', 'key:secret')).toMatchObject({ status: 400 });
  });

  it.each([
    ['a wrong secret', 'key:wrong', 'key'],
    ['a wrong key', 'other:secret', 'key'],
    ['a wrong apikey parameter', 'key:secret', 'other'],
    ['no apikey parameter', 'key:secret', null],
  ])("is refused with the gate's 401 for %s", async (_, credentials, apiKey) => {
    const reply = await partner.requestToken('grant_type=client_credentials', credentials, apiKey);
    expect(reply.status).toBe(401);
    expect(typeof reply.body.fault.detail.errorcode).toBe('string');
  });

  it('needs the API key before anything else', async () => {
    expect(await partner.requestToken('grant_type=password', 'key:secret', null)).toMatchObject({
      status: 401,
    });
  });

  it('expires by the clock and not before', async () => {
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
