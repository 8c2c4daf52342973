import { useEffect, useState } from 'react';

import type { Pending } from '../api/outcome';
import { durationText, minutesText } from '../parts/dates';
import { useSecondsLeft } from '../parts/use-seconds-left';

/**
 * A progress bar while upstream has not finished, with the most time that is left. It counts from the gateway's response,
 * so a wrong clock of the shopper is harmless.
 */
export function Progress({ doing, pending }: { doing: string; pending: Pending | null }) {
  return (
    <div className="progress-box">
      <progress aria-label={doing} />
      {pending && <TimeLeft pending={pending} />}
      <p className="visually-hidden" role="status">
        {pending && pending.attempt > 1
          ? `Still at it. At most ${durationText(secondsToGiveUp(pending))} more.`
          : doing}
      </p>
    </div>
  );
}

function TimeLeft({ pending }: { pending: Pending }) {
  const [endsAtMs, setEndsAtMs] = useState(() => endOf(pending));
  useEffect(() => setEndsAtMs(endOf(pending)), [pending]);
  const secondsLeft = useSecondsLeft(endsAtMs);
  return (
    <p className="progress-time">
      <span>
        {pending.attempt > 1
          ? `Asked ${pending.attempt} times: the box office is still at it.`
          : 'The box office is at it.'}
      </span>
      <span>
        At most <span className="clock">{minutesText(secondsLeft)}</span> more
      </span>
    </p>
  );
}

const endOf = (pending: Pending): number => performance.now() + secondsToGiveUp(pending) * 1000;

/** The time from the response until `giveUpAt`: both are times of the gateway's clock, not of the shopper's. */
const secondsToGiveUp = ({ giveUpAt, pollAfter, waitSeconds }: Pending): number =>
  Math.max((Date.parse(giveUpAt) - Date.parse(pollAfter)) / 1000 + waitSeconds, 0);
