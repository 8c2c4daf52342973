import type { Cart } from '../api/outcome';
import { moneyText } from '../parts/money';
import { purchase } from './purchase';

/** The confirmation: the purchase sends the total that the shopper agrees to, and nothing else is charged. */
export function ConfirmStep({ cart }: { cart: Cart }) {
  const total = cart.totals?.grand;
  if (!total) return <p className="notice">The total is not known yet. Please go through the steps again.</p>;
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        void purchase(total.amount);
      }}
    >
      <p>
        {moneyText(total)} is charged to your card when you press the button. Tickets cannot be given back
        after that.
      </p>
      <button type="submit" className="button button-main">
        Buy for {moneyText(total)}
      </button>
    </form>
  );
}
