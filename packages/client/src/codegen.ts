import { preset as clientPreset } from '@graphql-codegen/client-preset';
import { type GraphQLSchema, isAbstractType } from 'graphql';

/** The schema's own scalars. All of them are text in JSON. */
export const scalars = {
  CurrencyCode: 'string',
  DateTime: 'string',
  Decimal: 'string',
  EventID: 'string',
  LocalDate: 'string',
  LocalTime: 'string',
  TimeZone: 'string',
  URL: 'string',
} as const;

/**
 * GraphQL Code Generator's client preset, set up for Stagedoor's schema: scalars are `string`, an unknown scalar fails,
 * enums are unions, types are imported as types. Besides, it writes `possible-types.ts`: the members of unions and interfaces, for
 * the cache of Apollo Client. Every option of the client preset can still be set.
 *
 * Needs the packages `@graphql-codegen/cli` and `@graphql-codegen/client-preset`, which the frontend installs.
 *
 * @example generates: { 'src/gql/': { preset: '@stagedoor/client/codegen' } }
 */
export const preset: typeof clientPreset = {
  ...clientPreset,
  buildGeneratesSection: async (options) => {
    const config = { ...defaults, ...options.config, scalars: { ...scalars, ...ownScalars(options.config) } };
    const files = await clientPreset.buildGeneratesSection({ ...options, config });
    const { baseOutputDir, schema } = options;
    return [
      ...files,
      {
        filename: `${baseOutputDir}possible-types.ts`,
        plugins: [{ 'possible-types': {} }],
        pluginMap: { 'possible-types': { plugin: possibleTypes } },
        schema,
        config: {},
        documents: [],
      },
    ];
  },
};

export default preset;

const defaults = { enumsAsTypes: true, strictScalars: true, useTypeImports: true };

/** Returns the scalars that the frontend sets itself, if it does so by name. */
const ownScalars = ({ scalars: own }: { scalars?: unknown }): object =>
  typeof own === 'object' && own !== null ? own : {};

/** A plugin that writes the members of each union and interface. */
function possibleTypes(schema: GraphQLSchema): string {
  const members = Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type))
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  return `/* eslint-disable */
/** The members of each union and interface: \`new InMemoryCache({ possibleTypes })\`. */
export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(members), null, 2)};
`;
}
