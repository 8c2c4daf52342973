import { formatError, isUnexpected } from '../../src/graphql/errors';
import { type House, openHouse } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("Apollo's own error codes", () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', 'a document that is no GraphQL', '{ event(', {}],
    ['GRAPHQL_VALIDATION_FAILED', 'a field that is not there', '{ countries { anthem } }', {}],
    ['GRAPHQL_VALIDATION_FAILED', 'an argument that is missing', '{ event { name } }', {}],
    [
      'BAD_USER_INPUT',
      'a variable that is missing',
      'query ($c: Country!) { states(country: $c) { name } }',
      {},
    ],
    [
      'BAD_USER_INPUT',
      'a variable of the wrong type',
      'query ($c: Country) { states(country: $c) { name } }',
      { c: 7 },
    ],
  ])('stay as they are: %s for %s', async (code, _what, query, variables) => {
    const { status, errors } = await house.ask(query, variables);
    expect(status).toBe(200);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
  });

  it('stay as they are: OPERATION_RESOLUTION_FAILURE for two operations and no name', async () => {
    const { status, errors } = await house.ask(
      'query A { countries { name } } query B { countries { name } }',
    );
    expect(status).toBe(200);
    expect(errors?.[0]?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  it('come with the place in the document, and never with a stack', async () => {
    const { errors } = await house.ask('{ countries { anthem } }');
    expect(errors).toEqual([
      {
        message: expect.stringContaining('anthem'),
        locations: [{ line: 1, column: 15 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });
});

describe('an unexpected error', () => {
  it('L1: reaches clients without its message and its stack', () => {
    const error = new Error('connect ECONNREFUSED 10.0.0.7:443, key abc');
    const formatted = { message: error.message, path: ['event'], extensions: { stacktrace: [error.stack] } };
    expect(isUnexpected(error)).toBe(true);
    expect(formatError(formatted, error)).toEqual({
      message: 'Unexpected error in the gateway.',
      path: ['event'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });
});
