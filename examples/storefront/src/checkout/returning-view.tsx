import { Heading } from '../parts/heading';
import { TroubleNotice } from '../parts/trouble-notice';
import type { Visit } from './visit';

/** The view after a reload, until the gateway has answered what became of the cart. */
export function ReturningView({ trouble, again }: Extract<Visit, { stage: 'returning' }>) {
  return (
    <div className="narrow">
      <Heading title="Checkout">Welcome back</Heading>
      {trouble ? (
        <TroubleNotice trouble={trouble} again={again} />
      ) : (
        <>
          <p role="status">Finding your seats again …</p>
          <progress aria-label="Finding your seats again" />
        </>
      )}
    </div>
  );
}
