import { generateKeyPairSync } from 'node:crypto';

import { encryptCard } from '../../packages/client/src/card';
import { makeCertificate } from './certificate';

const CARD = '4588883206000011';
const { pem, decrypt } = makeCertificate();

/** What is thrown as the sentence that it says. */
function complaint(certificate: string, number: string, code: string): string {
  try {
    encryptCard(certificate, number, code);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}

describe('encryptCard', () => {
  it('puts 16 letters and digits in front of number and code, and encrypts them for the holder of the key alone', () => {
    const card = encryptCard(pem, CARD, '123');
    expect(decrypt(card.number)).toMatch(new RegExp(`^[A-Za-z0-9]{16}${CARD}$`));
    expect(decrypt(card.securityCode)).toMatch(/^[A-Za-z0-9]{16}123$/);
  });

  it('answers with base64 in one line', () => {
    for (const text of Object.values(encryptCard(pem, CARD, '123')))
      expect(text).toMatch(/^[A-Za-z0-9+/]{342}==$/);
  });

  it.each([
    ['4588 8832 0600 0011', CARD],
    ['4588-8832-0600-0011', CARD],
    [' 4588\u00A08832\u20110600\t0011\n', CARD],
    ['3782 822463 10005', '378282246310005'],
  ])('takes blanks and dashes out of "%s"', (typed, number) =>
    expect(decrypt(encryptCard(pem, typed, '123').number).slice(16)).toBe(number),
  );

  it('takes blanks out of the code, and keeps its zeros', () =>
    expect(decrypt(encryptCard(pem, CARD, ' 0 012 ').securityCode).slice(16)).toBe('0012'));

  it('takes another salt each time, for number and code alike', () => {
    const cards = Array.from({ length: 50 }, () => encryptCard(pem, CARD, '123'));
    const texts = cards.flatMap(({ number, securityCode }) => [number, securityCode]);
    expect(new Set(texts).size).toBe(100);
    expect(new Set(texts.map((text) => decrypt(text).slice(0, 16))).size).toBe(100);
  });

  it('favours no letter or digit', () => {
    // When every byte comes equally often, so must every character: 62 salts of 16 are four rounds of 62 times 4.
    let next = 0;
    const random = jest.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
      if (bytes instanceof Uint8Array) bytes.forEach((_, at) => (bytes[at] = next++ % 256));
      return bytes;
    });
    try {
      const drawn = new Map<string, number>();
      for (let card = 0; card < 31; card++) {
        for (const text of Object.values(encryptCard(pem, CARD, '123'))) {
          for (const each of decrypt(text).slice(0, 16)) drawn.set(each, (drawn.get(each) ?? 0) + 1);
        }
      }
      expect(drawn.size).toBe(62);
      expect([...new Set(drawn.values())]).toEqual([16]);
    } finally {
      random.mockRestore();
    }
  });

  it('takes a certificate with the line ends of the manual', () => {
    const card = encryptCard(pem.replace(/\r?\n/g, '\r\n'), CARD, '123');
    expect(decrypt(card.number).slice(16)).toBe(CARD);
  });

  it.each(['4588883206000012', '458888320600001', '', 'card', '4588x8832x0600x0011', '42', '0'.repeat(20)])(
    'refuses "%s" in a sentence that does not quote it',
    (number) => {
      const sentence = complaint(pem, number, '123');
      expect(sentence).toMatch(/^The card number is mistyped: .*\.$/);
      expect(sentence).not.toMatch(/[0-9]/);
    },
  );

  it.each(['', '12', '12345', 'abc'])('refuses the code "%s"', (code) =>
    expect(complaint(pem, CARD, code)).toBe('The security code must be 3 or 4 digits.'),
  );

  const notRsa = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey;

  it.each([
    ['nothing', ''],
    ['other text', 'certificate'],
    ['half of one', pem.slice(0, 400)],
    ['one of nothing', '-----BEGIN CERTIFICATE-----\r\nAAAA\r\n-----END CERTIFICATE-----'],
    ['a bare key', notRsa],
  ])('refuses %s as a certificate, and quotes neither it nor the card', (_, certificate) =>
    expect(complaint(certificate, CARD, '123')).toBe(
      'The certificate is not the PEM text of an X.509 certificate with an RSA key.',
    ),
  );
});
