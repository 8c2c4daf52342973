import { COUNTRIES, STATES } from '../partner-api/model/appendix';

/** A state or province by the number of the manual's appendix: 12 for CALIFORNIA. */
export type StateId = number;
/** A country by the number of the manual's appendix, which is ISO 3166-1's: 840 for UNITED_STATES_OF_AMERICA. */
export type CountryId = number;

/** What the values of `State` are inside the server. */
export const stateValues = Object.fromEntries(STATES.map(({ key, stateId }) => [key, stateId]));
/** What the values of `Country` are inside the server. */
export const countryValues = Object.fromEntries(COUNTRIES.map(({ key, countryId }) => [key, countryId]));
