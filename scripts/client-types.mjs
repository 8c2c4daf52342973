// `npm run client-types -- <folder>`: types for the operations that a frontend writes in its `src`, into its `src/gql`,
// by the settings of examples/clients/codegen.ts. STAGEDOOR_SCHEMA names another schema than that of this clone.
import { join, relative, resolve } from 'node:path';

import { root } from './prepare.mjs';

const given = process.argv[2];
if (given === undefined) {
  process.stderr.write('Say for which frontend: npm run client-types -- ../my-shop\n');
  process.exit(1);
}
const frontend = resolve(given);
// Codegen wants its globs relative, and finds its plugins only in the folder where it runs.
process.chdir(root);
const inFrontend = (path) => join(relative(root, frontend), path);

process.env.STAGEDOOR_SCHEMA ??= 'schema/*.graphql';
const { generate, loadCodegenConfig } = await import('@graphql-codegen/cli');
const { config } = await loadCodegenConfig({ configFilePath: join(root, 'examples/clients/codegen.ts') });
const generates = Object.entries(config.generates).map(([path, how]) => [inFrontend(path), how]);
await generate({
  ...config,
  documents: inFrontend(config.documents),
  generates: Object.fromEntries(generates),
  silent: true,
});
