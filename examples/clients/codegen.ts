import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // The address at a running gateway, or the path of a file.
  schema: process.env['STAGEDOOR_SCHEMA'] ?? 'http://127.0.0.1:4000/schema.graphql',
  documents: 'src/**/*.ts',
  generates: {
    // Types for the operations that are written with `graphql(…)`, and the possible types for Apollo Client's cache.
    'src/gql/': { preset: '@stagedoor/client/codegen', presetConfig: { fragmentMasking: false } },
    // The schema as introspection, for urql's graphcache.
    'src/gql/graphcache-schema.json': { plugins: ['introspection'], config: { minify: true } },
  },
  // Node.js needs the extension in imports.
  importExtension: '.js',
};

export default config;
