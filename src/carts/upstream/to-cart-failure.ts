import {
  EditionLacks,
  UpstreamDown,
  type UpstreamError,
  UpstreamNotFound,
  UpstreamQueueFull,
  UpstreamRefused,
  UpstreamReservationsFull,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../../partner-api/errors';
import {
  type Failure,
  cartGone,
  common,
  invalidInput,
  notTransactable,
  ticketLimitExceeded,
  underMaintenance,
  unknownEvent,
  upstreamFailed,
} from '../failures';

/** The cart, the request and the event that a failure is about. */
export interface FailureContext {
  /** The gateway's id of the cart; empty while there is none. */
  readonly id: string;
  readonly eventId: string;
  readonly requestId: string;
}

/** The failure that the shopper sees for a failed upstream call. */
export function toCartFailure(error: UpstreamError, context: FailureContext): Failure {
  const { eventId, requestId } = context;
  if (error instanceof UpstreamRefused) return toRefusal(error, context);
  if (error instanceof UpstreamNotFound) return unknownEvent(eventId);
  if (error instanceof EditionLacks) {
    return invalidInput([{ path: error.field, message: error.message, code: 'UNSUPPORTED' }]);
  }
  if (error instanceof UpstreamThrottled) {
    return {
      type: 'Throttled',
      ...common('UPSTREAM_QUOTA', "The partner's quota with upstream is exhausted for now.", {
        retryable: true,
        retryAfterSeconds: error.retryAfterSeconds,
      }),
    };
  }
  if (error instanceof UpstreamReservationsFull) {
    return {
      type: 'Throttled',
      ...common('UPSTREAM_QUOTA', 'The partner has as many reservations with upstream as it may have.', {
        retryable: true,
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
      retryAfterSeconds: error instanceof UpstreamDown ? error.retryAfterSeconds : null,
    });
  }
  if (error instanceof UpstreamUnauthorized) {
    return upstreamFailed(requestId, 'UNEXPECTED', "Upstream does not accept the gateway's credentials.", {
      retryable: false,
    });
  }
  return upstreamFailed(requestId, 'UNEXPECTED', 'Upstream sent an invalid response.', { retryable: true });
}

const declines = {
  paymentDeclined: { code: 'DECLINED', message: 'The payment was not accepted.' },
  noFunds: { code: 'NO_FUNDS', message: 'The payment method has no funds.' },
  securityCodeInvalid: { code: 'SECURITY_CODE_INVALID', message: 'The security code is wrong.' },
} as const;

function toRefusal(
  { reason, upstreamCode }: UpstreamRefused,
  { id, eventId, requestId }: FailureContext,
): Failure {
  switch (reason) {
    case 'invalidField': {
      // Upstream does not name the field. An empty path stands for the whole input.
      const message = 'Upstream did not accept a field of the input.';
      return {
        type: 'InvalidInput',
        ...common('BAD_FIELD', message, { upstreamCode }),
        issues: [{ path: '', message, code: 'BAD_FIELD' }],
      };
    }
    case 'captchaRequired':
      return {
        type: 'CaptchaFailed',
        ...common('CAPTCHA_REQUIRED', 'A captcha has to be solved first.', { upstreamCode }),
        eventId,
      };
    case 'captchaInvalid':
      return {
        type: 'CaptchaFailed',
        ...common('CAPTCHA_INVALID', 'The captcha was not solved, or too long ago.', { upstreamCode }),
        eventId,
      };
    case 'overTicketLimit':
      return ticketLimitExceeded(eventId, null, upstreamCode);
    case 'maintenance':
      return underMaintenance(eventId, { upstreamCode });
    case 'soldOut':
      return {
        type: 'NoInventory',
        ...common('NO_INVENTORY', 'There are no such seats left, or not side by side.', { upstreamCode }),
        eventId,
      };
    case 'unknownDelivery':
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
    case 'paymentDeclined':
    case 'noFunds':
    case 'securityCodeInvalid':
      return {
        type: 'PaymentDeclined',
        ...common(declines[reason].code, declines[reason].message, { upstreamCode }),
        cartId: id,
      };
    case 'notTransactable':
      return notTransactable(eventId, upstreamCode);
    case 'invalidCart':
      return { ...cartGone('CART_EXPIRED', null), upstreamCode };
    case 'other':
      return upstreamFailed(requestId, 'UNEXPECTED', 'Upstream refused the call.', { upstreamCode });
  }
}
