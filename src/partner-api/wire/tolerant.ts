import { z } from 'zod';

/*
 * Upstream's JSON is validated, and forgiven: "missing, null, extra and stringly-typed fields are normal". A field that
 * cannot be made sense of counts as absent; an entry of a list that lacks what it is for is left out.
 */

/** `schema`, or null where the value is missing, null or senseless. */
export const maybe = <Out>(schema: z.ZodType<Out>) =>
  schema
    .nullish()
    .catch(null)
    .transform((value): Out | null => value ?? null);

/** The entries of a list that satisfy `schema`; empty where there is no list. */
export const listOf = <Out>(schema: z.ZodType<Out>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries): Out[] =>
      entries.flatMap((entry) => {
        const read = schema.safeParse(entry);
        return read.success ? [read.data] : [];
      }),
    );

/** An id: text as it stands (leading zeros survive), or a number as text. */
export const id = z.union([z.string().min(1), z.number().transform(String)]);

/** The id of an event: "15 or 16 characters", letters and digits. */
export const eventId = z.string().regex(/^[0-9A-Za-z]{15,16}$/);

/** A currency by its code in ISO 4217. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** Text that says something. */
export const text = z.string().refine((value) => value.trim() !== '');

/** true or false, also spelt out. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

/** A whole number, also as text; within 32 bits, as GraphQL's Int is. */
export const whole = z.union([
  z.int32(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
]);

/** A span of time in seconds, also as text: not negative, and no longer than anybody could wait. */
export const seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}(\.\d{1,9})?$/)
      .transform(Number),
  ])
  .refine((value) => value >= 0 && value < 1e9);

/** An amount as exact decimal text, from a JSON number (57.39) or from text ("57.39"). */
export const decimal = z.union([
  z.number().gt(-1e15).lt(1e15).transform(decimalText),
  z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/),
]);

/** An address that a page may link to: http or https, nothing else. */
export const webAddress = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:';
});

/**
 * The decimal that a JSON number was written as. Fifteen digits survive the way through a double, so anything beyond
 * them (0.30000000000000004) is noise from somebody's addition.
 */
function decimalText(value: number): string {
  const exact = String(Number(value.toPrecision(15)));
  if (!exact.includes('e')) return exact;
  const plain = value.toFixed(10).replace(/\.?0+$/, '');
  return plain === '-0' ? '0' : plain;
}
