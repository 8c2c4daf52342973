import { callsPicture } from './calls-picture.mjs';
import { cartsPicture } from './carts-picture.mjs';
import { introduction, repetition } from './introduction.mjs';
import { linePicture } from './line-picture.mjs';
import { checksTable, outcomesTable, readersTable } from './people-tables.mjs';
import { refusalsPicture } from './refusals-picture.mjs';
import { style } from './style.mjs';
import { waitsPicture } from './waits-picture.mjs';

/** The report as one HTML page, without scripts and without anything to load. */
export const page = (result) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Rehearsal of a sale morning</title>
<style>${style}</style>
</head>
<body>
<main>
${[
  introduction,
  linePicture,
  waitsPicture,
  cartsPicture,
  callsPicture,
  refusalsPicture,
  readersTable,
  outcomesTable,
  checksTable,
  repetition,
]
  .map((part) => part(result))
  .join('\n')}
</main>
</body>
</html>
`;
