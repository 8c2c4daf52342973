import { GraphQLError } from 'graphql';

/** The most that one request may ask for. Each is a setting: what it means is described in `src/settings`. */
export interface Limits {
  readonly bodyBytes: number;
  readonly jsonDepth: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly fragments: number;
  readonly listSize: number;
  readonly cost: number;
}

/** The limits that are reported as a GraphQL error. (A body that is too large has a status of its own.) */
export type LimitName = Exclude<keyof Limits, 'bodyBytes'>;

/** What each limit counts, for the sentence in its error: "The request has 20 …". */
const counted: Readonly<Record<LimitName, (most: number) => string>> = {
  jsonDepth: (most) => `JSON nested deeper than ${most} levels`,
  tokens: (most) => `a document of more than ${most} tokens`,
  depth: (most) => `fields nested deeper than ${most} levels`,
  aliases: (most) => `more than ${most} aliases and repeated fields`,
  rootFields: (most) => `more than ${most} root fields`,
  directives: (most) => `more than ${most} directives`,
  fragments: (most) => `more than ${most} fragments, each counted wherever it is spread`,
  listSize: (most) => `a list of more than ${most} entries`,
  cost: (most) => `a cost of more than ${most}`,
};

/**
 * The refusal of a request over a limit: `OVER_LIMIT`, with the limit's name, the most that it allows and, if the whole
 * was counted, the amount requested.
 */
export function overLimit(limit: LimitName, most: number, asked?: number): GraphQLError {
  const tail = asked === undefined ? '' : `: it is ${asked}`;
  return new GraphQLError(`The request is refused, for ${counted[limit](most)}${tail}.`, {
    extensions: { code: 'OVER_LIMIT', limit, most, ...(asked !== undefined && { asked }) },
  });
}
