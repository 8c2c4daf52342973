import type { CartReport } from './carts';
import type { OrderReport } from './orders';
import { ROUTE_NAMES, type RouteName } from './routes';

/** What real upstream would punish a partner for. */
export interface Violations {
  /** A polling URL asked for before its wait was over. */
  earlyPoll: number;
  /** A second request that named a cart while another one did. */
  concurrentCall: number;
  /** A call on a cart that polls, other than its poll and its DELETE. */
  busyCart: number;
  missingClientIp: number;
  /** A `True-Client-IP` that is no IPv4 or IPv6 address. */
  invalidClientIp: number;
  /** A card number or security code that nobody had encrypted. */
  plainCardNumber: number;
  /** A purchase of a cart that was bought already, or is being bought. */
  purchaseRepeated: number;
}

/** What happened so far and what is open now. */
export interface SandboxReport {
  requests: Record<RouteName, number>;
  /** Carts that hold seats or have a reserve pending; `carts` lists them. */
  openCarts: number;
  carts: CartReport[];
  /** Captcha sessions without a reserve. */
  openSessions: number;
  heldSeats: number;
  violations: Violations;
  /** The latest 50, for a human. */
  violationDetails: string[];
  maxConcurrentPerCart: number;
  maxConcurrentRequests: Record<RouteName, number>;
  /** Reserves that completed after a DELETE which had not waited for them. */
  orphanedByEarlyDelete: number;
  /** Reserves that got their seats. */
  reserves: number;
  /** Carts and sessions that a DELETE ended. */
  deletes: number;
  orders: OrderReport[];
  purchases: number;
  /** Anything above 1 is a shopper who paid twice. */
  maxPurchasesPerCart: number;
}

const DETAILS_KEPT = 50;

/** Counts requests and violations. */
export class Observations {
  private readonly requests = perRoute();
  private readonly inFlight = perRoute();
  private readonly maxConcurrentRequests = perRoute();
  private readonly inFlightByCart = new Map<string, number>();
  private maxConcurrentPerCart = 0;
  private readonly violations: Violations = {
    earlyPoll: 0,
    concurrentCall: 0,
    busyCart: 0,
    missingClientIp: 0,
    invalidClientIp: 0,
    plainCardNumber: 0,
    purchaseRepeated: 0,
  };
  private readonly violationDetails: string[] = [];

  /**
   * Notes a request that is fully received; call the returned function, once, when its response is over. Two at a time
   * on one cart are a violation ("No concurrency on a cart").
   */
  begin(route: RouteName, cartId: string | null): () => void {
    this.requests[route] += 1;
    this.inFlight[route] += 1;
    this.maxConcurrentRequests[route] = Math.max(this.maxConcurrentRequests[route], this.inFlight[route]);
    if (cartId !== null) this.enterCart(route, cartId);
    return () => {
      this.inFlight[route] -= 1;
      if (cartId !== null) this.leaveCart(cartId);
    };
  }

  /** Counts a violation; `detail` says in words what was wrong. */
  violation(kind: keyof Violations, detail: string): void {
    this.violations[kind] += 1;
    this.violationDetails.push(`${kind}: ${detail}`);
    if (this.violationDetails.length > DETAILS_KEPT) this.violationDetails.shift();
  }

  /** A copy of the counts, which later requests do not change. */
  snapshot() {
    return {
      requests: { ...this.requests },
      violations: { ...this.violations },
      violationDetails: [...this.violationDetails],
      maxConcurrentPerCart: this.maxConcurrentPerCart,
      maxConcurrentRequests: { ...this.maxConcurrentRequests },
    };
  }

  private enterCart(route: RouteName, cartId: string): void {
    const together = (this.inFlightByCart.get(cartId) ?? 0) + 1;
    this.inFlightByCart.set(cartId, together);
    this.maxConcurrentPerCart = Math.max(this.maxConcurrentPerCart, together);
    if (together > 1)
      this.violation('concurrentCall', `${route} is request ${together} at once on ${cartId}`);
  }

  private leaveCart(cartId: string): void {
    const together = (this.inFlightByCart.get(cartId) ?? 0) - 1;
    if (together > 0) this.inFlightByCart.set(cartId, together);
    else this.inFlightByCart.delete(cartId);
  }
}

function perRoute(): Record<RouteName, number> {
  return Object.fromEntries(ROUTE_NAMES.map((name) => [name, 0])) as Record<RouteName, number>;
}
