import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse } from 'graphql';

import { inResponseOrder } from '../../src/graphql/error-order';

const at = (path: readonly (string | number)[], line = 1, column = 1) => ({
  message: path.join('.'),
  path,
  locations: [{ line, column }],
});

const messages = (errors: readonly { readonly message: string }[]): string[] =>
  errors.map(({ message }) => message);

/** Sorts the errors, and the same errors the other way round. */
function sorted(errors: readonly (ReturnType<typeof at> | { message: string })[], data: unknown): string[] {
  const once = messages(inResponseOrder(errors, data));
  // Errors without a place keep their own order, so they are not turned round.
  const placed = errors.filter((error) => 'path' in error);
  const others = errors.filter((error) => !('path' in error));
  expect(messages(inResponseOrder([...placed.reverse(), ...others], data))).toEqual(once);
  return once;
}

describe('errors of a response are sorted', () => {
  it('by the keys of its data, not by the place in the document', () => {
    const data = { b: null, a: { d: null, c: null } };
    expect(sorted([at(['a', 'c'], 1), at(['a', 'd'], 3), at(['b'], 2)], data)).toEqual(['b', 'a.d', 'a.c']);
  });

  it('by the indices of lists as numbers', () => {
    const list = Array.from({ length: 12 }, () => [null, null]);
    const data = { list };
    expect(sorted([at(['list', 10, 0]), at(['list', 9, 1]), at(['list', 9, 0])], data)).toEqual([
      'list.9.0',
      'list.9.1',
      'list.10.0',
    ]);
  });

  it('below a field that became null by the place in the document, then by indices', () => {
    const data = { first: null, nothing: null, last: null };
    const errors = [
      at(['last'], 9),
      at(['nothing', 'list', 1, 'b'], 5, 7),
      at(['nothing', 'list', 0, 'b'], 5, 7),
      at(['nothing', 'list', 2, 'a'], 5, 2),
      at(['first'], 8),
    ];
    expect(sorted(errors, data)).toEqual([
      'first',
      'nothing.list.2.a',
      'nothing.list.0.b',
      'nothing.list.1.b',
      'last',
    ]);
    expect(sorted([at(['b'], 2), at(['a'], 1)], null)).toEqual(['a', 'b']);
  });

  it('with those of the request first, in their own order', () => {
    const data = { a: null };
    expect(sorted([at(['a']), { message: 'two' }, { message: 'one' }], data)).toEqual(['two', 'one', 'a']);
  });

  it('not at all where there is one or none', () => {
    const errors = [at(['a'])];
    expect(inResponseOrder(errors, { a: null })).toBe(errors);
  });

  it('the same whichever field fails first', async () => {
    const schema = makeExecutableSchema({
      typeDefs: `type Query { a: Node, b: Node, list: [Node!] }
        type Node { x: Int, y: Int, sure: Int! }`,
      resolvers: {
        Query: { a: () => ({}), b: () => ({}), list: () => [{}, {}, {}] },
        Node: Object.fromEntries(['x', 'y', 'sure'].map((name) => [name, fail])),
      },
    });
    let turn = 0;
    let delays: readonly number[] = [];
    async function fail(): Promise<never> {
      for (let waits = delays[turn++ % delays.length] ?? 0; waits > 0; waits--) await Promise.resolve();
      throw new Error('failed');
    }
    const document = parse(`{ b { y ...F } list { x } ...G a { x y } }
      fragment F on Node { x }
      fragment G on Query { a { y as: x } b { xx: x } }`);
    const orders = new Set<string>();
    for (delays of [[0], [9, 0], [0, 9], [30, 20, 10, 0, 5], [0, 10, 20, 30]]) {
      turn = 0;
      const { errors = [], data } = await execute({ schema, document });
      orders.add(JSON.stringify(inResponseOrder(errors, data).map(({ path }) => path?.join('.'))));
    }
    expect([...orders].map((order) => JSON.parse(order) as unknown)).toEqual([
      ['b.y', 'b.x', 'b.xx', 'list.0.x', 'list.1.x', 'list.2.x', 'a.y', 'a.as', 'a.x'],
    ]);
  });
});
