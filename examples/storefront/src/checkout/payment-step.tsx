import { type FormEvent, useState } from 'react';

import type { BuyerInput } from '../api/generated/graphql';
import { wrongFields } from '../parts/field';
import { AddressFields } from './address-fields';
import { BuyerFields } from './buyer-fields';
import { fieldText, readBuyer } from './buyer-form';
import { CardFields } from './card-fields';
import { holding } from './holding';
import { pay, type TypedCard } from './payment';

/** The step for buyer and card. The card exists only in the form. */
export function PaymentStep(props: {
  /** The buyer that was entered before, if any. */
  buyer: BuyerInput | null;
  onBuyer: (buyer: BuyerInput) => void;
  /** The venue's country as two letters: a first guess at the shopper's. */
  country: string | null;
  onDone: () => void;
}) {
  const { buyer, onBuyer, country, onDone } = props;
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());

  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = submitted.currentTarget;
    const found = wrongFields(form);
    setWrong(found);
    if (found.size > 0) return;
    const fields = new FormData(form);
    const typed = readBuyer(fields);
    onBuyer(typed);
    void pay(typed, readCard(fields)).then(() => {
      // After a decline, the form stays open for another card.
      if (!holding()?.trouble) onDone();
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      {wrong.size > 0 && (
        <p className="field-complaint" role="alert">
          Please correct {wrong.size === 1 ? 'the field that is' : `the ${wrong.size} fields that are`}{' '}
          marked.
        </p>
      )}
      <BuyerFields buyer={buyer} wrong={wrong} />
      <AddressFields address={buyer?.address ?? null} country={country} wrong={wrong} />
      <CardFields wrong={wrong} />
      <button type="submit" className="button button-main">
        Continue
      </button>
      <p className="quiet">Nothing is charged yet. You will see the total once more first.</p>
    </form>
  );
}

function readCard(fields: FormData): TypedCard {
  const [month, year] = fieldText(fields, 'cardExpiry').split('/');
  return {
    number: fieldText(fields, 'cardNumber'),
    securityCode: fieldText(fields, 'cardCode'),
    expiryMonth: Number(month),
    expiryYear: fullYear(year?.trim() ?? ''),
  };
}

/** `30` is 2030. */
const fullYear = (year: string): number => Number(year.length === 2 ? `20${year}` : year);
