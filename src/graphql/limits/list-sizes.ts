import { type GraphQLError } from 'graphql';

import { type Limits, overLimit } from './limits';

/** What of `variables`, as they came, is a list over the limit; null where nothing is. Linear in their size. */
export function checkVariables(variables: unknown, limits: Limits): GraphQLError | null {
  const longest = longestList(variables);
  return longest > limits.listSize ? overLimit('listSize', limits.listSize, longest) : null;
}

/** The entries of the longest list in `value`, at any depth. How deep it is was bounded before it was parsed. */
function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let most = Array.isArray(value) ? value.length : 0;
  for (const entry of Object.values(value) as unknown[]) most = Math.max(most, longestList(entry));
  return most;
}
