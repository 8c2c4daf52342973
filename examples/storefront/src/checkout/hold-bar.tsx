import { toCheckout } from '../route';
import { HoldCountdown } from './hold-countdown';
import { useVisit } from './visit';

/** On every page but the checkout: that seats are held or being looked for, and the way back to them. */
export function HoldBar() {
  const visit = useVisit();
  switch (visit.stage) {
    case 'holding':
      return (
        <a className="hold-bar" href={toCheckout}>
          Your seats <HoldCountdown endsAtMs={visit.hold.endsAtMs} />
        </a>
      );
    case 'reserving':
      return (
        <a className="hold-bar" href={toCheckout}>
          Looking for seats …
        </a>
      );
    case 'unsure':
      return (
        <a className="hold-bar" href={toCheckout}>
          Checking your order …
        </a>
      );
    default:
      return null;
  }
}
