import { Heading } from '../parts/heading';
import { toEvents } from '../route';
import { CaptchaView } from './captcha-view';
import { EndedView } from './ended-view';
import { HoldingView } from './holding-view';
import { ReceiptView } from './receipt-view';
import { ReservingView } from './reserving-view';
import { ReturningView } from './returning-view';
import { UnsureView } from './unsure-view';
import { useVisit } from './visit';

/** The checkout: one view for each stage of the visit. */
export function CheckoutPage() {
  const visit = useVisit();
  switch (visit.stage) {
    case 'browsing':
      return (
        <>
          <Heading title="Checkout">You hold no seats</Heading>
          <p>
            Seats are held only while a page of the shop is open. <a href={toEvents}>See what’s on</a>
          </p>
        </>
      );
    case 'returning':
      return <ReturningView {...visit} />;
    case 'captcha':
      return <CaptchaView {...visit} />;
    case 'reserving':
      return <ReservingView {...visit} />;
    case 'holding':
      return <HoldingView {...visit} />;
    case 'unsure':
      return <UnsureView {...visit} />;
    case 'bought':
      return <ReceiptView {...visit} />;
    case 'ended':
      return <EndedView {...visit} />;
  }
}
