import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  type GraphQLSchema,
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { request } from 'undici';

import { type House, openHouse } from '../support/house';

const FOLDER = join(__dirname, '..', '..', 'schema');
const WHOLE = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

const sdl = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

/** A schema as text in one order: types, fields, default values, deprecations, addresses of scalars, descriptions. */
const textOf = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));
const written = textOf(buildSchema(sdl));

/** What introspection answers of an element, and of all below it. */
interface Element {
  readonly kind?: string;
  readonly name?: string;
  readonly description?: string | null;
}

/** The names of the elements in `value` that have no description. */
function undescribed(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, description } = value as Element;
  const below = Object.values(value).flatMap(undescribed);
  return 'description' in value && !description ? [String(name), ...below] : below;
}

describe('the schema that is served', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is by introspection what the files in schema/ say, with every description and default value', async () => {
    const { data } = await house.ask(WHOLE);
    expect(textOf(buildClientSchema(data))).toBe(written);
  });

  it('is at /schema.graphql what the files in schema/ say', async () => {
    const { body } = await request(`${house.gateway.url}/schema.graphql`);
    expect(textOf(buildSchema(await body.text()))).toBe(written);
  });

  it('has a description of every element', async () => {
    const { data } = await house.ask(WHOLE);
    const { types, directives } = data.__schema as { types: Element[]; directives: Element[] };
    expect(undescribed([types.filter(({ name }) => !name?.startsWith('__')), directives])).toEqual([]);
  });
});
