import { useEffect } from 'react';

import { durationText, minutesText } from '../parts/dates';
import { useSecondsLeft } from '../parts/use-seconds-left';
import { session } from './session';
import { useVisit } from './visit';

/** The countdown of the hold. At its end it queries the state of the cart. */
export function HoldCountdown({ endsAtMs }: { endsAtMs: number }) {
  const secondsLeft = useSecondsLeft(endsAtMs);
  const visit = useVisit();
  // A task that is running at the end usually returns the state; otherwise the cart is queried after it.
  const isOver = secondsLeft === 0 && visit.stage === 'holding' && visit.task === null;
  useEffect(() => {
    if (isOver) void session.refresh();
  }, [isOver, endsAtMs]);
  return (
    <span className={`countdown${secondsLeft <= 60 ? ' is-short' : ''}`}>
      <span aria-hidden="true">{minutesText(secondsLeft)}</span>
      <span className="visually-hidden">held for {durationText(secondsLeft)} more</span>
    </span>
  );
}

/** The remaining seconds at which screen readers announce the countdown: every second would be too much. */
const TOLD_AT = [120, 60, 30, 10];

/** Announces to screen readers that little time is left. */
export function HoldAnnouncements({ endsAtMs }: { endsAtMs: number }) {
  const secondsLeft = useSecondsLeft(endsAtMs);
  const reached = TOLD_AT.filter((seconds) => secondsLeft <= seconds).at(-1);
  return (
    <p className="visually-hidden" role="status">
      {reached === undefined ? '' : `Your seats are held for ${durationText(reached)} more.`}
    </p>
  );
}
