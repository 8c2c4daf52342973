import type { Trouble } from '../api/outcome';
import { clockTime, durationText } from '../parts/dates';

/** What helps: `again` the same call, `choose` other tickets, `elsewhere` the retail site, or `none`. */
export type Remedy = 'again' | 'choose' | 'elsewhere' | 'none';

/** A trouble as text for the shopper. */
export interface TroubleWords {
  readonly title: string;
  readonly text: string;
  readonly remedy: Remedy;
  /** The seconds to wait before the next try; 0 for none. */
  readonly waitSeconds: number;
}

const said = (title: string, text: string, remedy: Remedy, waitSeconds = 0): TroubleWords => ({
  title,
  text,
  remedy,
  waitSeconds,
});

/** The texts for all troubles. The gateway's `message` is for developers and is not shown. */
export function wordsFor(trouble: Trouble): TroubleWords {
  switch (trouble.__typename) {
    case 'NoInventory':
      return said(
        'These seats are gone',
        'There are not enough seats together for this choice. Fewer tickets, another price or another area may ' +
          'still be there.',
        'choose',
      );
    case 'TicketLimitExceeded':
      return trouble.limit === null
        ? said('That is too many tickets', 'Please choose fewer tickets for this event.', 'choose')
        : said(
            'That is too many tickets',
            `One person can have at most ${trouble.limit} for this event, earlier orders included.`,
            'choose',
          );
    case 'InvalidInput':
      return trouble.code === 'PLAIN_CARD_DATA'
        ? said(
            'Please take the card number out',
            'One of the fields holds what looks like a card number. It was not sent on.',
            'choose',
          )
        : said('Something needs a correction', inputText(trouble.issues), 'choose');
    case 'CaptchaFailed':
      return said('We could not make sure that you are human', 'Please try that step again.', 'again');
    case 'EventNotSellable':
      return trouble.code === 'UNKNOWN_EVENT'
        ? said('This event is not there any more', 'It may have been moved or cancelled.', 'elsewhere')
        : said(
            'Not sold here',
            'Tickets for this event are sold on its own page only. You can go on there.',
            'elsewhere',
          );
    case 'CartGone':
      return goneWords(trouble.code);
    case 'PaymentDeclined':
      return declinedWords(trouble.code);
    case 'TotalChanged':
      return said(
        'The total has changed',
        'Nothing was charged. Please look at the new total before you buy.',
        'none',
      );
    case 'UnderMaintenance':
      return said(
        'The box office is closed for the night',
        trouble.window === null
          ? 'The ticketing system is being looked after. It usually takes an hour at most.'
          : `It opens again at ${clockTime(trouble.window.endsAt)} by your clock, ` +
              `in ${durationText(trouble.retryAfterSeconds ?? 300)}.`,
        'again',
        trouble.retryAfterSeconds ?? 60,
      );
    case 'Throttled':
      return trouble.code === 'QUEUE_FULL'
        ? said(
            'The line is full',
            `So many people stand in line that there is no room for more just now. ${roomText(trouble)}`,
            'again',
            trouble.retryAfterSeconds ?? 10,
          )
        : busyWords(trouble.retryAfterSeconds);
    case 'OutcomeUnknown':
      return said(
        'We are checking your order',
        'Please do not buy again: we will know in a moment whether it went through.',
        'none',
      );
    case 'IdempotencyConflict':
      return said('That did not work', 'Please begin again: nothing was charged.', 'again');
    case 'UpstreamFailed':
      return upstreamWords(trouble);
    case 'Unreachable':
      return said(
        'We cannot reach the box office',
        'Please check your connection and try again. Trying again never buys or holds anything twice.',
        'again',
      );
    case 'Refused':
      return trouble.code === 'UPSTREAM_QUOTA' || trouble.code === 'RATE_LIMITED'
        ? busyWords(trouble.retryAfterSeconds)
        : said(
            'Something is wrong on our side',
            'Please try again in a few minutes. Nothing is ever bought twice.',
            'again',
            trouble.code === 'OVERLOADED' ? 5 : 0,
          );
    case 'NotBought':
      return said(
        'The purchase did not go through',
        'Nothing was charged, and your seats are still held. Please check your payment and try again.',
        'none',
      );
    case 'Mistyped':
      return said('Please check the card', trouble.message, 'none');
    default:
      return unforeseen(trouble);
  }
}

/** The text for a failure that a later schema added: the fields of `Failure` suffice. */
function unforeseen(trouble: never): TroubleWords {
  const { retryable, retryAfterSeconds } = trouble as {
    retryable?: boolean;
    retryAfterSeconds?: number | null;
  };
  return said(
    'That did not work',
    retryable ? 'Please try again in a moment.' : 'Please try something else.',
    retryable ? 'again' : 'choose',
    retryAfterSeconds ?? 0,
  );
}

const busyWords = (retryAfterSeconds: number | null): TroubleWords =>
  said(
    'It is very busy just now',
    'Many people are looking for tickets. Please wait a moment; there is no need to reload.',
    'again',
    retryAfterSeconds ?? 10,
  );

const roomText = ({ retryAfterSeconds }: Failed<'Throttled'>): string =>
  retryAfterSeconds === null
    ? 'Please try again in a moment; there is no need to reload.'
    : `There will be some in about ${durationText(retryAfterSeconds)}; there is no need to reload.`;

type Failed<Name> = Extract<Trouble, { __typename: Name }>;

function goneWords(code: Failed<'CartGone'>['code']): TroubleWords {
  switch (code) {
    case 'CART_EXPIRED':
      return said(
        'Your time is up',
        'The seats were held for you as long as they could be, and are free for others now. Nothing was charged.',
        'again',
      );
    case 'CART_RELEASED':
      return said(
        'Your seats were given back',
        'You left the page, or we did not hear from you for a while. Nothing was charged.',
        'again',
      );
    case 'CART_PURCHASED':
      return said(
        'These tickets are yours already',
        'They were bought before. Look for a mail from the box office.',
        'none',
      );
    default:
      return said('Your seats are no longer held', 'You can look for seats again.', 'again');
  }
}

function declinedWords(code: Failed<'PaymentDeclined'>['code']): TroubleWords {
  const held = 'Nothing was charged, and your seats are still held.';
  switch (code) {
    case 'NO_FUNDS':
      return said('There is not enough money on this card', `Please try another card. ${held}`, 'none');
    case 'SECURITY_CODE_INVALID':
      return said('The security code is wrong', `Please check it and type it again. ${held}`, 'none');
    default:
      return said(
        'The card was declined',
        `Please check its number and expiry date, or try another card. ${held}`,
        'none',
      );
  }
}

function upstreamWords({ code, retryAfterSeconds, requestId }: Failed<'UpstreamFailed'>): TroubleWords {
  switch (code) {
    case 'GAVE_UP_POLLING':
      return said(
        'It took too long',
        'We stopped looking, and give back whatever was found. Nothing was charged.',
        'again',
      );
    case 'UNEXPECTED':
      return said(
        'Something is wrong at the box office',
        `Nothing was charged. If it happens again, send us this number: ${requestId ?? 'none'}.`,
        'again',
      );
    default:
      return said(
        'The box office does not answer',
        'Nothing was charged. Please try again in a moment.',
        'again',
        retryAfterSeconds ?? 3,
      );
  }
}

function inputText(issues: Failed<'InvalidInput'>['issues']): string {
  const [first] = issues;
  switch (first?.code) {
    case 'QUANTITY_RULE':
      return 'This number of tickets is not sold. Please choose another one.';
    case 'UNKNOWN_TICKET':
      return 'This kind of ticket is no longer sold. Please look at the event again.';
    case 'UNKNOWN_DELIVERY':
      return 'This way of delivery is no longer there. Please choose another one.';
    default:
      return `Please check what you entered: ${fieldName(first?.path ?? '')}.`;
  }
}

/** `buyer.address.postalCode` as `postal code`. */
const fieldName = (path: string): string =>
  (path.split('.').at(-1) ?? path).replace(/([A-Z])/g, ' $1').toLowerCase() || 'one of the fields';
