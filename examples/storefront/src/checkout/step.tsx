import { type ReactNode, useEffect, useRef } from 'react';

import type { Pending, Trouble } from '../api/outcome';
import { TroubleNotice } from '../parts/trouble-notice';
import type { StepName } from './holding-view';
import { Progress } from './progress';
import type { Task } from './visit';

const TASKS = { delivery: 'delivery', payment: 'payment', confirm: 'purchase' } as const;
const DOING = {
  delivery: 'Setting your delivery',
  payment: 'Encrypting your card and taking it down',
  confirm: 'Buying your tickets: please do not close this page',
} as const;

/** A step of the checkout. Only one is open; completed steps can be opened again. */
export function Step(props: {
  name: StepName;
  title: string;
  /** The shopper's choice. Null until the step is done. */
  done: string | null;
  open: StepName;
  task: Task | null;
  pending: Pending | null;
  trouble: Trouble | null;
  reopen: (name: StepName) => void;
  children: ReactNode;
}) {
  const { name, title, done, open, task, pending, trouble, reopen, children } = props;
  const isOpen = open === name;
  const isBusy = task === TASKS[name];
  const heading = useFocusOnOpening(isOpen);
  return (
    <li className={`panel step${isOpen ? ' is-open' : ''}`} aria-current={isOpen ? 'step' : undefined}>
      <div className="step-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {!isOpen && done !== null && (
          <>
            <span className="step-done">{done}</span>
            <button type="button" className="link" disabled={task !== null} onClick={() => reopen(name)}>
              Change<span className="visually-hidden"> {title.toLowerCase()}</span>
            </button>
          </>
        )}
      </div>
      {isOpen && (
        <>
          {trouble && <TroubleNotice trouble={trouble} />}
          {isBusy && <Busy doing={DOING[name]} pending={pending} />}
          <fieldset className="step-body" disabled={task !== null} hidden={isBusy}>
            <legend className="visually-hidden">{title}</legend>
            {children}
          </fieldset>
        </>
      )}
    </li>
  );
}

/** Shows a running task in place of its form, and takes over the focus. */
function Busy({ doing, pending }: { doing: string; pending: Pending | null }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <>
      <p className="doing" tabIndex={-1} ref={text}>
        {doing} …
      </p>
      <Progress doing={doing} pending={pending} />
    </>
  );
}

/** The heading of a step takes the focus when the step opens after another one. */
function useFocusOnOpening(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef<boolean>(undefined);
  useEffect(() => {
    if (isOpen && wasOpen.current === false) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return heading;
}
