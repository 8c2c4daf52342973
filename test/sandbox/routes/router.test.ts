import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

describe('the route table', () => {
  it('returns 404 for an unknown endpoint', async () => {
    expect(await partner.call('/nothing')).toMatchObject({ status: 404, body: { error: { code: 404 } } });
  });

  it('returns 404 for a path parameter with broken encoding', async () => {
    expect(await partner.call('/event/%ZZ')).toMatchObject({ status: 404 });
  });

  it('returns 405 with Allow for a wrong method on a known path', async () => {
    const reply = await partner.call('/cart', { method: 'GET' });
    expect(reply).toMatchObject({ status: 405, headers: { allow: 'POST, DELETE, PUT' } });
  });
});
