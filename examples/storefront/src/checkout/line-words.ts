import type { PlaceInLineFragment, QueueNotice } from '../api/generated/graphql';

/** A place in line. */
export type PlaceInLine = PlaceInLineFragment;

/** The place, for example `number 12 in line`. */
export const placeText = ({ position }: PlaceInLine): string =>
  position === 1 ? 'next in line' : `number ${new Intl.NumberFormat().format(position)} in line`;

/** The wait, for example `about 3 minutes`. */
export function waitText(queue: PlaceInLine): string {
  const seconds = roundedWait(queue);
  const [count, unit] =
    seconds < MINUTE
      ? [seconds, 'second']
      : seconds <= LONGEST_IN_MINUTES
        ? [seconds / MINUTE, 'minute']
        : [seconds / HOUR, 'hour'];
  return `about ${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Whether the wait has become longer since the place `before` was shown. */
export const hasGrown = (queue: PlaceInLine, before: PlaceInLine | null): boolean =>
  before !== null && roundedWait(queue) > roundedWait(before);

/** What the shopper should know before their turn comes. Null if there is nothing to say. */
export function noticeText(notice: QueueNotice | null): string | null {
  switch (notice) {
    case 'UNDER_MAINTENANCE':
      return 'The box office is closed at the moment. If your turn comes before it opens, you have to try again later.';
    case 'NOT_ON_SALE_YET':
      return 'The sale of these tickets has not begun. If your turn comes before it does, you may not get any.';
    case 'SALE_ENDED':
      return 'The sale of these tickets is over, so you may wait in vain.';
    case 'NO_SEATS_FOUND':
      return 'The last shopper whose turn came got no seats. Other tickets for this event may still be there.';
    default:
      return null;
  }
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const LONGEST_IN_MINUTES = 90 * MINUTE;

/**
 * The estimate in seconds, rounded up to a step that suits its length: no shopper is glad of a wait that is longer than was
 * said, and no estimate is exact to the second.
 */
function roundedWait({ estimatedWaitSeconds: seconds }: PlaceInLine): number {
  const step =
    seconds <= 50 ? 10 : seconds <= 10 * MINUTE ? MINUTE : seconds <= LONGEST_IN_MINUTES ? 5 * MINUTE : HOUR;
  return Math.max(Math.ceil(seconds / step), 1) * step;
}
