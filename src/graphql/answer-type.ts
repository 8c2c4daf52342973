import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The content type of what a client gets that does not choose: the older one. */
export const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What an answer can be sent as. */
export type AnswerType = typeof JSON_TYPE | typeof RESPONSE_TYPE;

const TYPES: readonly AnswerType[] = [JSON_TYPE, RESPONSE_TYPE];

/** What was chosen for the latest values of `Accept`: there are few honest ones. */
const chosen = new LRUCache<string, { readonly type: AnswerType | null }>({
  max: 100,
  memoMethod: (accept) => ({ type: choose(accept) }),
});

/** The content type of an answer, as `Accept` (and so Apollo Server) chooses it; null where it accepts neither. */
export function answerTypeFor(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '' || accept === '*/*') return JSON_TYPE;
  return chosen.memo(accept).type;
}

const choose = (accept: string): AnswerType | null => {
  const type = new Negotiator({ headers: { accept } }).mediaType([...TYPES]);
  return TYPES.find((known) => known === type) ?? null;
};
