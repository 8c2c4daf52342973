import type { BuyerInput } from '../api/generated/graphql';
import { TextField } from '../parts/field';

/** The fields for the buyer. */
export function BuyerFields({ buyer, wrong }: { buyer: BuyerInput | null; wrong: ReadonlySet<string> }) {
  return (
    <fieldset className="fields">
      <legend>Who buys</legend>
      <TextField
        label="First name"
        name="firstName"
        required
        autoComplete="given-name"
        defaultValue={buyer?.firstName}
        hint="Enter the first name."
        wrong={wrong}
      />
      <TextField
        label="Last name"
        name="lastName"
        required
        autoComplete="family-name"
        defaultValue={buyer?.lastName}
        hint="Enter the last name."
        wrong={wrong}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        required
        autoComplete="email"
        defaultValue={buyer?.email}
        hint="Enter an address such as jo@example.com: the tickets are sent there."
        wrong={wrong}
      />
      <TextField
        label="Telephone"
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={buyer?.homePhone ?? ''}
        hint="Enter a telephone number."
        wrong={wrong}
      />
    </fieldset>
  );
}
