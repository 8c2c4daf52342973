import { z } from 'zod';

import * as plain from './plain';

/*
 * Schemas for upstream's JSON, in which "missing, null, extra and stringly-typed fields are normal". An invalid field
 * counts as absent; a list's entry without its essential fields is left out.
 */

/** `schema`, or null where the value is missing, null or invalid. */
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

/** A schema that reads a value by a plain reader. */
const by = <Out>(read: (value: unknown) => Out | null) =>
  z.unknown().transform((value, context) => {
    const known = read(value);
    if (known !== null) return known;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

export const id = by(plain.id);
export const currencyCode = by(plain.currencyCode);
export const text = by(plain.text);
export const flag = by(plain.flag);
export const whole = by(plain.whole);
export const decimal = by(plain.decimal);
export const webAddress = by(plain.webAddress);

/** The id of an event: "15 or 16 characters", letters and digits. */
export const eventId = z.string().regex(/^[0-9A-Za-z]{15,16}$/);

/** A duration in seconds, also as text: not negative, and under 1e9. */
export const seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}(\.\d{1,9})?$/)
      .transform(Number),
  ])
  .refine((value) => value >= 0 && value < 1e9);
