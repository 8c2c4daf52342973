import { type GraphQLUnionType, assertUnionType } from 'graphql';

import { buildSchema } from '../../src/graphql/schema';

const members = (union: GraphQLUnionType) => union.getTypes();

describe('PollingResult', () => {
  it('can be asked for with the fields of all its members at once: those of one name are of one type', () => {
    const typesOf = new Map<string, Set<string>>();
    for (const member of members(assertUnionType(buildSchema().getType('PollingResult')))) {
      for (const field of Object.values(member.getFields())) {
        typesOf.set(field.name, (typesOf.get(field.name) ?? new Set()).add(String(field.type)));
      }
    }
    const conflicts = [...typesOf].filter(([, types]) => types.size > 1);
    expect(conflicts.map(([name, types]) => [name, ...types])).toEqual([]);
  });
});
