import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { COUNTRIES, STATES, countryIdOf, stateIdOf } from '../../../src/partner-api/model/appendix';

/** An enum of the public contract: its values' descriptions by their names, in order. */
function enumOf(enumName: string): Map<string, string | undefined> {
  const document = parse(readFileSync(join(__dirname, '../../../schema/appendix.graphql'), 'utf8'));
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === enumName) {
      return new Map(definition.values?.map(({ name, description }) => [name.value, description?.value]));
    }
  }
  throw new Error(`The schema has no enum ${enumName}.`);
}

const GRAPHQL_NAME = /^[A-Z][A-Z0-9_]*$/;

describe("the appendix's states and provinces", () => {
  it('are 75, numbered 1 to 7 and 11 to 78 in order: 8 to 10 are not in use', () => {
    const expected = Array.from({ length: 78 }, (_, index) => index + 1).filter((id) => id < 8 || id > 10);
    expect(STATES.map(({ stateId }) => stateId)).toEqual(expected);
    expect(STATES).toHaveLength(75);
    expect(STATES.reduce((sum, { stateId }) => sum + stateId, 0)).toBe(3054);
  });

  it.each([
    [1, 'Alabama', 'AL', 'ALABAMA'],
    [6, 'Armed Forces Other', 'AE', 'ARMED_FORCES_OTHER'],
    [7, 'Armed Forces Americas', 'AA', 'ARMED_FORCES_AMERICAS'],
    [11, 'Armed Forces Pacific', 'AP', 'ARMED_FORCES_PACIFIC'],
    [12, 'California', 'CA', 'CALIFORNIA'],
    [16, 'District Of Columbia', 'DC', 'DISTRICT_OF_COLUMBIA'],
    [17, 'Federated States Of Micronesia', 'FM', 'FEDERATED_STATES_OF_MICRONESIA'],
    [42, 'New Mexico', 'NM', 'NEW_MEXICO'],
    [43, 'New York', 'NY', 'NEW_YORK'],
    [46, 'Northern Mariana Islands', 'MP', 'NORTHERN_MARIANA_ISLANDS'],
    [60, 'Virgin Islands', 'VI', 'VIRGIN_ISLANDS'],
    [65, 'Wyoming', 'WY', 'WYOMING'],
  ])('know %i as %s, a state of the United States', (stateId, name, postal, key) => {
    expect(STATES).toContainEqual({ stateId, name, postal, countryId: 840, key });
  });

  it.each([
    [66, 'Alberta', 'AB', 'ALBERTA'],
    [70, 'Newfoundland and Labrador', 'NL', 'NEWFOUNDLAND_AND_LABRADOR'],
    [74, 'Ontario', 'ON', 'ONTARIO'],
    [78, 'Yukon', 'YT', 'YUKON'],
  ])('know %i as %s, a province of Canada', (stateId, name, postal, key) => {
    expect(STATES).toContainEqual({ stateId, name, postal, countryId: 124, key });
  });

  it('belong to the United States up to 65 and to Canada from 66 on', () => {
    expect(STATES.filter(({ stateId, countryId }) => countryId !== (stateId <= 65 ? 840 : 124))).toEqual([]);
  });

  it('are the values of the State enum, in the same order, each described by its own row', () => {
    const described = STATES.map((row): [string, string] => [
      row.key,
      `${row.name}: \`${row.postal}\`, upstream's number ${row.stateId}.`,
    ]);
    expect([...enumOf('State')]).toEqual(described);
  });

  it('have keys that are GraphQL names', () => {
    expect(STATES.filter(({ key }) => !GRAPHQL_NAME.test(key))).toEqual([]);
  });

  it('have two-letter postal abbreviations, no two of them alike', () => {
    expect(STATES.filter(({ postal }) => !/^[A-Z]{2}$/.test(postal))).toEqual([]);
    expect(new Set(STATES.map(({ postal }) => postal)).size).toBe(75);
  });
});

describe("the appendix's countries", () => {
  it('are these five, in its order; Canada is 124, whatever a later edition says', () => {
    expect(COUNTRIES).toEqual([
      { countryId: 840, name: 'United States of America', iso: 'US', key: 'UNITED_STATES_OF_AMERICA' },
      { countryId: 124, name: 'Canada', iso: 'CA', key: 'CANADA' },
      { countryId: 36, name: 'Australia', iso: 'AU', key: 'AUSTRALIA' },
      { countryId: 484, name: 'Mexico', iso: 'MX', key: 'MEXICO' },
      { countryId: 554, name: 'New Zealand', iso: 'NZ', key: 'NEW_ZEALAND' },
    ]);
  });

  it('are the values of the Country enum, in the same order, each described by its own row', () => {
    const described = COUNTRIES.map((row): [string, string] => [
      row.key,
      `${row.name}: \`${row.iso}\`, upstream's number ${row.countryId}.`,
    ]);
    expect([...enumOf('Country')]).toEqual(described);
  });

  it('are found by their ISO code in any case, and no other country is', () => {
    expect(countryIdOf('US')).toBe(840);
    expect(countryIdOf('ca')).toBe(124);
    expect(countryIdOf('GB')).toBeUndefined();
    expect(countryIdOf('')).toBeUndefined();
  });
});

describe('looking up a state', () => {
  it('finds it by postal abbreviation in any case', () => {
    expect(stateIdOf('US', 'WA')).toBe(62);
    expect(stateIdOf('us', 'wa')).toBe(62);
    expect(stateIdOf('CA', 'QC')).toBe(76);
  });

  it('goes by the abbreviation alone where the country is unknown', () => {
    expect(stateIdOf(undefined, 'CA')).toBe(12);
    expect(stateIdOf(undefined, 'YT')).toBe(78);
  });

  it('does not take a region of another country for a state: Western Australia is not Washington', () => {
    expect(stateIdOf('AU', 'WA')).toBeUndefined();
    expect(stateIdOf('US', 'ON')).toBeUndefined();
    expect(stateIdOf('CA', 'NY')).toBeUndefined();
    expect(stateIdOf('GB', 'NY')).toBeUndefined();
  });

  it('finds nothing for an abbreviation that the appendix lacks', () => {
    expect(stateIdOf('US', 'ZZ')).toBeUndefined();
    expect(stateIdOf('US', '')).toBeUndefined();
    expect(stateIdOf(undefined, 'constructor')).toBeUndefined();
  });
});
