import { useCallback, useState } from 'react';

import type { Cart } from '../api/outcome';
import { isZero, moneyText } from '../parts/money';
import { TroubleNotice } from '../parts/trouble-notice';
import { useLoaded } from '../parts/use-loaded';
import { chooseDelivery, deliveryText, readDeliveryOptions } from './delivery';

/** The step that chooses the delivery. */
export function DeliveryStep({ cart, onDone }: { cart: Cart; onDone: () => void }) {
  const { id, shipping } = cart;
  const loaded = useLoaded(useCallback((signal: AbortSignal) => readDeliveryOptions(id, signal), [id]));
  const [chosen, setChosen] = useState(shipping?.shippingOptionId);
  if (loaded.state === 'loading') return <p role="status">Looking up the ways of delivery …</p>;
  if (loaded.state === 'failed') return <TroubleNotice trouble={loaded.trouble} again={loaded.again} />;
  const options = loaded.value;
  const chosenId = chosen ?? options[0]?.shippingOptionId;
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        if (chosenId !== undefined) void chooseDelivery(chosenId).then(onDone);
      }}
    >
      <fieldset className="choices">
        <legend>How do you want to get your tickets?</legend>
        {options.map((option) => {
          const { name, details } = deliveryText(option);
          return (
            <label className="choice" key={option.shippingOptionId}>
              <input
                type="radio"
                name="delivery"
                checked={option.shippingOptionId === chosenId}
                onChange={() => setChosen(option.shippingOptionId)}
              />
              <span>
                {name}
                {details && <span className="choice-details quiet">{details}</span>}
              </span>
              {option.fee && (
                <span className="choice-price">{isZero(option.fee) ? 'Free' : moneyText(option.fee)}</span>
              )}
            </label>
          );
        })}
      </fieldset>
      <button type="submit" className="button button-main">
        Continue to payment
      </button>
    </form>
  );
}
