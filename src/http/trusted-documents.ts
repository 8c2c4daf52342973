import { readFileSync } from 'node:fs';

import { z } from 'zod';

import type { Refusal } from './refusal';

/** What `PERSISTED_QUERIES` names cannot be used. The message is a sentence for whoever set it. */
export class ManifestUnusable extends Error {}

const manifest = z.record(z.string().min(1), z.string().min(1));

/**
 * The documents of a manifest by their hashes, as the client preset of graphql-codegen writes it
 * (`persisted-documents.json`). The hashes are keys and no more: which algorithm made them does not matter.
 *
 * @throws ManifestUnusable
 */
export function readManifest(path: string): ReadonlyMap<string, string> {
  let read: z.infer<typeof manifest>;
  try {
    read = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new ManifestUnusable(
      'PERSISTED_QUERIES cannot be used: give the path of a JSON file of documents by their hashes, such as the ' +
        'persisted-documents.json that graphql-codegen writes.',
    );
  }
  return new Map(Object.entries(read));
}

/** A request with its document filled in where it was named by a hash, or why it is refused. */
export type Resolved<Params> = { readonly params: Params } | { readonly refusal: Refusal };

const NOT_FOUND: Refusal = {
  status: 400,
  code: 'PERSISTED_QUERY_NOT_FOUND',
  message: 'No document of this hash is known here.',
};
const REQUIRED: Refusal = {
  status: 400,
  code: 'PERSISTED_QUERY_REQUIRED',
  message: 'Only documents that were registered beforehand are answered here: send the hash of one.',
};

/**
 * Fills in the documents that the frontends were built with. A request names one by `documentId` (the hash, also as
 * `sha256:…`) or by `extensions.persistedQuery.sha256Hash`; text that it sends along counts for nothing. Whatever else
 * names a hash is left to Apollo Server's automatic persisted queries.
 */
export class TrustedDocuments {
  /** @param only whether nothing but these documents is answered. */
  constructor(
    private readonly documents: ReadonlyMap<string, string>,
    private readonly only: boolean,
  ) {}

  /** @param body of a POST, parsed. What is no object is not looked at: it is nothing that could be answered. */
  inBody(body: unknown): Resolved<unknown> {
    if (!isObject(body)) return { params: body };
    const found = this.#find(body['documentId'], body['extensions']);
    if (found === null) return { params: body };
    if (typeof found !== 'string') return { refusal: found };
    const params: Record<string, unknown> = { ...body, query: found };
    delete params['documentId'];
    delete params['extensions'];
    return { params: { ...params, ...withoutHash(body['extensions']) } };
  }

  /** @param search of a GET. */
  inSearch(search: URLSearchParams): Resolved<URLSearchParams> {
    const extensions = jsonOf(search.get('extensions'));
    const found = this.#find(search.get('documentId') ?? undefined, extensions);
    if (found === null) return { params: search };
    if (typeof found !== 'string') return { refusal: found };
    const params = new URLSearchParams(search);
    params.delete('documentId');
    params.delete('extensions');
    params.set('query', found);
    for (const [name, value] of Object.entries(withoutHash(extensions))) {
      params.set(name, JSON.stringify(value));
    }
    return { params };
  }

  /** The document that is named; null where the request may go on as it is. */
  #find(documentId: unknown, extensions: unknown): string | Refusal | null {
    const automatic = isObject(extensions) ? extensions['persistedQuery'] : undefined;
    const hash = documentId ?? (isObject(automatic) ? automatic['sha256Hash'] : undefined);
    if (hash === undefined) return this.only ? REQUIRED : null;
    const document =
      typeof hash === 'string'
        ? (this.documents.get(hash) ?? this.documents.get(hash.replace(/^sha256:/, '')))
        : undefined;
    if (document !== undefined) return document;
    return this.only || documentId !== undefined ? NOT_FOUND : null;
  }
}

/** The extensions without the hash, which Apollo Server would hold against the document. */
function withoutHash(extensions: unknown): { extensions?: unknown } {
  if (!isObject(extensions)) return extensions === undefined ? {} : { extensions };
  const others = { ...extensions };
  delete others['persistedQuery'];
  return { extensions: others };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON in an address; undefined for what is none, which Apollo Server then refuses. */
function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
