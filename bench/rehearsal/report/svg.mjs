/** Text as it may stand in HTML, between quotes too. */
export const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** An element of SVG or HTML. Attributes that are null are left out. */
export function element(name, attributes, ...content) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  return `<${name}${written}>${content.flat().join('')}</${name}>`;
}

/** A coordinate, with as many digits as can be seen. */
export const at = (value) => Number(value.toFixed(1));
