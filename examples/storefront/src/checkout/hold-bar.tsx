import { toCheckout } from '../route';
import { HoldCountdown } from './hold-countdown';
import { placeText } from './line-words';
import { useVisit } from './visit';

/** A bar on every page but the checkout: links to the seats that are held or being reserved, or to the place in line. */
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
          {visit.pending?.queue ? `You are ${placeText(visit.pending.queue)}` : 'Looking for seats …'}
        </a>
      );
    case 'captcha':
      return visit.place === null ? null : (
        <a className="hold-bar" href={toCheckout}>
          Your place in line is kept …
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
