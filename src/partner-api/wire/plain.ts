/*
 * Readers of single values in upstream's JSON, in which "missing, null, extra and stringly-typed fields are normal". Each
 * returns null where the value is missing, null or invalid.
 *
 * Event details are read with these alone: they are read hundreds of times a second, and `zod` schemas took eight times
 * as long. `tolerant.ts` makes schemas of these readers for all other responses.
 */

/** The fields of an object; null for anything else. */
export const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;

/** The entries of a list for which `read` does not return null; empty where there is no list. */
export function list<Out>(value: unknown, read: (entry: unknown) => Out | null): Out[] {
  const entries: Out[] = [];
  if (!Array.isArray(value)) return entries;
  for (const entry of value as unknown[]) {
    const known = read(entry);
    if (known !== null) entries.push(known);
  }
  return entries;
}

/** Text that is not blank. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && /\S/.test(value) ? value : null;

/** An id: text that is not blank, as it stands (leading zeros survive), or a number as text. */
export function id(value: unknown): string | null {
  if (typeof value === 'string') return text(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** true or false, also as text. */
export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? value === 'true' : null;
}

const LEAST_INT = -(2 ** 31);
const MOST_INT = 2 ** 31 - 1;

/** A whole number, also as text; within 32 bits, as GraphQL's Int is. */
export function whole(value: unknown): number | null {
  if (typeof value === 'string') return /^-?\d{1,9}$/.test(value) ? Number(value) : null;
  return Number.isInteger(value) && Number(value) >= LEAST_INT && Number(value) <= MOST_INT
    ? Number(value)
    : null;
}

/** An amount as exact decimal text, from a JSON number (57.39) or from text ("57.39"). */
export function decimal(value: unknown): string | null {
  if (typeof value === 'number') return value > -1e15 && value < 1e15 ? decimalText(value) : null;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,10})?$/.test(value) ? value : null;
}

/** A currency by its code in ISO 4217. */
export const currencyCode = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : null;

/** An address that a page may link to: http or https, nothing else. */
export const webAddress = (value: unknown): string | null =>
  typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value) ? value : null;

/**
 * The decimal that a JSON number was written as. A double preserves fifteen digits, so anything beyond them
 * (0.30000000000000004) is a rounding error of the sender.
 */
function decimalText(value: number): string {
  const exact = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  if (exact === '-0') return '0';
  if (!exact.includes('e')) return exact;
  const plain = value.toFixed(10).replace(/\.?0+$/, '');
  return plain === '-0' ? '0' : plain;
}
