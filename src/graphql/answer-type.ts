import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** What an answer can be sent as: the older type first, since that is what a client gets that does not choose. */
const TYPES = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
] as const;

export type AnswerType = 'application/json' | 'application/graphql-response+json';

/** What was chosen for the latest values of `Accept`: there are few honest ones. */
const chosen = new LRUCache<string, { readonly type: AnswerType | null }>({
  max: 100,
  memoMethod: (accept) => ({ type: choose(accept) }),
});

/** The media type of an answer, as `Accept` chooses it; null where it accepts neither. */
export function answerTypeFor(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '' || accept === '*/*') return 'application/json';
  return chosen.memo(accept).type;
}

function choose(accept: string): AnswerType | null {
  switch (new Negotiator({ headers: { accept } }).mediaType([...TYPES])) {
    case TYPES[0]:
      return 'application/json';
    case TYPES[1]:
      return 'application/graphql-response+json';
    default:
      return null;
  }
}
