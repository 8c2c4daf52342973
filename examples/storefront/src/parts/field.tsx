import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  /** What to do about it when what was entered will not do. */
  readonly hint: string;
  /** The names of the fields that will not do. */
  readonly wrong: ReadonlySet<string>;
}

/** An input with its label, and a sentence when it has to be corrected. */
export function TextField(props: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { label, hint, wrong, ...input } = props;
  return (
    <Labelled label={label} hint={hint} isWrong={wrong.has(input.name)} isOptional={!input.required}>
      {(aria) => <input {...input} {...aria} />}
    </Labelled>
  );
}

/** The same for a choice out of a list. */
export function SelectField(props: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const { label, hint, wrong, children, ...select } = props;
  return (
    <Labelled label={label} hint={hint} isWrong={wrong.has(select.name)} isOptional={!select.required}>
      {(aria) => (
        <select {...select} {...aria}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

function Labelled(props: {
  label: string;
  hint: string;
  isWrong: boolean;
  isOptional: boolean;
  children: (aria: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode;
}) {
  const { label, hint, isWrong, isOptional, children } = props;
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {isOptional && <span className="quiet"> (optional)</span>}
      </label>
      {children(isWrong ? { id, 'aria-invalid': true, 'aria-describedby': hintId } : { id })}
      {isWrong && (
        <span className="field-complaint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  );
}

/**
 * The names of the fields of a form that break their own rules (`required`, `pattern`, `type`). The first of them
 * gets the focus.
 */
export function wrongFields(form: HTMLFormElement): ReadonlySet<string> {
  const wrong = [...form.elements].filter(
    (element) =>
      (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) &&
      !element.validity.valid,
  ) as (HTMLInputElement | HTMLSelectElement)[];
  wrong[0]?.focus();
  return new Set(wrong.map(({ name }) => name));
}
