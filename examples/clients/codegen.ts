import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // A running gateway's, or the path of a file.
  schema: process.env['STAGEDOOR_SCHEMA'] ?? 'http://127.0.0.1:4000/schema.graphql',
  documents: 'src/**/*.ts',
  generates: {
    // A type for every operation that is written with `graphql(…)`.
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        // All of them travel as text.
        scalars: {
          EventID: 'string',
          DateTime: 'string',
          LocalDate: 'string',
          LocalTime: 'string',
          TimeZone: 'string',
          Decimal: 'string',
          CurrencyCode: 'string',
          URL: 'string',
        },
      },
    },
    // Which types a union or interface can be, for Apollo Client's cache.
    'src/gql/possible-types.ts': { plugins: ['fragment-matcher'] },
    // The whole schema in short, for urql's graphcache.
    'src/gql/graphcache-schema.json': { plugins: ['introspection'], config: { minify: true } },
  },
  // Imports as Node.js wants them.
  importExtension: '.js',
};

export default config;
