import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  /** How to correct an invalid value. */
  readonly hint: string;
  /** The names of the invalid fields. */
  readonly wrong: ReadonlySet<string>;
}

/** An input with its label, and a hint if it is invalid. */
export function TextField(props: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { label, hint, wrong, ...input } = props;
  return (
    <Labelled label={label} hint={hint} isWrong={wrong.has(input.name)} isOptional={!input.required}>
      {(aria) => <input {...input} {...aria} />}
    </Labelled>
  );
}

/** The same for a select. */
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
 * Returns the names of the fields that break their rules (`required`, `pattern`, `type`), and focuses the first of them.
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
