import { ROUTE_NAMES, type RouteName } from '../routes/route-names';

/** What upstream would hold against a partner. */
export interface Violations {
  /** A polling URL requested before its wait was over. */
  earlyPoll: number;
  /** A second request that named a cart while another one did. */
  concurrentCall: number;
  /** A call on a cart with a polled call outstanding, other than its poll and its DELETE. */
  busyCart: number;
  missingClientIp: number;
  /** A `True-Client-IP` that is neither an IPv4 nor an IPv6 address. */
  invalidClientIp: number;
  /** A card number or security code that is not encrypted. */
  plainCardNumber: number;
  /** A purchase of a cart that was bought already, or is being bought. */
  purchaseRepeated: number;
  /** A call by the path of another edition. */
  otherEdition: number;
}

/** The counts of one sandbox so far. */
export interface Counts {
  /** Calls that the quota admitted, by route, including those that fail later. */
  requests: Record<RouteName, number>;
  violations: Violations;
  /** The latest 50, for people. */
  violationDetails: string[];
  maxConcurrentPerCart: number;
  maxConcurrentRequests: Record<RouteName, number>;
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
    otherEdition: 0,
  };
  private readonly violationDetails: string[] = [];

  /**
   * Counts a request that is fully received. Call the returned function once, when the response has ended. Two at a
   * time on one cart are a violation ("No concurrency on a cart").
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

  /** Counts a violation. `detail` describes it to people. */
  violation(kind: keyof Violations, detail: string): void {
    this.violations[kind] += 1;
    this.violationDetails.push(`${kind}: ${detail}`);
    if (this.violationDetails.length > DETAILS_KEPT) this.violationDetails.shift();
  }

  /** A copy of the counts, which later requests do not change. */
  snapshot(): Counts {
    return {
      requests: { ...this.requests },
      violations: { ...this.violations },
      violationDetails: [...this.violationDetails],
      maxConcurrentPerCart: this.maxConcurrentPerCart,
      maxConcurrentRequests: { ...this.maxConcurrentRequests },
    };
  }

  private enterCart(route: RouteName, cartId: string): void {
    const concurrent = (this.inFlightByCart.get(cartId) ?? 0) + 1;
    this.inFlightByCart.set(cartId, concurrent);
    this.maxConcurrentPerCart = Math.max(this.maxConcurrentPerCart, concurrent);
    if (concurrent > 1) {
      this.violation('concurrentCall', `${route} is concurrent request ${concurrent} on ${cartId}`);
    }
  }

  private leaveCart(cartId: string): void {
    const concurrent = (this.inFlightByCart.get(cartId) ?? 0) - 1;
    if (concurrent > 0) this.inFlightByCart.set(cartId, concurrent);
    else this.inFlightByCart.delete(cartId);
  }
}

function perRoute(): Record<RouteName, number> {
  return Object.fromEntries(ROUTE_NAMES.map((name) => [name, 0])) as Record<RouteName, number>;
}
