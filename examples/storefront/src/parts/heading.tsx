import { type ReactNode, useEffect, useRef } from 'react';

/** Whether a view has been shown before: the first one does not move the focus. */
let isFirstView = true;

/** The heading of a view. It takes the focus when the view appears, so that a screen reader announces the view. */
export function Heading({ children, title }: { children: ReactNode; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Stagedoor Tickets`;
    if (!isFirstView) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    isFirstView = false;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
