import { element, escaped } from './svg.mjs';

const MOST_ROWS = 12;

/**
 * A section of the page: a heading, what the picture shows in one sentence, the picture with its legend, and its numbers as
 * a table.
 *
 * @param legend names of the colours 1, 2, … of the picture.
 * @param notes further paragraphs, below the picture.
 */
export function figure({ heading, conclusion, picture, legend = [], table, notes = [] }) {
  return element(
    'section',
    {},
    element('h2', {}, escaped(heading)),
    element('p', { class: 'conclusion' }, escaped(conclusion)),
    picture === undefined
      ? ''
      : element('figure', {}, picture, legend.length > 0 ? element('figcaption', {}, keys(legend)) : ''),
    tableOf(table),
    notes.map((note) => element('p', { class: 'note' }, escaped(note))),
  );
}

const keys = (legend) =>
  legend
    .map((name, index) =>
      element(
        'span',
        { class: 'key' },
        element('i', { style: `background: var(--hue-${index + 1})` }),
        escaped(name),
      ),
    )
    .join(' ');

/** A table with a caption. The first cell of a row is its heading; long tables are shortened to evenly spaced rows. */
export function tableOf({ caption, heads, rows }) {
  const step = Math.ceil(rows.length / MOST_ROWS);
  const shown = rows.filter((_, index) => index % step === 0 || index === rows.length - 1);
  return element(
    'div',
    { class: 'table', role: 'group', tabindex: 0, 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, escaped(caption)),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          heads.map((head) => element('th', { scope: 'col' }, escaped(head))),
        ),
      ),
      element('tbody', {}, shown.map(rowOf)),
    ),
  );
}

const rowOf = ([first, ...others]) =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, escaped(first)),
    others.map((cell) => element('td', {}, escaped(cell))),
  );
