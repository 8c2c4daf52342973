import type { ReactNode, SyntheticEvent } from 'react';

import { Heading } from '../parts/heading';
import { giveBack, reserveWith } from './reserve';
import { go, toEvent } from '../route';
import type { Visit } from './visit';

/**
 * The captcha that upstream requires. Its page is in a frame without scripts. The link to `redirectScheme`, which has the
 * solution, is intercepted. That suffices for the sandbox. The real captcha needs Google's widget with the `siteKey`, and a
 * content security policy that allows it.
 */
export function CaptchaView({ order, captcha, again, place }: Extract<Visit, { stage: 'captcha' }>) {
  const prefix = `${captcha.redirectScheme}://`;
  const watch = ({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) => {
    for (const link of frame.contentDocument?.querySelectorAll('a') ?? []) {
      const address = link.getAttribute('href') ?? '';
      if (!address.startsWith(prefix)) continue;
      link.addEventListener('click', (click) => {
        click.preventDefault();
        void reserveWith(order, address.slice(prefix.length), place);
      });
    }
  };
  return (
    <>
      <Heading title="One more step">Are you human?</Heading>
      {again && (
        <p className="notice notice-bad" role="alert">
          {place
            ? 'Your answer became too old while you stood in line, or was not accepted. Your place is kept for two ' +
              'minutes: please do it once more.'
            : 'That was not accepted, or came too late. Please do it once more.'}
        </p>
      )}
      <p>Tickets are for people. The box office asks you to prove that you are one.</p>
      {captcha.html === null ? (
        <p className="notice">
          This account’s captcha comes as a widget, which this example does not load: see its README.
        </p>
      ) : (
        <iframe
          // A new page for a new captcha.
          key={captcha.html}
          className="captcha"
          title="Captcha"
          sandbox="allow-same-origin"
          srcDoc={captcha.html}
          onLoad={watch}
        />
      )}
      <CancelButton eventId={order.event.id}>{place ? 'Leave the line' : 'Cancel'}</CancelButton>
    </>
  );
}

/** Cancels the reservation or leaves the line, and returns to the event. */
export function CancelButton({ eventId, children }: { eventId: string; children: ReactNode }) {
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => {
        giveBack();
        go(toEvent(eventId));
      }}
    >
      {children}
    </button>
  );
}
