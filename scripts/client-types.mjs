// `npm run client-types -- <folder>`: types for the operations that a frontend writes in its `src`, into its `src/gql`,
// by the settings of examples/clients/codegen.ts. STAGEDOOR_SCHEMA names another schema than that of this clone.
import { join, relative, resolve } from 'node:path';

import { prepareGateway, root } from './house-keeping.mjs';

const [frontend] = process.argv.slice(2);
if (frontend === undefined) {
  process.stderr.write('Say for which frontend: npm run client-types -- ../my-shop\n');
  process.exit(1);
}
/** Codegen wants its globs relative, and its plugins where it runs. */
const inFrontend = (path) => join(relative(root, resolve(frontend)), path);

await prepareGateway();
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
