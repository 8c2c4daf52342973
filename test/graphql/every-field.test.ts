import {
  type GraphQLSchema,
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
} from 'graphql';

import { catalogue } from '../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../support/house';
import { complaintsAbout, fullSelection } from './full-selection';

let house: House;
let schema: GraphQLSchema;
beforeAll(async () => {
  house = await openHouse();
  const { data } = await house.ask(getIntrospectionQuery());
  schema = buildClientSchema(data);
});
afterAll(() => house.close());

/** A field of `Query`: its type, and everything that can be selected below it. */
function queryField(name: string) {
  const field = schema.getQueryType()?.getFields()[name];
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Error(`Query.${name} is no object.`);
  return { type: field.type, selection: fullSelection(type) };
}

describe('every field below', () => {
  it.each(catalogue().map(({ id, answer }) => [String(answer.event['name']).slice(0, 60), id]))(
    'R-EVENTS-7: Query.event resolves, as the schema says, for %s (%s)',
    async (_name, id) => {
      const { type, selection } = queryField('event');
      const { data, errors } = await house.ask(`{ event(id: "${id}") ${selection} }`);
      expect(errors).toBeUndefined();
      expect(data.event).toMatchObject({ id });
      expect(complaintsAbout(data.event, type, 'event')).toEqual([]);
    },
  );

  it.each(['states', 'countries'])('Query.%s resolves, as the schema says', async (name) => {
    const { type, selection } = queryField(name);
    const { data, errors } = await house.ask(`{ ${name} ${selection} }`);
    expect(errors).toBeUndefined();
    expect(complaintsAbout(data[name], type, name)).toEqual([]);
  });

  it('reaches every type that an event has', () => {
    const { selection } = queryField('event');
    for (const name of [
      'maintenance',
      'presales',
      'charges',
      'areaGroups',
      'priceLevels',
      'images',
      'markets',
    ]) {
      expect(selection).toContain(` ${name} {`);
    }
  });
});
