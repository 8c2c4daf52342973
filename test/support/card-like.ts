/** The digit that makes `digits` pass the Luhn check. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let at = digits.length - 1, factor = 2; at >= 0; at--, factor = 3 - factor) {
    const value = Number(digits.charAt(at)) * factor;
    sum += Math.floor(value / 10) + (value % 10);
  }
  return String((10 - (sum % 10)) % 10);
}

/** A source of chance: a whole number from 0 to `below - 1`. */
export type Chance = (below: number) => number;

function pick(chance: Chance, alphabet: string, count: number): string {
  let text = '';
  while (text.length < count) text += alphabet.charAt(chance(alphabet.length));
  return text;
}

const DIGITS = '0123456789';
const HEX = '0123456789ABCDEF';
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `count` digits that a card could have: they begin as cards do, and pass the Luhn check. */
export function cardLike(chance: Chance, count: number): string {
  const digits = pick(chance, '3456', 1) + pick(chance, DIGITS, count - 2);
  return digits + luhnDigit(digits);
}

/** The shapes that ids have upstream. All but `word` can look like a card number. */
export const SHAPES = ['hex', 'word', 'digits', 'card', 'card with letters'] as const;
export type Shape = (typeof SHAPES)[number];

/** A random id of `length` letters and digits. */
export function idOfShape(shape: Shape, length: number, chance: Chance): string {
  switch (shape) {
    case 'hex':
      return pick(chance, HEX, length);
    case 'word':
      return pick(chance, WORD, length);
    case 'digits':
      return pick(chance, DIGITS, length);
    case 'card':
      return cardLike(chance, length);
    case 'card with letters': {
      const letters = length - 13;
      const before = chance(letters + 1);
      return pick(chance, 'ABCDEF', before) + cardLike(chance, 13) + pick(chance, 'ABCDEF', letters - before);
    }
  }
}
