import { randomBytes, randomUUID } from 'node:crypto';

import { cartIdOfKey, checkKey, earlierCartIdOfKey } from '../../src/carts/idempotency-key';
import { isCartId } from '../../src/carts/token';

describe('the cart of an idempotency key', () => {
  it('is the same for the same key and secret, and another for another', () => {
    const id = cartIdOfKey('secret', 'key');
    expect(isCartId(id)).toBe(true);
    expect(cartIdOfKey('secret', 'key')).toBe(id);
    const others = [cartIdOfKey('secret', 'key2'), cartIdOfKey('secret2', 'key')];
    expect(new Set([id, ...others]).size).toBe(3);
  });

  it('was another for each shopper in earlier releases', () => {
    const shopper = { ip: '203.0.113.1', userAgent: 'agent' };
    // As such a release computed it.
    expect(earlierCartIdOfKey('secret', shopper, 'key')).toBe('eK3NEwrgj5lQYI2LIdxk8R90');
    const others = [{ ...shopper, ip: '203.0.113.2' }, { ...shopper, userId: 'member' }, { ip: shopper.ip }];
    const ids = others.map((other) => earlierCartIdOfKey('secret', other, 'key'));
    expect(new Set([...ids, cartIdOfKey('secret', 'key')]).size).toBe(4);
  });
});

describe('an idempotency key', () => {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  const random = (length: number, alphabet = LETTERS) =>
    [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');

  it.each<[string, () => string]>([
    ['a UUID', () => randomUUID()],
    ['a UUID in capitals', () => randomUUID().toUpperCase()],
    ['a nanoid', () => random(21)],
    ['a ULID', () => random(26, '0123456789ABCDEFGHJKMNPQRSTVWXYZ')],
    ['hexadecimal digits', () => random(32, '0123456789abcdef')],
    ['decimal digits', () => random(39, '0123456789')],
    ['as long as may be', () => random(128)],
  ])('that is %s is good, whichever it is', (_, make) => {
    for (let count = 0; count < 20_000; count++) expect(checkKey(make())).toBeNull();
  });

  it.each([
    '',
    '1',
    'order-4711',
    '1732838400000',
    'abcdefghijklmnopqrst',
    '00000000-0000-0000-0000-000000000000',
    'k'.repeat(40),
    'abcde'.repeat(10),
    random(129),
  ])('that is weak is refused with a sentence: %s', (key) => {
    expect(checkKey(key)).toMatchObject({
      type: 'InvalidInput',
      issues: [{ path: 'idempotencyKey', message: expect.stringContaining('Use a UUID') }],
    });
  });
});
