import { useState } from 'react';

import type { BuyerInput } from '../api/generated/graphql';
import type { Cart, Trouble } from '../api/outcome';
import { Heading } from '../parts/heading';
import { go, toEvent } from '../route';
import { Basket } from './basket';
import { ConfirmStep } from './confirm-step';
import { deliveryText } from './delivery';
import { DeliveryStep } from './delivery-step';
import { HoldAnnouncements, HoldCountdown } from './hold-countdown';
import { PaymentStep } from './payment-step';
import { giveBack } from './reserve';
import { Step } from './step';
import type { Visit } from './visit';

export type StepName = 'delivery' | 'payment' | 'confirm';

/** The view while seats are held: delivery, payment and confirmation, with the basket and the countdown. */
export function HoldingView(visit: Extract<Visit, { stage: 'holding' }>) {
  const { order, hold, task, pending, trouble } = visit;
  const { cart } = hold;
  const [wanted, setWanted] = useState<StepName | null>(null);
  const [buyer, setBuyer] = useState<BuyerInput | null>(null);
  const open = task === 'purchase' ? 'confirm' : (wanted ?? nextStep(cart, trouble));
  const choosesDelivery = cart.shipping !== null || cart.remainingSteps.includes('SHIPPING');
  const step = { open, task, pending, trouble, reopen: setWanted };
  return (
    <>
      <Heading title="Checkout">Your seats are held</Heading>
      <p className="hold-line">
        <HoldCountdown endsAtMs={hold.endsAtMs} /> left to buy them, while this page is open.
      </p>
      <HoldAnnouncements endsAtMs={hold.endsAtMs} />
      <div className="checkout">
        <Basket order={order} cart={cart} />
        <ol className="steps">
          {choosesDelivery && (
            <Step {...step} name="delivery" title="Delivery" done={deliveryDone(cart)}>
              <DeliveryStep cart={cart} onDone={() => setWanted(null)} />
            </Step>
          )}
          <Step {...step} name="payment" title="Payment" done={paymentDone(cart)}>
            <PaymentStep
              buyer={buyer}
              onBuyer={setBuyer}
              country={order.event.venue?.address?.countryCode ?? null}
              onDone={() => setWanted(null)}
            />
          </Step>
          <Step {...step} name="confirm" title="Confirm" done={null}>
            <ConfirmStep cart={cart} />
          </Step>
        </ol>
      </div>
      <button
        type="button"
        className="button button-quiet"
        disabled={task === 'purchase'}
        onClick={() => {
          giveBack();
          go(toEvent(order.event.id));
        }}
      >
        Give the seats back
      </button>
    </>
  );
}

/** Returns the next step. */
function nextStep({ remainingSteps }: Cart, trouble: Trouble | null): StepName {
  if (trouble?.__typename === 'PaymentDeclined') return 'payment';
  if (remainingSteps.includes('SHIPPING')) return 'delivery';
  return remainingSteps.includes('PAYMENT') ? 'payment' : 'confirm';
}

/** Describes the choice in one line. Null if there is none. */
const deliveryDone = ({ shipping }: Cart): string | null => (shipping ? deliveryText(shipping).name : null);

function paymentDone({ payments: [payment] }: Cart): string | null {
  if (!payment) return null;
  if (payment.kind === 'INVOICE') return 'By invoice';
  return [payment.issuer ?? 'Card', payment.lastFour && `ending in ${payment.lastFour}`]
    .filter(Boolean)
    .join(' ');
}
