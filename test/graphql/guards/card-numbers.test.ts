import { randomBytes, randomUUID } from 'node:crypto';

import fc from 'fast-check';

import { holdsCardNumber, withoutCardNumbers } from '../../../src/graphql/guards/card-numbers';

/** The manual's own test card. */
const CARD = '4588883206000011';

const spaced = (separator: string) => CARD.replace(/(?<=^(?:.{4}){1,3})/g, separator);
/** `digits` with each moved to where the script with this zero keeps it. */
const inScript = (zero: number, digits = CARD) =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

describe('L7: a card number in the clear is found when', () => {
  it.each([
    ['it stands alone', CARD],
    ['it has 13 digits', '4222222222222'],
    ['it has 14 digits', '30569309025904'],
    ['it has 15 digits', '378282246310005'],
    ['it has 19 digits', '6304000000000000018'],
    ['it is a Discover card', '6011993200001006'],
    ['it begins with 2', '2223003122003222'],
    ['blanks stand between the groups', spaced(' ')],
    ['hyphens do', spaced('-')],
    ['dots do', spaced('.')],
    ['no-break spaces do', spaced('\u00A0')],
    ['narrow no-break spaces do', spaced('\u202F')],
    ['thin spaces do', spaced('\u2009')],
    ['ideographic spaces do', spaced('\u3000')],
    ['Unicode hyphens do', spaced('\u2010')],
    ['non-breaking hyphens do', spaced('\u2011')],
    ['en dashes do', spaced('\u2013')],
    ['minus signs do', spaced('\u2212')],
    ['full-width hyphens do', spaced('\uFF0D')],
    ['middle dots do', spaced('\u00B7')],
    ['soft hyphens do', spaced('\u00AD')],
    ['zero-width spaces do', spaced('\u200B')],
    ['a blank stands between all digits', [...CARD].join(' ')],
    ['the separators are mixed', '4588 8832-0600.0011'],
    ['a separator is followed by something invisible', spaced(' \u200E')],
    ['its digits are full-width', inScript(0xff10)],
    ['they are Arabic-Indic', inScript(0x0660)],
    ['they are Devanagari', inScript(0x0966)],
    ['they are mathematical bold', inScript(0x1d7ce)],
    ['they are mathematical monospace', inScript(0x1d7f6)],
    ['they are Adlam, outside of the basic plane', inScript(0x1e950)],
    ['they are superscript', CARD.replace(/./g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))],
    ['scripts are mixed', `4588${inScript(0xff10, '8832')}${inScript(0x0660, '0600')}0011`],
    ['letters touch it', `card${CARD}visa`],
    ['it begins a text', `${CARD} is my card`],
    ['it ends a text', `my card is ${CARD}`],
    ['a security code and a date follow', `${CARD} 123 12/2020`],
    ['a quantity comes before', `2 ${CARD}`],
    ['it comes after a phone number', `+1 212-867-5309 ${CARD}`],
    ['a plus does, with more digits than a phone number has', `+${CARD}`],
    ['a sign does', `-${CARD}`],
    ['it stands in JSON in a string', JSON.stringify({ number: CARD })],
    ['it stands in a long text', `${'Lorem ipsum. '.repeat(20)}${CARD}`],
    ['it is one of two', `${CARD} ${CARD}`],
    ["it stands after a wallet's word", `wallet-${CARD}`],
    ["it stands beside a wallet's token", `wallet-${'a'.repeat(32)} ${CARD}`],
    ["it is in what is more than a wallet's token", `x wallet-${CARD}${'a'.repeat(16)}`],
  ])('%s', (_, text) => {
    expect(holdsCardNumber(text)).toBe(true);
    expect(withoutCardNumbers(text)).toContain('[card number]');
    expect(holdsCardNumber(withoutCardNumbers(text))).toBe(false);
  });

  it.each([
    ['a number', 4588883206000011],
    ['a number with a sign', -4588883206000011],
    ['a bigint', 6304000000000000018n],
    ['in a list', ['a', [CARD]]],
    ['deep in an object', { payment: { cards: [{ number: 1 }, { number: spaced(' ') }] } }],
    ['beside null and undefined', { a: null, b: undefined, c: CARD }],
    ['in an object without a prototype', Object.assign(Object.create(null), { number: CARD })],
  ])('it is %s', (_, value) => expect(holdsCardNumber(value)).toBe(true));

  it('it lies deeper than a stack reaches', () => {
    const depth = 100_000;
    expect(holdsCardNumber(JSON.parse(`${'['.repeat(depth)}"${CARD}"${']'.repeat(depth)}`))).toBe(true);
  });

  it('any separators stand in it, and any text around it', () => {
    fc.assert(
      fc.property(
        cardNumber,
        fc.array(separator, { minLength: 18, maxLength: 18 }),
        around,
        around,
        (number, gaps, before, after) => {
          const written = [...number]
            .map((digit, at) => (at === 0 ? digit : `${gaps[at - 1]}${digit}`))
            .join('');
          const text = `${before}${written}${after}`;
          expect(holdsCardNumber({ deep: [text] })).toBe(true);
          expect(withoutCardNumbers(text)).not.toContain(written);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what is no card number passes:', () => {
  it.each([
    ['nothing', ''],
    ['an order number', '39-5234153/LA1'],
    ['a phone number', '212-867-5309'],
    ['an international phone number', '+1 212-867-5309'],
    ['one of 15 digits that a card could have', '+378282246310005'],
    ['one of 13, in groups', '+42 222 222 222 22'],
    ['two of them', '+1 212-867-5309, +1 212-867-5310'],
    ['a ticket id', '000002040006'],
    ['an event id', '3F004CBB88958BF9'],
    ['an upstream cart id', 'bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo='],
    ['a time in milliseconds', '1441341339000'],
    ['one that passes the Luhn check', '1441341339005'],
    ['a time in microseconds that passes it', '1441341339000005'],
    ['one in milliseconds of the year 2033 that passes it', '2000000000008'],
    ['a date and time that passes it', '20150821 020004'],
    ['two dates in a row that pass it', '2015-08-21 2015-08-23'],
    ['a date in ISO 8601', '2015-08-21T02:00:00.000Z'],
    ['a number of another company', '7000000000000005'],
    ['zeros', '0000000000000000'],
    ['sixes that pass the Luhn check', '6666666666666'],
    ['twos that pass it, in groups', '2222 2222 2222 2222 2'],
    ['16 digits that fail it', '4588883206000012'],
    ['12 digits that pass it', '450000000007'],
    ['20 digits that begin with a card number', `${CARD}0000`],
    ['20 digits that end with one', `0000${CARD}`],
    ['digits with letters between', '4588x8832x0600x0011'],
    ['digits with two blanks between', spaced('  ')],
    ['a UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['a UUID whose last groups pass the Luhn check', '550e8400-e29b-41d4-a458-888320600005'],
    ['the same, in capitals', '550E8400-E29B-41D4-A458-888320600005'],
    ["a wallet's token", `wallet-wallet-${CARD}${CARD}`],
    ['base64 of 100 characters, whatever is in it', `${'QUJD'.repeat(21)}${CARD}`],
    ['the same with padding', `${'QUJD'.repeat(20)}/+${CARD}==`],
  ])('%s', (_, text) => {
    expect(holdsCardNumber(text)).toBe(false);
    expect(withoutCardNumbers(text)).toBe(text);
  });

  it('random UUIDs, cart ids and cipher texts', () => {
    for (let round = 0; round < 2000; round++) {
      expect(holdsCardNumber([randomUUID(), randomBytes(24).toString('base64url')])).toBe(false);
      expect(holdsCardNumber(randomBytes(128).toString('base64'))).toBe(false);
    }
  });

  it.each([1441341339005, 57.39, 0, -1, NaN, Infinity, 1e300, true, null, undefined, {}, []])('%p', (value) =>
    expect(holdsCardNumber(value)).toBe(false),
  );

  it('keys of objects', () => expect(holdsCardNumber({ [CARD]: 1 })).toBe(false));
});

describe('base64 is searched', () => {
  it.each([
    ['when it has fewer than 100 characters', `${'QUJD'.repeat(20)}xyz${CARD}`],
    ['when anything else stands beside it', `${'QUJD'.repeat(30)} ${CARD}`],
    ['when it ends as base64 never does', `${'QUJD'.repeat(25)}xyz${CARD}===`],
  ])('%s', (_, text) => expect(holdsCardNumber(text)).toBe(true));
});

describe('a message without card numbers', () => {
  it.each([
    [`Int cannot represent ${CARD}.`, 'Int cannot represent [card number].'],
    [`${CARD}, ${spaced('-')}!`, '[card number], [card number]!'],
    [`«${inScript(0x1d7ce)}» é`, '«[card number]» é'],
    [`${inScript(0x1d7ce)} é`, '[card number] é'],
    ['ﬁve seats ½ price', 'ﬁve seats ½ price'],
    ['+1 212-867-5309', '+1 212-867-5309'],
  ])('of "%s" is "%s"', (text, expected) => expect(withoutCardNumbers(text)).toBe(expected));

  // 19 digits pass the Luhn check, and the 16 within them do, too.
  it('says nothing of one within another', () =>
    expect(withoutCardNumbers(`a 30 ${CARD} 9 b`)).toBe('a [card number] b'));

  // 4588883259618123 and 5961812374203556 both pass.
  it('says nothing of two that share digits', () =>
    expect(withoutCardNumbers('a 4588 8832 5961 8123 7420 3556 b')).toBe('a [card number] b'));
});

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (1 + (at % 2));
    return sum + Math.floor(value / 10) + (value % 10);
  }, 0);
}

const cardNumber = fc
  .tuple(fc.constantFrom('22', '27', '3', '4', '5', '6'), fc.stringMatching(/^[0-9]{11,16}$/))
  .map(([first, rest]) => (first + rest).slice(0, 18))
  .filter((digits) => !(digits.startsWith('2') && digits.length < 13))
  .map((digits) => digits + String((10 - (luhnSum(`${digits}0`) % 10)) % 10))
  .filter((digits) => new Set(digits).size > 1);

const separator = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '-',
  '.',
  '\u00A0',
  '\u2009',
  '\u2011',
  '\u2013',
  '\u00AD',
);

/** Any text that does not make the number a longer one, a phone number, or cipher text. */
const around = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replace(/\p{Sm}/gu, '').replace(/^[\p{N}\p{DI}]+|[\p{N}\p{DI}]+$/gu, ''));
