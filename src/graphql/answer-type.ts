import Negotiator from 'negotiator';

/** What an answer can be sent as: the older type first, since that is what a client gets that does not choose. */
const TYPES = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
] as const;

export type AnswerType = 'application/json' | 'application/graphql-response+json';

/** The media type of an answer, as `Accept` chooses it; null where it accepts neither. */
export function answerTypeFor(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '' || accept === '*/*') return 'application/json';
  switch (new Negotiator({ headers: { accept } }).mediaType([...TYPES])) {
    case TYPES[0]:
      return 'application/json';
    case TYPES[1]:
      return 'application/graphql-response+json';
    default:
      return null;
  }
}
