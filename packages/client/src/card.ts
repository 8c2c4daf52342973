import type { pki } from 'node-forge';
import x509 from 'node-forge/lib/x509.js';

import type { EncryptedCardInput } from './schema-types.ts';

/** A card's secrets as base64 text that only upstream can read, ready for `EncryptedCardInput`. */
export type EncryptedCard = Pick<EncryptedCardInput, 'number' | 'securityCode'>;

const SALT_LENGTH = 16;
const SALT_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Bytes from here on are skipped: they would make the first characters more frequent than the last. */
const FIRST_UNFAIR_BYTE = 256 - (256 % SALT_CHARACTERS.length);

/**
 * Encrypts a card in the shopper's browser, so that only upstream can read it. The manual: "salts the card number and the
 * security code each with 16 random printable ASCII characters in front (letters and digits), encrypts with RSA PKCS#1 v1.5
 * under that certificate, and base64-encodes". Needs the package `node-forge`, which the frontend installs.
 *
 * @param certificatePem `PaymentCertificate.pem`.
 * @param number the card number as the shopper typed it; blanks and dashes are removed.
 * @param securityCode the 3 or 4 digits printed on the card.
 * @throws Error if the certificate is invalid, or if number or code is mistyped. The message quotes neither.
 */
export function encryptCard(certificatePem: string, number: string, securityCode: string): EncryptedCard {
  const digits = withoutSeparators(number);
  if (!/^\d{13,19}$/.test(digits) || !passesLuhn(digits)) {
    throw new Error('The card number is mistyped: it does not pass the check that every card number passes.');
  }
  const code = withoutSeparators(securityCode);
  if (!/^\d{3,4}$/.test(code)) throw new Error('The security code must be 3 or 4 digits.');
  const key = publicKeyOf(certificatePem);
  const encrypt = (secret: string) => btoa(key.encrypt(salt() + secret, 'RSAES-PKCS1-V1_5'));
  return { number: encrypt(digits), securityCode: encrypt(code) };
}

const withoutSeparators = (text: string): string => text.replace(/[\s\p{Pd}]/gu, '');

/** Luhn's check: from the right, every second digit is doubled; the sum of all resulting digits is a multiple of 10. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, at) => {
    const value = Number(character) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function publicKeyOf(certificatePem: string): pki.rsa.PublicKey {
  try {
    const { publicKey } = x509.certificateFromPem(certificatePem);
    if ('encrypt' in publicKey) return publicKey;
  } catch {
    // The parser's message about bytes does not help a developer of a page.
  }
  throw new Error('The certificate is not the PEM text of an X.509 certificate with an RSA key.');
}

function salt(): string {
  let characters = '';
  while (characters.length < SALT_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(SALT_LENGTH - characters.length))) {
      if (byte < FIRST_UNFAIR_BYTE) characters += SALT_CHARACTERS.charAt(byte % SALT_CHARACTERS.length);
    }
  }
  return characters;
}
