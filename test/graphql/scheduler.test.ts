import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse } from 'graphql';

import { executeInSlices } from '../../src/graphql/scheduler';

/** Longer than a slice. */
const BUSY_MS = 20;

it('an entry of a list that fails while its response pauses is an error of that entry, and does not end the process', async () => {
  const failing: jest.SpyInstance[] = [];
  const schema = executeInSlices(
    makeExecutableSchema({
      typeDefs: 'type Query { shows: [Show] } type Show { name: String }',
      resolvers: {
        Query: {
          shows: () => {
            const bad = Promise.reject(new Error('bad'));
            failing.push(jest.spyOn(bad, 'then'));
            const untilMs = performance.now() + BUSY_MS;
            while (performance.now() < untilMs);
            return [Promise.resolve({ name: 'good' }), bad];
          },
        },
      },
    }),
  );
  // The first opens a slice, which is over when the second resolves.
  const document = parse('{ shows { name } again: shows { name } }');
  const contextValue = { signal: new AbortController().signal };
  const executed = execute({ schema, document, contextValue });
  // A promise that nothing handles by now would end the process.
  expect(failing.map((then) => then.mock.calls.length > 0)).toEqual([true, true]);

  const { data, errors } = await executed;
  expect(data).toEqual({ shows: [{ name: 'good' }, null], again: [{ name: 'good' }, null] });
  expect(errors?.map(({ message }) => message)).toEqual(['bad', 'bad']);
});
