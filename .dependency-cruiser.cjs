/**
 * The rooms of the house and the one direction in which they may import:
 * http → graphql → events, carts → partner-api, storage. The sandbox imports none of them, and only main imports it.
 */
const below = (room, allowed) => ({
  name: `${room}-imports-only-downwards`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/|^src/(clock|stop)\\.ts$` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    below('http', ['graphql', 'events', 'carts', 'partner-api', 'storage']),
    below('graphql', ['events', 'carts', 'partner-api', 'storage']),
    below('carts', ['partner-api', 'storage']),
    below('events', ['partner-api', 'storage']),
    below('partner-api', []),
    below('storage', []),
    below('client', []),
    {
      name: 'only-pages-use-the-client',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/client/' },
      to: { path: '^src/client/' },
    },
    {
      name: 'sandbox-stands-alone',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'only-main-starts-the-sandbox',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|main\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'only-main-reads-down-from-the-top',
      severity: 'error',
      from: { path: '^src/.+/' },
      to: { path: '^src/(main|gateway|settings)\\.ts$' },
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
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
