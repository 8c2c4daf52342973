import type { BuyerInput, Country, State } from '../api/generated/graphql';

/** Returns the value of a field of the form. Empty if there is no such field. */
export function fieldText(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** Returns the buyer from the fields of the form. Omits empty fields. */
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
      // Both are from lists of the gateway.
      state: optional('state') as State | null,
      country: text('country') as Country,
      postalCode: text('postalCode'),
    },
  };
}
