import { useCallback, useState } from 'react';

import { ask } from '../api/ask';
import { type AddressInput, CountriesDocument, type Country, StatesDocument } from '../api/generated/graphql';
import { SelectField, TextField } from '../parts/field';
import { TroubleNotice } from '../parts/trouble-notice';
import { useLoaded } from '../parts/use-loaded';

const readCountries = async (signal: AbortSignal) => (await ask(CountriesDocument, {}, signal)).countries;

/** Countries by the two-letter codes of venues. */
const BY_LETTERS: Readonly<Record<string, Country>> = {
  US: 'UNITED_STATES_OF_AMERICA',
  CA: 'CANADA',
  AU: 'AUSTRALIA',
  MX: 'MEXICO',
  NZ: 'NEW_ZEALAND',
};

/** The fields for the billing address, with upstream's countries and states. */
export function AddressFields(props: {
  address: AddressInput | null;
  country: string | null;
  wrong: ReadonlySet<string>;
}) {
  const { address, wrong } = props;
  const countries = useLoaded(readCountries);
  const [country, setCountry] = useState<Country>(
    address?.country ?? BY_LETTERS[props.country ?? ''] ?? 'UNITED_STATES_OF_AMERICA',
  );
  return (
    <fieldset className="fields">
      <legend>Billing address</legend>
      <SelectField
        label="Country"
        name="country"
        required
        autoComplete="country-name"
        value={country}
        // The gateway lists the values of the schema.
        onChange={(change) => setCountry(change.target.value as Country)}
        hint="Choose a country."
        wrong={wrong}
      >
        {countries.state === 'there' &&
          countries.value.map((entry) => (
            <option key={entry.country} value={entry.country}>
              {entry.name}
            </option>
          ))}
      </SelectField>
      {countries.state === 'failed' && <TroubleNotice trouble={countries.trouble} again={countries.again} />}
      <TextField
        label="Street and number"
        name="line1"
        required
        autoComplete="address-line1"
        defaultValue={address?.line1}
        hint="Enter street and number."
        wrong={wrong}
      />
      <TextField
        label="Flat, floor"
        name="line2"
        autoComplete="address-line2"
        defaultValue={address?.line2 ?? ''}
        hint="Enter the second line of the address."
        wrong={wrong}
      />
      <TextField
        label="City"
        name="city"
        required
        autoComplete="address-level2"
        defaultValue={address?.city}
        hint="Enter the city."
        wrong={wrong}
      />
      <StateField key={country} country={country} state={address?.state ?? null} wrong={wrong} />
      <TextField
        label="Postal code"
        name="postalCode"
        required
        autoComplete="postal-code"
        defaultValue={address?.postalCode}
        hint="Enter the postal code."
        wrong={wrong}
      />
    </fieldset>
  );
}

/** A select for the states of a country. Nothing if upstream lists none. */
function StateField(props: { country: Country; state: string | null; wrong: ReadonlySet<string> }) {
  const { country, state, wrong } = props;
  const loaded = useLoaded(
    useCallback(
      async (signal: AbortSignal) => (await ask(StatesDocument, { country }, signal)).states,
      [country],
    ),
  );
  if (loaded.state === 'failed') return <TroubleNotice trouble={loaded.trouble} again={loaded.again} />;
  if (loaded.state === 'loading' || loaded.value.length === 0) return null;
  return (
    <SelectField
      label="State or province"
      name="state"
      required
      autoComplete="address-level1"
      defaultValue={state ?? ''}
      hint="Choose a state or province."
      wrong={wrong}
    >
      <option value="">Choose …</option>
      {loaded.value.map((entry) => (
        <option key={entry.state} value={entry.state}>
          {entry.name}
        </option>
      ))}
    </SelectField>
  );
}
