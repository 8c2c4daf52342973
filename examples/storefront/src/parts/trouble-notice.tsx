import { useEffect, useRef, useState } from 'react';

import type { Trouble } from '../api/outcome';
import { wordsFor } from '../checkout/trouble-words';
import { durationText } from './dates';
import { useSecondsLeft } from './use-seconds-left';

/** A box with a failure, next to its cause. It takes the focus, so that it is not missed. */
export function TroubleNotice({ trouble, again }: { trouble: Trouble; again?: (() => void) | null }) {
  const { title, text, waitSeconds, remedy } = wordsFor(trouble);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [trouble]);
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">{title}</p>
      <p>{text}</p>
      {again && remedy === 'again' && <AgainButton again={again} waitSeconds={waitSeconds} />}
    </div>
  );
}

/** The button "Try again", enabled after the wait. */
export function AgainButton({ again, waitSeconds }: { again: () => void; waitSeconds: number }) {
  const [endsAtMs] = useState(() => performance.now() + waitSeconds * 1000);
  const secondsLeft = useSecondsLeft(endsAtMs);
  return (
    <button type="button" className="button button-main" onClick={again} disabled={secondsLeft > 0}>
      {secondsLeft > 0 ? `Try again in ${durationText(secondsLeft)}` : 'Try again'}
    </button>
  );
}
