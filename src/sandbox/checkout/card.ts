import { z } from 'zod';
import type { Payment } from '../carts/holding';
import { refusal } from '../server/refusal';
import type { Certificates } from './certificates';

/** The card of a payment. Its number and security code are encrypted, in base64. */
export const cardBody = z.object({
  number: z.string(),
  cin: z.string(),
  encryption_key: z.string(),
  expire_month: z.int(),
  expire_year: z.int(),
  postal_code: z.string().optional(),
});

/** "16 random printable ASCII characters in front (letters and digits)": the salt, then the secret. */
const SALTED_NUMBER = /^[A-Za-z0-9]{16}(\d{13,19})$/;
const SALTED_CODE = /^[A-Za-z0-9]{16}(\d{3,4})$/;

/** The manual's test cards and their security code. With 12/2020 they are accepted at any date. */
const TEST_CARDS = new Map([
  ['4588883206000011', '123'],
  ['6011993200001006', '123'],
]);
/** Cards that are always refused, each with its code. */
const REFUSED_CARDS = new Map([
  ['4000000000000127', 20152],
  ['4000000000009995', 20129],
  ['4000000000000002', 20122],
] as const);

const ISSUERS: [RegExp, string][] = [
  [/^4/, 'VISA'],
  [/^(5[1-5]|2[2-7])/, 'MASTERCARD'],
  [/^3[47]/, 'AMEX'],
  [/^6(011|5|4[4-9])/, 'DISCOVER'],
];

/**
 * Decrypts and checks a card. Returns what a cart may keep of it.
 * @throws Refusal 20122 if it cannot be decrypted, is not a card or has expired; 20129 and 20152 for the test cards of
 * these codes.
 */
export function acceptCard(
  card: z.output<typeof cardBody>,
  certificates: Certificates,
  nowMs: number,
): NonNullable<Payment['card']> {
  const secret = (cipherText: string, pattern: RegExp) =>
    pattern.exec(certificates.decrypt(card.encryption_key, cipherText) ?? '')?.[1];
  const number = secret(card.number, SALTED_NUMBER);
  const code = secret(card.cin, SALTED_CODE);
  if (number === undefined || code === undefined || !passesLuhn(number)) throw refusal(20122);

  const testCode = TEST_CARDS.get(number);
  const isTestDate = card.expire_month === 12 && card.expire_year === 2020;
  if (!(testCode !== undefined && isTestDate) && hasExpired(card.expire_month, card.expire_year, nowMs)) {
    throw refusal(20122, 'the card has expired');
  }
  if (testCode !== undefined && testCode !== code) throw refusal(20152);
  for (const [refused, errorCode] of REFUSED_CARDS) if (refused === number) throw refusal(errorCode);
  return {
    lastFour: number.slice(-4),
    issuer: ISSUERS.find(([pattern]) => pattern.test(number))?.[1] ?? 'OTHER',
    expireMonth: card.expire_month,
    expireYear: card.expire_year,
  };
}

/** A card is valid to the end of its month. A month outside 1 to 12 counts as expired. */
function hasExpired(month: number, year: number, nowMs: number): boolean {
  return month < 1 || month > 12 || nowMs >= Date.UTC(year, month);
}

/** Verifies the check digit (ISO/IEC 7812): every second digit from the right counts twice. */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
