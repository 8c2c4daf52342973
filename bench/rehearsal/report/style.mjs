/** The page's style: readable on light and dark screens, and on paper. */
export const style = `
:root {
  --text: #1a1d23; --soft: #515966; --paper: #ffffff; --edge: #d3d8df; --tile: #f3f5f8;
  --hue-1: #0b6aa8; --hue-2: #c4500a; --hue-3: #0a8060; --hue-4: #9a3f8f; --hue-5: #6b7280;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8eaee; --soft: #a9b1bd; --paper: #14171c; --edge: #383f4a; --tile: #1e232b;
    --hue-1: #5ab2ec; --hue-2: #f0983d; --hue-3: #3cc495; --hue-4: #db90cf; --hue-5: #98a1ae;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 820px; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 .4rem; }
.lead { font-size: 1.1rem; }
.conclusion { font-weight: 600; margin: 0 0 .75rem; }
.note, figcaption, caption { color: var(--soft); font-size: .92rem; }
.warning { border-left: 4px solid var(--hue-2); padding-left: .75rem; font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
.facts div { background: var(--tile); border-radius: 8px; padding: .75rem .9rem; }
.facts dt { color: var(--soft); font-size: .88rem; }
.facts dd { margin: 0; font-size: 1.25rem; font-weight: 650; }
figure { margin: 0 0 .75rem; }
svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--soft); }
.grid { stroke: var(--edge); }
.axis { stroke: var(--soft); }
.line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
.area { stroke: var(--paper); stroke-width: .8; }
.rule { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 6 4; }
svg .rule-name { fill: var(--text); font-weight: 600; }
.key { margin-right: 1rem; white-space: nowrap; }
.key i { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-right: .4em; }
.table { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; white-space: nowrap; padding-bottom: .25rem; }
th, td { padding: .22rem 1.1rem .22rem 0; text-align: right; border-bottom: 1px solid var(--edge); }
th:first-child { text-align: left; }
tbody th { font-weight: 400; }
pre { background: var(--tile); border-radius: 8px; padding: .8rem; overflow-x: auto; }
@media print { section { break-inside: avoid; } }
`;
