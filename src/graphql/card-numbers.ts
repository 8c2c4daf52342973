/** A number without the letters around it: groups of digits with one separator between, and perhaps a plus in front. */
const RUN = /\+?[0-9]+(?: [0-9]+)*/g;
/** Random ids: their hexadecimal groups may by chance be digits only. */
const UUID = /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])/gi;
/** Cipher text, as long as any RSA key in use makes it. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SHORTEST_CIPHER_TEXT = 100;

/** What people and programs put between groups of digits: blanks, hyphens and dashes, minus signs, dots, bullets. */
const SEPARATOR = /[\p{Zs}\p{Pd}.\u02D7\u00B7\u2022\u2027\u2043\u2212]/u;
/** Soft hyphens, zero-width blanks, marks of direction: they are there, but nobody sees them. */
const INVISIBLE = /\p{DI}/u;
const DECIMAL_DIGIT = /\p{Nd}/u;

const FEWEST_DIGITS = 13;
const MOST_DIGITS = 19;
/** "+" and up to this many digits is an international phone number (E.164). */
const LONGEST_PHONE_NUMBER = 15;

const ZERO = 0x30;
const NINE = 0x39;

/** A piece of a text, from the first index to the one after the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a plausible card number stands in the clear somewhere in `value`, which is JSON-like: in any string, at any
 * depth, or as a whole number. Keys are not searched. Plausible are 13 to 19 digits of any script that pass the Luhn
 * check and begin as cards do, with at most one separator between two digits and anything but a digit around.
 * "Plain card numbers must never pass through anything in between."
 */
export function holdsCardNumber(value: unknown): boolean {
  // A list of what is still to be searched instead of recursion: depth costs memory then, never the stack.
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' || typeof next === 'bigint' || Number.isInteger(next)) {
      if (cardNumbersIn(String(next)).length > 0) return true;
    } else if (typeof next === 'object' && next !== null) {
      for (const inner of Object.values(next)) open.push(inner);
    }
  }
  return false;
}

/** `text` with "[card number]" in place of each plausible card number, so that it may be logged and answered. */
export function withoutCardNumbers(text: string): string {
  let rest = '';
  let done = 0;
  for (const { from, to } of cardNumbersIn(text)) {
    rest += `${text.slice(done, from)}[card number]`;
    done = to;
  }
  return rest + text.slice(done);
}

/** Where card numbers stand in `text`, in order and apart from each other. */
function cardNumbersIn(text: string): Span[] {
  if (text.length < FEWEST_DIGITS || (text.length >= SHORTEST_CIPHER_TEXT && BASE64.test(text))) return [];
  const { plain, places } = plainly(text.replace(UUID, (uuid) => 'x'.repeat(uuid.length)));
  const found: Span[] = [];
  for (const { 0: run, index } of plain.matchAll(RUN)) {
    for (const { from, to } of cardNumbersInRun(run)) {
      const start = places[index + from] ?? 0;
      const end = places[index + to] ?? text.length;
      const last = found.at(-1);
      if (last && start < last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, end) };
      else found.push({ from: start, to: end });
    }
  }
  return found;
}

/**
 * `text` with one character for each visible one: ASCII digits for digits of any script, a blank for any separator, "+",
 * and "x" for all else. `places[i]` is where `plain[i]` stands in `text`.
 */
function plainly(text: string): { plain: string; places: number[] } {
  const places: number[] = [];
  const known = new Map<string, string>();
  let plain = '';
  let at = 0;
  for (const character of text) {
    let kind = known.get(character);
    if (kind === undefined) known.set(character, (kind = kindOf(character)));
    if (kind !== '') {
      plain += kind;
      places.push(at);
    }
    at += character.length;
  }
  return { plain, places };
}

/** What a character counts as: a digit, a blank, "+", "x", or nothing at all. */
function kindOf(character: string): string {
  if (INVISIBLE.test(character)) return '';
  const usual = character.normalize('NFKC');
  const code = usual.codePointAt(0) ?? 0;
  if (usual.length > String.fromCodePoint(code).length) return 'x';
  if (SEPARATOR.test(usual)) return ' ';
  if (DECIMAL_DIGIT.test(usual)) return digitOf(code);
  return usual === '+' ? '+' : 'x';
}

/** Unicode keeps the digits of a script together and in order, from zero to nine. */
function digitOf(code: number): string {
  let zero = code;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/**
 * The card numbers made of whole groups of `run`, by their start; they may overlap. From each group it looks at no more
 * than 19 digits, so the time is linear.
 */
function cardNumbersInRun(run: string): Span[] {
  if (run.startsWith('+') && run.replace(/[+ ]/g, '').length <= LONGEST_PHONE_NUMBER) return [];
  const found: Span[] = [];
  for (let from = 0; from < run.length; from++) {
    if (!isDigitAt(run, from) || isDigitAt(run, from - 1)) continue;
    const to = endOfCardNumber(run, from);
    if (to !== null) found.push({ from, to });
  }
  return found;
}

/** The index after the longest card number of whole groups that begins at `from`, or null if none does. */
function endOfCardNumber(run: string, from: number): number | null {
  const first = run.charCodeAt(from) - ZERO;
  if (first < 2 || first > 6) return null;
  let end: number | null = null;
  // Which digits Luhn doubles is known only at the end: one sum doubles the first, third, …, the other the rest.
  const sums: [number, number] = [0, 0];
  let onlyThisDigit = true;
  let count = 0;
  for (let at = from; at < run.length && count < MOST_DIGITS; at++) {
    if (!isDigitAt(run, at)) continue;
    const digit = run.charCodeAt(at) - ZERO;
    // A date of this century, such as 20150821 020000, and no card's beginning.
    if (count === 1 && first === 2 && digit === 0) return null;
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    sums[0] += count % 2 === 0 ? doubled : digit;
    sums[1] += count % 2 === 1 ? doubled : digit;
    onlyThisDigit &&= digit === first;
    count++;
    if (count < FEWEST_DIGITS || onlyThisDigit || isDigitAt(run, at + 1)) continue;
    // Timestamps in milliseconds have 13 digits, too, and begin with 1 or, in thirty years, with 2.
    if (count === FEWEST_DIGITS && first < 3) continue;
    if (sums[count % 2 === 0 ? 0 : 1] % 10 === 0) end = at + 1;
  }
  return end;
}

function isDigitAt(run: string, at: number): boolean {
  const code = run.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}
