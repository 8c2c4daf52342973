import { readFileSync } from 'node:fs';

import { z } from 'zod';

/** The file that `PERSISTED_QUERIES` names is unusable. The message is a sentence for the operator. */
export class ManifestUnusable extends Error {}

const text = z.string().min(1);

/** Documents by their ids, each with the id under which clients name it. */
type Documents = readonly (readonly [id: string, document: string])[];

/**
 * The client preset of graphql-codegen (`persisted-documents.json`) and relay-compiler (`persisted_queries.json`) write
 * texts by their ids.
 */
const texts = z.record(text, text).transform((read): Documents => Object.entries(read));

/** Apollo Client, Apollo iOS and Apollo Kotlin write a list that names its format. Other properties do not matter. */
const apollo = z
  .object({
    format: z.literal('apollo-persisted-query-manifest'),
    version: z.literal(1),
    operations: z.array(z.object({ id: text, body: text })),
  })
  .transform(({ operations }): Documents => operations.map(({ id, body }) => [id, body]));

/** What Apollo iOS calls `legacyAPQ` and Apollo Kotlin `operationOutput`: sources by their ids. */
const apolloLegacy = z
  .record(text, z.object({ source: text }))
  .transform((read): Documents => Object.entries(read).map(([id, { source }]) => [id, source]));

const manifest = z.union([texts, apollo, apolloLegacy]);

const unusable = (why: string): ManifestUnusable =>
  new ManifestUnusable(`PERSISTED_QUERIES cannot be used: ${why}`);

/**
 * The documents of a manifest by their ids. Its form is recognized by its content. Ids are only keys: it does not matter by
 * which algorithm, and of which text, they were computed.
 *
 * @throws ManifestUnusable
 */
export function readManifest(path: string): ReadonlyMap<string, string> {
  const result = manifest.safeParse(jsonIn(path));
  if (!result.success) {
    throw unusable(
      'the file has none of the known forms. Give the persisted-documents.json of graphql-codegen or the ' +
        'persisted_queries.json of relay-compiler ({"id": "document"}), a manifest of Apollo\'s tools ' +
        '({"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id", "body"}]}), or the ' +
        'older one of Apollo iOS and Kotlin ({"id": {"source": "document"}}).',
    );
  }
  const documents = new Map<string, string>();
  for (const [id, document] of result.data) {
    if ((documents.get(id) ?? document) !== document)
      throw unusable('it has two different documents of one id. Generate it again.');
    documents.set(id, document);
  }
  return documents;
}

function jsonIn(path: string): unknown {
  let read: string;
  try {
    read = readFileSync(path, 'utf8');
  } catch {
    throw unusable('give the path of a file that this process may read.');
  }
  try {
    return JSON.parse(read.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw unusable('the file is not JSON.');
  }
}
