import { useEffect } from 'react';

import { durationText, minutesText } from '../parts/dates';
import { useSecondsLeft } from '../parts/use-seconds-left';
import { lookAtHold } from './holding';
import { useVisit } from './visit';

/** What is left of the hold, as a clock. When it is over, the gateway is asked what became of the seats. */
export function HoldCountdown({ endsAtMs }: { endsAtMs: number }) {
  const secondsLeft = useSecondsLeft(endsAtMs);
  const visit = useVisit();
  // A task that is under way at the end finds out by itself; if it does not, it is looked up after it.
  const isOver = secondsLeft === 0 && visit.stage === 'holding' && visit.task === null;
  useEffect(() => {
    if (isOver) void lookAtHold();
  }, [isOver, endsAtMs]);
  return (
    <span className={`countdown${secondsLeft <= 60 ? ' is-short' : ''}`}>
      <span aria-hidden="true">{minutesText(secondsLeft)}</span>
      <span className="visually-hidden">held for {durationText(secondsLeft)} more</span>
    </span>
  );
}

/** The moments at which a screen reader is told, in seconds: not every second, which nobody could listen to. */
const TOLD_AT = [120, 60, 30, 10];

/** Says aloud when little is left. */
export function HoldAnnouncements({ endsAtMs }: { endsAtMs: number }) {
  const secondsLeft = useSecondsLeft(endsAtMs);
  const reached = TOLD_AT.filter((seconds) => secondsLeft <= seconds).at(-1);
  return (
    <p className="visually-hidden" role="status">
      {reached === undefined ? '' : `Your seats are held for ${durationText(reached)} more.`}
    </p>
  );
}
