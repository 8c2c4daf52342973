import { type GraphQLArgument, type GraphQLInputField, isInputObjectType } from 'graphql';

import { checkArguments } from '../../../src/graphql/guards/arguments';
import { holdsCardNumber } from '../../../src/graphql/guards/card-numbers';
import { INPUT_TYPES, ROOT_ARGUMENTS, type Search } from '../../../src/graphql/guards/searched-inputs';
import { buildSchema } from '../../../src/graphql/schema';
import { CREATE, DELETE, POLL, TWO_TICKETS, askOne } from '../../support/carts';
import { SHAPES, idOfShape } from '../../support/card-like';
import { type House, openHouse } from '../../support/house';

/** Passes the Luhn check, begins as cards do, and is an event id. */
const LIKE_A_CARD = '4111111111111111';

/** The paths of all text under a field, through input types. */
const textsIn = (search: Search, keys: readonly string[]): (readonly string[])[] => {
  if (search === 'text') return [keys];
  if (search === 'id' || search === 'none') return [];
  return Object.entries(INPUT_TYPES[search]).flatMap(([name, inner]) => textsIn(inner, [...keys, name]));
};

describe('the table of searched inputs', () => {
  const schema = buildSchema({ showsSdl: true });
  const names = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name).sort();

  it('decides every argument of every root field', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
    const inSchema: [string, string[]][] = fields
      .filter(({ args }) => args.length > 0)
      .map(({ name, args }) => [name, names(args satisfies readonly GraphQLArgument[])]);
    const inTable = Object.entries(ROOT_ARGUMENTS).map(([name, searches]) => [
      name,
      Object.keys(searches).sort(),
    ]);
    expect(Object.fromEntries(inTable)).toEqual(Object.fromEntries(inSchema));
  });

  it('decides every field of every input type', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const inSchema = inputs.map((type) => [
      type.name,
      names(Object.values(type.getFields()) satisfies readonly GraphQLInputField[]),
    ]);
    const inTable = Object.entries(INPUT_TYPES).map(([name, searches]) => [
      name,
      Object.keys(searches).sort(),
    ]);
    expect(Object.fromEntries(inTable)).toEqual(Object.fromEntries(inSchema));
  });

  it('searches what it does not know', () => {
    expect(checkArguments('unheardOf', { text: LIKE_A_CARD })).not.toBeNull();
    expect(checkArguments('event', { id: '1D004F240CEB4BDE', note: LIKE_A_CARD })).not.toBeNull();
  });

  it('lets a million random event ids pass, of every shape', () => {
    const chance = (below: number) => Math.floor(Math.random() * below);
    let alike = 0;
    for (let lists = 0; lists < 20_000; lists++) {
      const ids = Array.from({ length: 50 }, (_, at) =>
        idOfShape(SHAPES[at % SHAPES.length] ?? 'hex', 15 + chance(2), chance),
      );
      const one = ids[lists % ids.length] ?? '';
      if (checkArguments('events', { ids }) ?? checkArguments('event', { id: one })) throw new Error(one);
      if (holdsCardNumber(one)) alike++;
    }
    // The search would have found two of five: those of the shapes that are like cards.
    expect(alike).toBeGreaterThan(5000);
  });

  it('finds a card number in every field of text, in whatever form', () => {
    const forms = [
      '4588883206000011',
      '4588 8832 0600 0011',
      '4588-8832-0600-0011',
      '４５８８８８３２０６００００１１',
    ];
    const texts = [
      ...Object.entries(ROOT_ARGUMENTS).flatMap(([field, searches]) =>
        Object.entries(searches).flatMap(([name, search]) =>
          textsIn(search, [name]).map((keys) => [field, keys] as const),
        ),
      ),
    ];
    expect(texts.length).toBeGreaterThan(20);
    for (const [field, keys] of texts) {
      for (const form of forms) {
        const args = keys.reduceRight<unknown>((value, key) => ({ [key]: value }), form);
        expect([field, keys, checkArguments(field, args as Record<string, unknown>) !== null]).toEqual([
          field,
          keys,
          true,
        ]);
      }
    }
  });
});

describe('an id that looks like a card number', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is read as any other, alone and in a list', async () => {
    const alone = await house.ask(`{ event(id: "${LIKE_A_CARD}") { id } }`);
    expect([alone.data, alone.errors]).toEqual([{ event: null }, undefined]);
    const ids = ['3F004CBB88958BF9', LIKE_A_CARD];
    const { data, errors } = await house.ask('query Q($ids: [EventID!]!) { events(ids: $ids) { id } }', {
      ids,
    });
    expect(errors).toBeUndefined();
    expect(data.events).toEqual([{ id: '3F004CBB88958BF9' }, null]);
    expect(house.sandbox.report().requests.event).toBe(2);
  });

  it('is looked up, and not found, as a cart, a token and a ticket', async () => {
    expect(await askOne(house, DELETE, { input: { cartId: LIKE_A_CARD } })).toMatchObject({
      code: 'CART_UNKNOWN',
    });
    expect(await askOne(house, POLL, { token: LIKE_A_CARD })).toMatchObject({ code: 'CART_UNKNOWN' });
    const tickets = [{ ticketId: LIKE_A_CARD, quantity: 1 }];
    expect(await askOne(house, CREATE, { input: { ...TWO_TICKETS, tickets } })).toMatchObject({
      issues: [{ path: 'tickets.0.ticketId', code: 'UNKNOWN_TICKET' }],
    });
  });
});
