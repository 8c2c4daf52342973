// Compares the schema with that of the last release. A breaking change fails unless the changelog names it, by its path in
// backquotes (`Event.name`), under "Breaking" of what is unreleased. With `--release` the schema becomes the released one.
// `--schema` and `--changelog` name another folder and another file than those of this project.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, parse, print, printSchema, visit } from 'graphql';
import { format, resolveConfig } from 'prettier';

import { root } from './prepare.mjs';

const RELEASED = join(root, 'test', 'schema', 'released.graphql');

const { values } = parseArgs({
  options: {
    release: { type: 'boolean' },
    schema: { type: 'string', default: join(root, 'schema') },
    changelog: { type: 'string', default: join(root, 'CHANGELOG.md') },
  },
});
const present = schemaIn(values.schema);

if (values.release) {
  const text = print(visit(parse(printSchema(present)), { enter: withoutDescription }));
  writeFileSync(RELEASED, await format(text, { ...(await resolveConfig(RELEASED)), filepath: RELEASED }));
} else {
  const named = breakingSection(readFileSync(values.changelog, 'utf8'));
  const changes = await diff(buildSchema(readFileSync(RELEASED, 'utf8')), present);
  const unnamed = changes.filter(
    ({ criticality, path }) =>
      criticality.level === CriticalityLevel.Breaking && !named.includes(`\`${path}\``),
  );
  for (const { message, path } of unnamed) {
    process.stderr.write(
      `${message}. That breaks clients of the last release: name \`${path}\` under "### Breaking" in CHANGELOG.md.\n`,
    );
  }
  process.exitCode = unnamed.length > 0 ? 1 : 0;
}

/** Descriptions break nothing, and may change at any time. */
function withoutDescription({ description, ...node }) {
  return description && node;
}

function schemaIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return buildSchema(
    files
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n'),
  );
}

/** What the changelog says of breaking changes that are not released yet. */
function breakingSection(changelog) {
  const unreleased = changelog.split(/^## /m).find((section) => section.startsWith('[Unreleased]')) ?? '';
  return unreleased.split(/^### /m).find((section) => section.startsWith('Breaking')) ?? '';
}
