import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The older content type of GraphQL responses, for clients that do not choose. */
export const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';
export const STREAM_TYPE = 'text/event-stream';
const PAGE_TYPE = 'text/html';

/** The content types of a whole GraphQL response. */
export type GraphQLType = typeof JSON_TYPE | typeof RESPONSE_TYPE;

/** In which form a GraphQL request is answered: as one response, or as an event stream. */
export type AnswerForm = 'whole' | 'stream';

/** What a client accepts of all that this server can send. */
export interface Accepted {
  /** The type of GraphQL response that it prefers; null: none. */
  readonly graphql: GraphQLType | null;
  /** Whether it accepts an event stream. */
  readonly stream: boolean;
  /** Whether it names event streams among what it accepts, so that it can read one. */
  readonly namesStream: boolean;
  /** Whether it prefers an event stream to a GraphQL response. */
  readonly prefersStream: boolean;
  /** Whether it prefers a page to everything else, as a browser does that opens an address. */
  readonly prefersPage: boolean;
}

const NAMES_STREAM = /\btext\/(event-stream|\*)/i;

const ANYTHING: Accepted = {
  graphql: JSON_TYPE,
  stream: true,
  namesStream: false,
  prefersStream: false,
  prefersPage: false,
};

/** Results for the latest values of `Accept`: there are few honest ones. */
const negotiated = new LRUCache<string, Accepted>({ max: 100, memoMethod: negotiate });

/** What a value of the header `Accept` means here. Without one, anything is accepted. */
export function acceptedBy(accept: string | undefined): Accepted {
  if (accept === undefined || accept === '' || accept === '*/*') return ANYTHING;
  return negotiated.memo(accept);
}

function negotiate(accept: string): Accepted {
  const order = new Negotiator({ headers: { accept } }).mediaTypes([
    JSON_TYPE,
    RESPONSE_TYPE,
    STREAM_TYPE,
    PAGE_TYPE,
  ]);
  const isGraphQL = (type: string): type is GraphQLType => type === JSON_TYPE || type === RESPONSE_TYPE;
  return {
    graphql: order.find(isGraphQL) ?? null,
    stream: order.includes(STREAM_TYPE),
    namesStream: order.includes(STREAM_TYPE) && NAMES_STREAM.test(accept),
    prefersStream: order.find((type) => type !== PAGE_TYPE) === STREAM_TYPE,
    prefersPage: order[0] === PAGE_TYPE,
  };
}
