/** Groups of digits with single separators between, with an optional plus in front. NUL is an invisible character. */
const RUN = /\+?[0-9][0-9 .\0-]*/g;
/** The first of two separators in a row: there a number ends. */
const GAP = /[ .-](?=[ .-])/g;
/** Random ids: their hexadecimal groups can consist of digits by chance. */
const UUID =
  /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])/gi;
/** A token of Ticketmaster's wallet and nothing else, for the same reason. */
const WALLET_TOKEN = /^wallet-(?:wallet-)?[0-9a-f]{32}$/i;
/** Characters that are not base64, except at its end. */
const NOT_BASE64 = /[^A-Za-z0-9+/]/;
/** Cipher text is at least as long as this with any RSA key in use. */
const SHORTEST_CIPHER_TEXT = 100;

/** Separators between groups of digits: blanks, hyphens and dashes, minus signs, dots, bullets. */
const SEPARATOR = /[\p{Zs}\p{Pd}.\u02D7\u00B7\u2022\u2027\u2043\u2212]/u;
/** Invisible characters: soft hyphens, zero-width blanks, marks of direction. */
const INVISIBLE = /\p{DI}/u;
const DECIMAL_DIGIT = /\p{Nd}/u;

const FEWEST_DIGITS = 13;
const MOST_DIGITS = 19;
/** "+" and up to this many digits is an international phone number (E.164). */
const LONGEST_PHONE_NUMBER = 15;

const ZERO = 0x30;
const NINE = 0x39;
/** The last ASCII character. */
const ASCII = 0x7f;

/** A piece of a text, from the first index to the one after the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A place within a value: a key, and the place that it is in. */
interface Place {
  readonly key: string;
  readonly within: Place | null;
}

/**
 * The keys that lead to the first plausible card number in the clear in `value`, which is JSON-like: to any string, at any
 * depth, or a whole number. Null if there is none. Keys are not searched. Plausible are 13 to 19 digits of any script that
 * pass the Luhn check and begin as cards do, with at most one separator between two digits, and no digit next to them.
 * "Plain card numbers must never pass through anything in between."
 */
export function placeOfCardNumber(value: unknown): readonly string[] | null {
  // A list of the values still to be searched, instead of recursion: deep values take memory, not stack.
  const open: { readonly value: unknown; readonly place: Place | null }[] = [{ value, place: null }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: inner, place } = next;
    if (typeof inner === 'string' || typeof inner === 'bigint' || Number.isInteger(inner)) {
      const text = String(inner);
      if (!hasFewDigits(text) && !cardNumbersIn(text).next().done) return keysTo(place);
    } else if (typeof inner === 'object' && inner !== null) {
      for (const [key, entry] of Object.entries(inner).reverse())
        open.push({ value: entry, place: { key, within: place } });
    }
  }
  return null;
}

function keysTo(place: Place | null): readonly string[] {
  const keys: string[] = [];
  for (let at = place; at; at = at.within) keys.push(at.key);
  return keys.reverse();
}

/** Whether `value` contains a plausible card number, as `placeOfCardNumber` finds it. */
export const holdsCardNumber = (value: unknown): boolean => placeOfCardNumber(value) !== null;

/** `text` with "[card number]" in place of each plausible card number, so that it may be logged and returned. */
export function withoutCardNumbers(text: string): string {
  if (hasFewDigits(text)) return text;
  let rest = '';
  let done = 0;
  for (const { from, to } of cardNumbersIn(text)) {
    if (from >= done) rest += `${text.slice(done, from)}[card number]`;
    done = Math.max(done, to);
  }
  return rest + text.slice(done);
}

/** The card numbers in `text`, by their start. They may overlap. */
function* cardNumbersIn(text: string): Generator<Span> {
  if (isCipherText(text) || WALLET_TOKEN.test(text)) return;
  for (const { 0: run, index } of plainly(text).matchAll(RUN)) {
    for (const { from, to } of cardNumbersInRun(run)) yield { from: index + from, to: index + to };
  }
}

/** Whether `text` has too few ASCII digits for a card number. Text with other characters is never ruled out. */
function hasFewDigits(text: string): boolean {
  if (text.length < FEWEST_DIGITS) return true;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > ASCII) return false;
    if (isDigitAt(text, at) && ++digits === FEWEST_DIGITS) return false;
  }
  return true;
}

const isCipherText = (text: string): boolean =>
  text.length >= SHORTEST_CIPHER_TEXT && !NOT_BASE64.test(text.replace(/={1,2}$/, ''));

/** `text`, at the same length, with digits of any script as ASCII digits, and separators in the form that `RUN` expects. */
function plainly(text: string): string {
  const known = new Map<string, string>();
  return text
    .replace(UUID, (uuid) => 'x'.repeat(uuid.length))
    .replace(/[^\0-\x7F]/gu, (character) => {
      const kind = known.get(character) ?? kindOf(character).padEnd(character.length, '\0');
      known.set(character, kind);
      return kind;
    })
    .replace(GAP, 'x');
}

/** The ASCII character for one outside ASCII: a digit, a blank, "+", NUL for an invisible one, or else "x". */
function kindOf(character: string): string {
  if (INVISIBLE.test(character)) return '\0';
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
 * The card numbers made of whole groups of `run`, the longest from each group on. Luhn's sums are precomputed, so a check
 * is one subtraction. From a group there are seven possible ends, so the time is linear.
 */
function* cardNumbersInRun(run: string): Generator<Span> {
  const { count, places, even, odd, streaks } = digitsOf(run);
  if (run.startsWith('+') && count <= LONGEST_PHONE_NUMBER) return;
  for (let start = 0; start + FEWEST_DIGITS <= count; start++) {
    const from = places[start] ?? 0;
    if (isDigitAt(run, from - 1)) continue;
    const fewest = fewestDigits(run.charAt(from), run.charAt(places[start + 1] ?? 0));
    for (let end = Math.min(start + MOST_DIGITS, count); end >= start + fewest; end--) {
      let to = (places[end - 1] ?? 0) + 1;
      // The last digit is never doubled, so the doubled digits are at places of the same parity as `end`.
      const sums = end % 2 === 0 ? even : odd;
      if (isDigitAt(run, to) || ((sums[end] ?? 0) - (sums[start] ?? 0)) % 10 !== 0) continue;
      if ((streaks[end] ?? 0) <= start) continue;
      while (run.charAt(to) === '\0') to++;
      yield { from, to };
      break;
    }
  }
}

/** The fewest digits of a card number that begins with these two. Infinity if none begins so. */
function fewestDigits(first: string, second: string): number {
  if (first < '2' || first > '6') return Infinity;
  if (first > '2') return FEWEST_DIGITS;
  // 20150821 020000 is a date; and in thirty years timestamps of 13 digits, in milliseconds, will begin with 2.
  return second === '0' ? Infinity : FEWEST_DIGITS + 1;
}

/**
 * The number of digits in `run`, and the index of each. Also, for the digits up to each: Luhn's sums, once with the digits
 * at even places doubled, once with those at odd places (the two digits of a doubled digit above 9 are added); and the
 * number of the digit at which the streak of equal digits that ends there began.
 */
function digitsOf(run: string) {
  const places = new Uint32Array(run.length);
  const even = new Uint32Array(run.length + 1);
  const odd = new Uint32Array(run.length + 1);
  const streaks = new Uint32Array(run.length + 1);
  let count = 0;
  let [evenSum, oddSum, streak, previous] = [0, 0, 0, -1];
  for (let at = 0; at < run.length; at++) {
    if (!isDigitAt(run, at)) continue;
    const digit = run.charCodeAt(at) - ZERO;
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    evenSum += count % 2 === 0 ? doubled : digit;
    oddSum += count % 2 === 0 ? digit : doubled;
    if (digit !== previous) streak = count;
    previous = digit;
    places[count++] = at;
    even[count] = evenSum;
    odd[count] = oddSum;
    streaks[count] = streak;
  }
  return { count, places, even, odd, streaks };
}

function isDigitAt(run: string, at: number): boolean {
  const code = run.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}
