import { TextField } from '../parts/field';

/** The fields for the card. The browser may fill them in; the page stores nothing of them. */
export function CardFields({ wrong }: { wrong: ReadonlySet<string> }) {
  return (
    <fieldset className="fields">
      <legend>Card</legend>
      <TextField
        label="Card number"
        name="cardNumber"
        required
        inputMode="numeric"
        autoComplete="cc-number"
        pattern="[\d\s\-]{13,25}"
        hint="Enter the long number on the front of the card."
        wrong={wrong}
      />
      <TextField
        label="Expires (MM/YYYY)"
        name="cardExpiry"
        required
        inputMode="numeric"
        autoComplete="cc-exp"
        pattern="\s*(0?[1-9]|1[0-2])\s*/\s*(\d{2}|20\d{2})\s*"
        hint="Enter month and year as on the card, for example 09/2030."
        wrong={wrong}
      />
      <TextField
        label="Security code"
        name="cardCode"
        required
        inputMode="numeric"
        autoComplete="cc-csc"
        pattern="\s*\d{3,4}\s*"
        hint="Enter the 3 or 4 digits on the back of the card (the front for American Express)."
        wrong={wrong}
      />
      <p className="quiet fields-note">
        Your card is encrypted here, in the page. Nobody between you and the box office can read it.
      </p>
    </fieldset>
  );
}
