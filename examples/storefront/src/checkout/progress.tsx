import { useEffect, useState } from 'react';

import type { Pending } from '../api/outcome';
import { durationText, minutesText } from '../parts/dates';
import { useSecondsLeft } from '../parts/use-seconds-left';

/**
 * That upstream is still at work: a bar, and the time that is left at most. All of it is counted from the gateway's
 * answer, so a shopper's wrong clock does no harm.
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

/** From the answer until `giveUpAt`: both of the gateway's clock readings, and none of the shopper's. */
const secondsToGiveUp = ({ giveUpAt, pollAfter, waitSeconds }: Pending): number =>
  Math.max((Date.parse(giveUpAt) - Date.parse(pollAfter)) / 1000 + waitSeconds, 0);
