import { isCartId, newCartId, newToken, readToken } from '../../src/carts/token';

describe('L8: the id of a cart', () => {
  it('is 24 characters that need no encoding, of 144 random bits', () => {
    const ids = Array.from({ length: 1000 }, newCartId);
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) {
      expect(isCartId(id)).toBe(true);
      expect(encodeURIComponent(id)).toBe(id);
    }
    // Every bit is now 0 and now 1: none is lost to padding or a prefix.
    const bytes = ids.map((id) => Buffer.from(id, 'base64url'));
    for (let bit = 0; bit < 144; bit++) {
      const ones = bytes.filter((each) => ((each[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
      expect(ones).toBeGreaterThan(350);
      expect(ones).toBeLessThan(650);
    }
  });

  it.each([
    '',
    'A'.repeat(23),
    'A'.repeat(25),
    `${'A'.repeat(23)}=`,
    `${'A'.repeat(23)}/`,
    `${'A'.repeat(24)}\n`,
  ])('is not "%s"', (text) => expect(isCartId(text)).toBe(false));
});

describe('a polling token', () => {
  it('is read back as the cart and the operation that it names', () => {
    for (const operation of [0, 1, 9, 255]) {
      const cartId = newCartId();
      expect(readToken(newToken(cartId, operation))).toEqual({ cartId, operation });
    }
  });

  it('is another each time', () => {
    const cartId = newCartId();
    expect(new Set(Array.from({ length: 1000 }, () => newToken(cartId, 0))).size).toBe(1000);
  });

  it.each([
    '',
    'A'.repeat(31),
    'A'.repeat(33),
    `${'A'.repeat(31)}=`,
    `${'A'.repeat(31)}.`,
    `${'A'.repeat(32)}\n`,
  ])('is not "%s"', (text) => expect(readToken(text)).toBeNull());
});
