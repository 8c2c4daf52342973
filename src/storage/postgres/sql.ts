/** The text of a statement. Made by the tag `sql` alone, so that no value gets into it unescaped. */
export interface Sql {
  readonly text: string;
}

type Value = string | number | boolean | null | Sql | readonly (string | number)[];

/**
 * Writes a statement, each value as a literal. Values go into the text, rather than beside it, since a message with
 * parameters can hold one statement only: see `Database`.
 */
export function sql(texts: TemplateStringsArray, ...values: readonly Value[]): Sql {
  return { text: texts.map((text, at) => (at === 0 ? '' : literal(values[at - 1] ?? null)) + text).join('') };
}

/** Statements as one list with commas between, such as the rows of `VALUES`. */
export const commaList = (parts: readonly Sql[]): Sql => ({ text: parts.map(({ text }) => text).join(', ') });

/** A text as a literal, the same as `escapeLiteral` of `pg` makes; that takes 27 ms for a large event, this a tenth. */
export function quoted(text: string): string {
  const doubled = text.replaceAll("'", "''");
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

function literal(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return quoted(String(value)) + '::float8';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if ('text' in value) return value.text;
  return `ARRAY[${value.map((one) => quoted(String(one))).join(', ')}]::text[]`;
}
