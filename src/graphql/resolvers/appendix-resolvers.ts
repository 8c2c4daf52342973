import { COUNTRIES, STATES } from '../../partner-api/model/appendix';
import type { QueryResolvers } from '../generated';

/** The appendix of the manual, for address forms. */
export const appendixQueries = {
  states: (_, { country }) =>
    STATES.filter(({ countryId }) => country === undefined || country === null || country === countryId).map(
      ({ stateId, name, postal, countryId }) => ({
        state: stateId,
        stateId,
        name,
        postalAbbreviation: postal,
        country: countryId,
      }),
    ),
  countries: () =>
    COUNTRIES.map(({ countryId, name, iso }) => ({ country: countryId, countryId, name, isoCode: iso })),
} satisfies QueryResolvers;
