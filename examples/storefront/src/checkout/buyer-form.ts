import type { BuyerInput, Country, State } from '../api/generated/graphql';

/** What stands in a field of the form. Empty where there is no such field. */
export function fieldText(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** The buyer out of the fields of the form. What was left empty is left out. */
export function readBuyer(fields: FormData): BuyerInput {
  const text = (name: string) => fieldText(fields, name).trim();
  const optional = (name: string) => text(name) || null;
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    homePhone: optional('phone'),
    address: {
      line1: text('line1'),
      line2: optional('line2'),
      city: text('city'),
      // Both come out of lists that the gateway gave.
      state: optional('state') as State | null,
      country: text('country') as Country,
      postalCode: text('postalCode'),
    },
  };
}
