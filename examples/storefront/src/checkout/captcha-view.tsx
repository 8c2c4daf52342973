import type { SyntheticEvent } from 'react';

import { Heading } from '../parts/heading';
import { giveBack, reserveWith } from './reserve';
import { go, toEvent } from '../route';
import type { Visit } from './visit';

/**
 * The captcha that upstream asks for. Its page runs in a frame without scripts, and its way out is caught: the link to
 * `redirectScheme` carries the solution. That is all the sandbox's page needs. The real one needs Google's widget, made
 * from `siteKey`, and a policy that lets it in.
 */
export function CaptchaView({ order, captcha, again }: Extract<Visit, { stage: 'captcha' }>) {
  const prefix = `${captcha.redirectScheme}://`;
  const watch = ({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) => {
    for (const link of frame.contentDocument?.querySelectorAll('a') ?? []) {
      const address = link.getAttribute('href') ?? '';
      if (!address.startsWith(prefix)) continue;
      link.addEventListener('click', (click) => {
        click.preventDefault();
        void reserveWith(order, address.slice(prefix.length));
      });
    }
  };
  return (
    <>
      <Heading title="One more step">Are you human?</Heading>
      {again && (
        <p className="notice notice-bad" role="alert">
          That was not accepted, or came too late. Please do it once more.
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
      <CancelButton eventId={order.event.id} />
    </>
  );
}

/** Gives up whatever is under way, and goes back to the event. */
export function CancelButton({ eventId }: { eventId: string }) {
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => {
        giveBack();
        go(toEvent(eventId));
      }}
    >
      Cancel
    </button>
  );
}
