/**
 * The folders of the sources and the one direction in which they may import:
 * http → fast-reads → graphql → events, carts → partner-api, storage. The sandbox imports none of them, and only commands import it.
 */
const below = (room, allowed) => ({
  name: `${room}-imports-only-downwards`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/|^src/(clock|stop|utf8)\\.ts$` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    below('metrics', ['http', 'health', 'fast-reads', 'graphql', 'events', 'carts', 'partner-api']),
    below('tracing', ['http', 'carts', 'partner-api']),
    below('logs', ['http', 'carts', 'partner-api']),
    below('http', ['health', 'fast-reads', 'graphql', 'events', 'carts', 'partner-api', 'storage']),
    below('fast-reads', ['graphql', 'events', 'carts', 'partner-api', 'storage']),
    below('graphql', ['events', 'carts', 'partner-api', 'storage']),
    below('carts', ['partner-api', 'storage']),
    below('events', ['partner-api', 'storage']),
    below('partner-api', []),
    below('storage', []),
    below('health', ['carts', 'events', 'partner-api', 'storage']),
    below('time', ['storage']),
    {
      name: 'only-pages-use-the-client',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^packages/client/' },
    },
    {
      name: 'the-client-stands-alone',
      severity: 'error',
      from: { path: '^packages/client/' },
      to: { path: '^src/' },
    },
    {
      name: 'sandbox-stands-alone',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'only-commands-start-the-sandbox',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox|commands)/' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'only-main-reads-down-from-the-top',
      severity: 'error',
      from: { path: '^src/.+/', pathNot: '^src/(settings|commands)/' },
      to: { path: '^src/((main|gateway)\\.ts$|settings/|commands/)' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      // The page that uses the client brings it.
      name: 'card-encryption-needs-node-forge-alone',
      severity: 'error',
      from: { path: '^packages/client/src/card\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(@types/)?node-forge/' },
    },
    {
      name: 'codegen-needs-the-generator-alone',
      severity: 'error',
      from: { path: '^packages/client/src/codegen\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(@graphql-codegen/client-preset|graphql)/' },
    },
    {
      name: 'the-client-needs-nothing',
      severity: 'error',
      from: { path: '^packages/client/src/', pathNot: '/(card|codegen)\\.ts$' },
      to: { path: 'node_modules/|^packages/client/src/(card|codegen)\\.ts$' },
    },
    {
      name: 'the-client-knows-no-node',
      severity: 'error',
      from: { path: '^packages/client/src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
