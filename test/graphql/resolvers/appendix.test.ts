import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type House, openHouse } from '../../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const STATES = '{ state stateId name postalAbbreviation country }';

describe("the manual's appendix", () => {
  it('R-APPENDIX-1: has all 75 states and provinces, each under its number and name', async () => {
    const { data } = await house.ask(`{ states ${STATES} }`);
    expect(data.states).toHaveLength(75);
    expect(data.states).toEqual(
      expect.arrayContaining([
        {
          state: 'CALIFORNIA',
          stateId: 12,
          name: 'California',
          postalAbbreviation: 'CA',
          country: 'UNITED_STATES_OF_AMERICA',
        },
        { state: 'YUKON', stateId: 78, name: 'Yukon', postalAbbreviation: 'YT', country: 'CANADA' },
      ]),
    );
  });

  it('R-APPENDIX-2: has the five countries, each under its number and name', async () => {
    const { data } = await house.ask('{ countries { country countryId name isoCode } }');
    expect(data.countries).toEqual(
      expect.arrayContaining([
        {
          country: 'UNITED_STATES_OF_AMERICA',
          countryId: 840,
          name: 'United States of America',
          isoCode: 'US',
        },
        { country: 'CANADA', countryId: 124, name: 'Canada', isoCode: 'CA' },
        { country: 'AUSTRALIA', countryId: 36, name: 'Australia', isoCode: 'AU' },
        { country: 'MEXICO', countryId: 484, name: 'Mexico', isoCode: 'MX' },
        { country: 'NEW_ZEALAND', countryId: 554, name: 'New Zealand', isoCode: 'NZ' },
      ]),
    );
    expect(data.countries).toHaveLength(5);
  });

  it.each([
    ['UNITED_STATES_OF_AMERICA', 62],
    ['CANADA', 13],
    ['AUSTRALIA', 0],
    [null, 75],
  ])('has the states of one country where that is asked for: of %s %d', async (country, count) => {
    const { data } = await house.ask(`query ($country: Country) { states(country: $country) ${STATES} }`, {
      country,
    });
    expect(data.states).toHaveLength(count);
    if (country !== null) {
      expect(new Set((data.states as { country: string }[]).map((entry) => entry.country)).size).toBeLessThan(
        2,
      );
    }
  });

  it('refuses a country that is not in it', async () => {
    const { errors } = await house.ask('{ states(country: ATLANTIS) { name } }');
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('asks nothing of upstream', () => {
    expect(house.sandbox.report().requests).toMatchObject({ token: 0, event: 0 });
  });

  it('has every state in the enum of the schema, with its postal abbreviation and number', async () => {
    const sdl = readFileSync(join(__dirname, '..', '..', '..', 'schema', 'appendix.graphql'), 'utf8');
    const { data } = await house.ask(`{ states ${STATES} }`);
    for (const { state, stateId, postalAbbreviation } of data.states) {
      expect(sdl).toMatch(
        new RegExp(`\`${postalAbbreviation}\`, upstream's number ${stateId}\\."\\s+${state}\\b`),
      );
    }
  });
});
