import fc from 'fast-check';

/** Text that has broken something somewhere: in addresses, logs, pages, databases, parsers. */
const BAD_STRINGS = [
  '',
  ' ',
  '..',
  '../..',
  '%2e%2e%2f',
  '../../oauth/accesstoken?apikey=x',
  '?apikey=x&event_id=y',
  '#',
  'x\r\nTrue-Client-IP: 10.0.0.1',
  '\u0000',
  '\u001b[31m',
  '\u007f\u0085\u2028\u2029',
  '\ud800',
  'a\udfffb',
  '\ufeff',
  '\u202eevil',
  '👩‍👩‍👧‍👦',
  'ﬃİıẞ',
  '__proto__',
  'constructor',
  'toString',
  '{"$gt":""}',
  "'; DROP TABLE carts; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e999',
  '0x10',
  '9007199254740993',
  '00000000000000000000',
  '57.39',
  '-57.39',
  '57.390000000001',
  '4588 8832 0600 0011',
  '4588883206000011',
  'A'.repeat(15),
  'A'.repeat(16),
  'x'.repeat(257),
  'é'.repeat(3000),
];

const BAD_NUMBERS = [0, -0, 1, -1, 25, 26, 0.5, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 1e308, -1e308];

/** Values that nobody sends who means well, and some that anybody might. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...BAD_STRINGS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...BAD_NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], { __proto__: null }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
