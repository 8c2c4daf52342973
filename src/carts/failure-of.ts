import {
  type UpstreamError,
  UpstreamNotFound,
  UpstreamQueueFull,
  UpstreamRefused,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../partner-api/errors';
import {
  type Failure,
  cartGone,
  common,
  notTransactable,
  ticketLimitExceeded,
  underMaintenance,
  unknownEvent,
  upstreamFailed,
} from './failures';

/** The cart, the request and the event that a failure is about. */
export interface FailureContext {
  /** Ours; empty while there is none. */
  readonly id: string;
  readonly eventId: string;
  readonly requestId: string;
}

/** What a failed upstream call means to the shopper, by upstream's number (the error table of the manual). */
export function failureOf(error: UpstreamError, context: FailureContext): Failure {
  const { eventId, requestId } = context;
  if (error instanceof UpstreamRefused) return refusalOf(error.upstreamCode, context);
  if (error instanceof UpstreamNotFound) return unknownEvent(eventId);
  if (error instanceof UpstreamThrottled) {
    return {
      type: 'Throttled',
      ...common('UPSTREAM_QUOTA', "The partner's quota with upstream is used up for the moment.", {
        retryable: true,
        retryAfterSeconds: error.retryAfterSeconds,
      }),
    };
  }
  if (error instanceof UpstreamQueueFull) {
    return upstreamFailed(requestId, 'UNAVAILABLE', 'The gateway is too busy for this call.', {
      retryable: true,
      retryAfterSeconds: 1,
    });
  }
  if (error instanceof UpstreamTimeout) {
    return upstreamFailed(requestId, 'TIMEOUT', 'Upstream did not answer in time.', { retryable: true });
  }
  if (error instanceof UpstreamUnavailable) {
    return upstreamFailed(requestId, 'UNAVAILABLE', 'Upstream is not available.', {
      retryable: true,
      upstreamCode: error.upstreamCode,
    });
  }
  const retryable = !(error instanceof UpstreamUnauthorized);
  return upstreamFailed(requestId, 'UNEXPECTED', 'Upstream gave an answer that makes no sense.', {
    retryable,
  });
}

const declines = {
  20122: { code: 'DECLINED', message: 'The payment was not accepted.' },
  20129: { code: 'NO_FUNDS', message: 'The payment method has no funds.' },
  20152: { code: 'SECURITY_CODE_INVALID', message: 'The security code is wrong.' },
} as const;

function refusalOf(upstreamCode: number, { id, eventId, requestId }: FailureContext): Failure {
  switch (upstreamCode) {
    case 10002: {
      // Upstream does not say which field it is; an empty path is the input as a whole.
      const message = 'Upstream did not accept a field of the input.';
      return {
        type: 'InvalidInput',
        ...common('BAD_FIELD', message, { upstreamCode }),
        issues: [{ path: '', message, code: 'BAD_FIELD' }],
      };
    }
    case 10004:
      return {
        type: 'CaptchaFailed',
        ...common('CAPTCHA_REQUIRED', 'A captcha has to be solved first.', { upstreamCode }),
        eventId,
      };
    case 10031:
      return {
        type: 'CaptchaFailed',
        ...common('CAPTCHA_INVALID', 'The captcha was not solved, or too long ago.', { upstreamCode }),
        eventId,
      };
    case 10161:
      return ticketLimitExceeded(eventId, null, upstreamCode);
    case 20001:
      return underMaintenance(eventId, { upstreamCode });
    case 20046:
    case 20052:
      return {
        type: 'NoInventory',
        ...common('NO_INVENTORY', 'There are no such seats left, or not side by side.', { upstreamCode }),
        eventId,
      };
    case 10104:
      return {
        type: 'InvalidInput',
        ...common('UNKNOWN_DELIVERY', 'There is no such way of delivery.', { upstreamCode }),
        issues: [
          {
            path: 'shippingOptionId',
            message: 'There is no such way of delivery for this cart.',
            code: 'UNKNOWN_DELIVERY',
          },
        ],
      };
    case 20122:
    case 20129:
    case 20152:
      return {
        type: 'PaymentDeclined',
        ...common(declines[upstreamCode].code, declines[upstreamCode].message, { upstreamCode }),
        cartId: id,
      };
    case 90001:
      return notTransactable(eventId, upstreamCode);
    case 90003:
      return { ...cartGone('CART_EXPIRED', null), upstreamCode };
    default:
      return upstreamFailed(requestId, 'UNEXPECTED', 'Upstream refused the call.', { upstreamCode });
  }
}
