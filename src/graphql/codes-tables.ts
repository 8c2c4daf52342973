import { type GraphQLSchema, isEnumType } from 'graphql';

import { ERRORS, type ErrorAdvice, FAILURES } from './error-codes';

/*
 * The tables of codes in docs/frontend-guide.md, as Markdown.
 */

/** The codes of failures, with what their descriptions in the schema say. */
export function failureTable(schema: GraphQLSchema): string {
  const codes = schema.getType('FailureCode');
  if (!isEnumType(codes)) throw new Error('The schema has no enum FailureCode.');
  const advice = new Map(Object.entries(FAILURES));
  const rows = codes.getValues().map(({ name, description }) => {
    const [, failure = '', means = ''] = /^In (`\w+`): ([^]+)$/.exec(description ?? '') ?? [];
    const { show = '', act = '' } = advice.get(name) ?? {};
    return [`\`${name}\``, failure, firstSentence(means), show, act];
  });
  return table(['code', 'in', 'what it means', 'show', 'do'], rows);
}

/** The codes of GraphQL errors. */
export const errorTable = (): string =>
  table(
    ['`extensions.code`', 'status', 'what it means', 'show', 'do'],
    Object.entries<ErrorAdvice>(ERRORS).map(([name, { status = '', means, show, act }]) => [
      `\`${name}\``,
      status,
      means,
      show,
      act,
    ]),
  );

/** Descriptions go on to say what to do; the table has a column for that. */
function firstSentence(description: string): string {
  const sentence = description.replaceAll('\n', ' ').split(/(?<=\.) (?=[A-Z])/)[0] ?? '';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => (cell || '–').replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
