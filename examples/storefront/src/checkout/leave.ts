import { currentVisit, moveOn } from './visit';

/**
 * Gives the seats back when the page goes away: the tab is closed, another address is typed in, the phone drops it. A
 * beacon outlives its page. A purchase is not called back by it.
 */
export function watchForLeaving(): void {
  addEventListener('pagehide', () => {
    const address = releaseUrl();
    if (address !== null) navigator.sendBeacon(address);
  });
  addEventListener('pageshow', ({ persisted }) => {
    // The page was kept, and is shown again. Its seats are gone.
    const visit = currentVisit();
    if (!persisted || releaseUrl() === null || !('order' in visit)) return;
    moveOn({
      stage: 'ended',
      order: visit.order,
      trouble: { __typename: 'CartGone', code: 'CART_RELEASED', retryable: false, retryAfterSeconds: null },
      again: null,
    });
  });
}

/** Where to say that the shopper is gone. Null when nothing is held. */
function releaseUrl(): string | null {
  const visit = currentVisit();
  if (visit.stage === 'reserving') return visit.pending?.releaseUrl ?? null;
  return visit.stage === 'holding' ? visit.hold.cart.releaseUrl : null;
}
