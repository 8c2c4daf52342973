import { Kind, parse } from 'graphql';

import { Refusal } from '../refusal';
import { isObject } from './parameters';

const NOT_FOUND = new Refusal(
  400,
  'PERSISTED_QUERY_NOT_FOUND',
  'No document with this id is registered here.',
);
const REQUIRED = new Refusal(
  400,
  'PERSISTED_QUERY_REQUIRED',
  'Only registered documents are answered here: send the id of one.',
);

/** The parameters of a request that name a document, first by GraphQL over HTTP, then as Relay's guide has it. */
const ID_PARAMETERS = ['documentId', 'doc_id'] as const;

/**
 * Fills in the documents that the frontends were built with. A request names one by its id: as `documentId` (also as
 * `sha256:…`), as `doc_id`, or as Apollo's clients do, by `extensions.persistedQuery.sha256Hash`. A query that it sends as
 * well is ignored. Other hashes are left to Apollo Server's automatic persisted queries.
 */
export class TrustedDocuments {
  /** @param only whether all other documents are refused. */
  constructor(
    private readonly documents: ReadonlyMap<string, string>,
    private readonly only: boolean,
  ) {}

  /** The names of the operations in all documents. */
  operationNames(): string[] {
    return [...this.documents.values()].flatMap(namesIn);
  }

  /** Returns the parameters of a request with the document that they name. Other than objects are returned as they are. */
  fillIn(parameters: unknown): unknown {
    if (!isObject(parameters)) return parameters;
    const named = ID_PARAMETERS.map((name) => parameters[name]).find((id) => (id ?? null) !== null);
    const found = this.#find(named, parameters['extensions']);
    if (found === null) return parameters;
    if (found instanceof Refusal) return found;
    const filled: Record<string, unknown> = {
      ...parameters,
      query: found,
      ...withoutHash(parameters['extensions']),
    };
    for (const name of ID_PARAMETERS) delete filled[name];
    return filled;
  }

  /** The document that is named; null if the request may continue as it is. */
  #find(named: unknown, extensions: unknown): string | Refusal | null {
    const automatic = isObject(extensions) ? extensions['persistedQuery'] : undefined;
    const id = named ?? (isObject(automatic) ? automatic['sha256Hash'] : undefined);
    if (id === undefined) return this.only ? REQUIRED : null;
    const document =
      typeof id === 'string'
        ? (this.documents.get(id) ?? this.documents.get(id.replace(/^sha256:/, '')))
        : undefined;
    if (document !== undefined) return document;
    return this.only || named !== undefined ? NOT_FOUND : null;
  }
}

/** The names of the operations in a document; none where it is not GraphQL. */
function namesIn(document: string): string[] {
  try {
    return parse(document).definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.name ? [node.name.value] : [],
    );
  } catch {
    return [];
  }
}

/** The extensions without the hash, which Apollo Server would compare with the document. */
function withoutHash(extensions: unknown): { extensions?: unknown } {
  if (!isObject(extensions)) return extensions === undefined ? {} : { extensions };
  const others = { ...extensions };
  delete others['persistedQuery'];
  return { extensions: others };
}
