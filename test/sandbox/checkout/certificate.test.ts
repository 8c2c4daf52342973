import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { selfSigned } from '../../../src/sandbox/checkout/certificate';
import { Checkout, encrypted, refused, SALT, TEST_CARD } from '../support/checkout';
import { Partner } from '../support/partner';

const HOUR_MS = 3_600_000;

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start({
    holdSeconds: 48 * 3600,
    tokenLifetimeSeconds: 48 * 3600,
    maintenance: false,
  });
});
afterEach(() => partner.sandbox.close());

describe('the card certificate', () => {
  it('is a self-signed X.509 certificate in PEM with CRLF, valid for 24 hours', async () => {
    const { status, body } = await (await Checkout.start(partner)).certificate();
    expect({ status, id: body.id }).toEqual({ status: 200, id: 'paysys-sandbox.0.us.1' });
    expect(body.value).toMatch(
      /^-----BEGIN CERTIFICATE-----\r\n([A-Za-z0-9+/=]{1,64}\r\n)+-----END CERTIFICATE-----\r\n$/,
    );
    const certificate = new X509Certificate(body.value);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.subject).toBe(`CN=${body.id}`);
    expect(certificate.validFrom).toBe('Aug  1 12:00:00 2015 GMT');
    expect(certificate.validTo).toBe('Aug  2 12:00:00 2015 GMT');
    expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
  });

  it('stays the same for a day, then changes', async () => {
    const checkout = await Checkout.start(partner);
    const first = (await checkout.certificate()).body;
    partner.clock.advance(24 * HOUR_MS - 1);
    expect((await checkout.certificate()).body).toEqual(first);
    partner.clock.advance(1);
    const second = (await checkout.certificate()).body;
    expect(second.id).toBe('paysys-sandbox.0.us.2');
    const keys = [first, second].map(({ value }) => new X509Certificate(value).publicKey);
    expect(keys[0]?.equals(keys[1] ?? keys[0])).toBe(false);
  });

  it('still decrypts for an hour after it has expired', async () => {
    const checkout = await Checkout.start(partner);
    const { id, value } = (await checkout.certificate()).body;
    const pay = () =>
      checkout.payWith(TEST_CARD, 57.39, {
        encryption_key: id,
        number: encrypted(value, SALT + TEST_CARD.number),
        cin: encrypted(value, SALT + TEST_CARD.cin),
      });
    partner.clock.advance(25 * HOUR_MS - 1);
    expect((await pay()).status).toBe(200);
    partner.clock.advance(1);
    expect(await pay()).toMatchObject(refused(20122));
  });

  it('is refused without a cart', async () => {
    await Checkout.start(partner);
    expect(await partner.call('/certificate')).toMatchObject(refused(90003));
    expect(await partner.call('/certificate?cart_id=unknown')).toMatchObject(refused(90003));
  });
});

describe('a self-signed certificate', () => {
  it('can be of any year, and of any serial number', () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const [year, serial] of [
      [1999, 127],
      [2049, 128],
      [2050, 65_536],
      [2077, 2 ** 40],
    ] as const) {
      const fromMs = Date.UTC(year, 0, 2);
      const pem = selfSigned({ serial, commonName: 'any', fromMs, toMs: fromMs + 1000 }, keys);
      const certificate = new X509Certificate(pem);
      expect(certificate.validFrom).toBe(`Jan  2 00:00:00 ${year} GMT`);
      expect(Number.parseInt(certificate.serialNumber, 16)).toBe(serial);
      expect(certificate.verify(keys.publicKey)).toBe(true);
    }
  });
});
