import { z } from 'zod';

/** What people need to know about a setting. The complaint about a wrong value and docs/settings.md are made of it. */
export interface About {
  /** What the setting decides, as a sentence. */
  readonly what: string;
  /** What a number counts, such as `seconds`. */
  readonly unit?: string;
  /** Why it has this default, or when to change it. */
  readonly why?: string;
  /** The default in words, where it depends on something or is the absence of the setting. */
  readonly byDefault?: string;
  /** What a usable value looks like: completes "NAME cannot be used: …". */
  readonly expected?: string;
}

const registry = z.registry<About>();

/** Attaches its description to a setting. */
export const setting = <Kind extends z.ZodType>(kind: Kind, about: About): Kind => {
  registry.add(kind, about);
  return kind;
};

/** The description of a setting. */
export function aboutSetting(kind: z.ZodType): About {
  const about = registry.get(kind);
  if (!about) throw new Error('A setting without a description.');
  return about;
}

/** Seconds, fractions included, up to a day. */
export const seconds = (fallback: number) => z.coerce.number().positive().max(86_400).default(fallback);

/** A whole number from 1 on. */
export const count = (fallback: number, most: number) =>
  z.coerce.number().int().min(1).max(most).default(fallback);

/** A limit; 0 removes it. */
export const limit = (most: number) => z.coerce.number().int().min(0).max(most);

/** A TCP port; 0: any free one. */
export const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

/** A part of a whole, from 0 (none) to 1 (all). */
export const part = (fallback: number) => z.coerce.number().min(0).max(1).default(fallback);

/** Several values with commas between. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);

/** The numbers that a setting takes, such as `a whole number from 1 to 1024`; undefined if it takes no numbers. */
export function rangeOf(kind: z.ZodType): string | undefined {
  const inner = kind instanceof z.ZodDefault || kind instanceof z.ZodOptional ? kind.unwrap() : kind;
  if (!(inner instanceof z.ZodNumber)) return undefined;
  const { minValue, maxValue, isInt } = inner;
  if (isInt) return `a whole number from ${minValue} to ${maxValue}`;
  return inner.safeParse(minValue).success
    ? `a number from ${minValue} to ${maxValue}`
    : `a number above ${minValue} and up to ${maxValue}`;
}
