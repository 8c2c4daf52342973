/**
 * The manual's appendix: upstream's numbers for states, provinces and countries. The names are as printed there; the postal abbreviations are those of USPS and Canada Post, the country codes those of ISO 3166-1.
 */

/** A row of the appendix's table "State IDs for cart purchase request". */
export interface StateRow {
  /** Upstream's number. The numbers have gaps: 8 to 10 are not in use. */
  readonly stateId: number;
  /** The name as the appendix prints it, e.g. "District Of Columbia". */
  readonly name: string;
  /** The postal abbreviation, e.g. "DC". */
  readonly postal: string;
  /** The `countryId` of the country that the state or province belongs to. */
  readonly countryId: number;
  /** The name of the value in the schema's `State` enum, e.g. "DISTRICT_OF_COLUMBIA". */
  readonly key: string;
}

/** A row of the appendix's table "Country Codes". */
export interface CountryRow {
  /** Upstream's number, which is the numeric code of ISO 3166-1. */
  readonly countryId: number;
  /** The name as the appendix prints it, e.g. "United States of America". */
  readonly name: string;
  /** The ISO 3166-1 alpha-2 code, e.g. "US". */
  readonly iso: string;
  /** The name of the value in the schema's `Country` enum, e.g. "UNITED_STATES_OF_AMERICA". */
  readonly key: string;
}

const USA = 840;
const CANADA = 124;

const enumKey = (name: string): string => name.toUpperCase().replaceAll(' ', '_');

const state = (stateId: number, name: string, postal: string, countryId: number): StateRow => ({
  stateId,
  name,
  postal,
  countryId,
  key: enumKey(name),
});

const country = (countryId: number, name: string, iso: string): CountryRow => ({
  countryId,
  name,
  iso,
  key: enumKey(name),
});

/** The appendix's 75 states and provinces, in its order. */
export const STATES: readonly StateRow[] = [
  state(1, 'Alabama', 'AL', USA),
  state(2, 'Alaska', 'AK', USA),
  state(3, 'American Samoa', 'AS', USA),
  state(4, 'Arizona', 'AZ', USA),
  state(5, 'Arkansas', 'AR', USA),
  state(6, 'Armed Forces Other', 'AE', USA),
  state(7, 'Armed Forces Americas', 'AA', USA),
  state(11, 'Armed Forces Pacific', 'AP', USA),
  state(12, 'California', 'CA', USA),
  state(13, 'Colorado', 'CO', USA),
  state(14, 'Connecticut', 'CT', USA),
  state(15, 'Delaware', 'DE', USA),
  state(16, 'District Of Columbia', 'DC', USA),
  state(17, 'Federated States Of Micronesia', 'FM', USA),
  state(18, 'Florida', 'FL', USA),
  state(19, 'Georgia', 'GA', USA),
  state(20, 'Guam', 'GU', USA),
  state(21, 'Hawaii', 'HI', USA),
  state(22, 'Idaho', 'ID', USA),
  state(23, 'Illinois', 'IL', USA),
  state(24, 'Indiana', 'IN', USA),
  state(25, 'Iowa', 'IA', USA),
  state(26, 'Kansas', 'KS', USA),
  state(27, 'Kentucky', 'KY', USA),
  state(28, 'Louisiana', 'LA', USA),
  state(29, 'Maine', 'ME', USA),
  state(30, 'Marshall Islands', 'MH', USA),
  state(31, 'Maryland', 'MD', USA),
  state(32, 'Massachusetts', 'MA', USA),
  state(33, 'Michigan', 'MI', USA),
  state(34, 'Minnesota', 'MN', USA),
  state(35, 'Mississippi', 'MS', USA),
  state(36, 'Missouri', 'MO', USA),
  state(37, 'Montana', 'MT', USA),
  state(38, 'Nebraska', 'NE', USA),
  state(39, 'Nevada', 'NV', USA),
  state(40, 'New Hampshire', 'NH', USA),
  state(41, 'New Jersey', 'NJ', USA),
  state(42, 'New Mexico', 'NM', USA),
  state(43, 'New York', 'NY', USA),
  state(44, 'North Carolina', 'NC', USA),
  state(45, 'North Dakota', 'ND', USA),
  state(46, 'Northern Mariana Islands', 'MP', USA),
  state(47, 'Ohio', 'OH', USA),
  state(48, 'Oklahoma', 'OK', USA),
  state(49, 'Oregon', 'OR', USA),
  state(50, 'Palau', 'PW', USA),
  state(51, 'Pennsylvania', 'PA', USA),
  state(52, 'Puerto Rico', 'PR', USA),
  state(53, 'Rhode Island', 'RI', USA),
  state(54, 'South Carolina', 'SC', USA),
  state(55, 'South Dakota', 'SD', USA),
  state(56, 'Tennessee', 'TN', USA),
  state(57, 'Texas', 'TX', USA),
  state(58, 'Utah', 'UT', USA),
  state(59, 'Vermont', 'VT', USA),
  state(60, 'Virgin Islands', 'VI', USA),
  state(61, 'Virginia', 'VA', USA),
  state(62, 'Washington', 'WA', USA),
  state(63, 'West Virginia', 'WV', USA),
  state(64, 'Wisconsin', 'WI', USA),
  state(65, 'Wyoming', 'WY', USA),
  state(66, 'Alberta', 'AB', CANADA),
  state(67, 'British Columbia', 'BC', CANADA),
  state(68, 'Manitoba', 'MB', CANADA),
  state(69, 'New Brunswick', 'NB', CANADA),
  state(70, 'Newfoundland and Labrador', 'NL', CANADA),
  state(71, 'Northwest Territories', 'NT', CANADA),
  state(72, 'Nova Scotia', 'NS', CANADA),
  state(73, 'Nunavut', 'NU', CANADA),
  state(74, 'Ontario', 'ON', CANADA),
  state(75, 'Prince Edward Island', 'PE', CANADA),
  state(76, 'Quebec', 'QC', CANADA),
  state(77, 'Saskatchewan', 'SK', CANADA),
  state(78, 'Yukon', 'YT', CANADA),
];

/** The appendix's five countries, in its order. */
export const COUNTRIES: readonly CountryRow[] = [
  country(USA, 'United States of America', 'US'),
  country(CANADA, 'Canada', 'CA'),
  country(36, 'Australia', 'AU'),
  country(484, 'Mexico', 'MX'),
  country(554, 'New Zealand', 'NZ'),
];

const stateByPostal = new Map(STATES.map((row) => [row.postal, row]));
const countryIdByIso = new Map(COUNTRIES.map((row) => [row.iso, row.countryId]));

/** The appendix's number for a country by its ISO 3166-1 alpha-2 code, in any case, or undefined for one it lacks. */
export function countryIdOf(iso: string): number | undefined {
  return countryIdByIso.get(iso.toUpperCase());
}

/** The ISO 3166-1 alpha-2 code of a country by the appendix's number, or undefined for one it lacks. */
export function countryIsoOf(countryId: number): string | undefined {
  return COUNTRIES.find((row) => row.countryId === countryId)?.iso;
}

/**
 * The appendix's number for a state or province by its postal abbreviation, in any case, or undefined for one it lacks.
 * The country keeps Western Australia ("AU", "WA") from being read as Washington. Without a country the abbreviation
 * decides alone: no two rows of the appendix share one.
 */
export function stateIdOf(countryIso: string | undefined, postal: string): number | undefined {
  const row = stateByPostal.get(postal.toUpperCase());
  if (row === undefined || countryIso === undefined) return row?.stateId;
  return row.countryId === countryIdOf(countryIso) ? row.stateId : undefined;
}
