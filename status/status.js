/* The status page: reads `data` every two seconds while it is looked at, and shows it. */

const EVERY_MS = 2000;
const TOKEN = 'stagedoor-operator-token';
const STATES = {
  RESERVING: 'Reserving',
  HELD: 'Held',
  PURCHASING: 'Purchasing',
  UNCONFIRMED: 'Unconfirmed',
  UNRESOLVED: 'Unresolved',
  PURCHASED: 'Purchased (last day)',
  RELEASING: 'Being given back',
  DELETED: 'Given back (last day)',
  EXPIRED: 'Expired (last day)',
};
const HEALTH = {
  ready: 'Everything works.',
  degraded: 'Upstream is down: events are served from memory, the line waits.',
  failed: 'The ledger takes no writes: no cart can be made.',
};

const element = (id) => document.getElementById(id);
const number = (value) => Number(value).toLocaleString('en');
const duration = (seconds) => {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
};

/** Fills a list of terms with pairs of a name and a value. */
function fill(id, pairs) {
  element(id).replaceChildren(
    ...pairs.flatMap(([name, value]) => {
      const term = document.createElement('dt');
      term.textContent = name;
      const definition = document.createElement('dd');
      definition.textContent = value;
      return [term, definition];
    }),
  );
}

function showHealth(state, text) {
  element('health').dataset.state = state;
  if (element('health').textContent !== text) element('health').textContent = text;
}

/** Draws a bar for each second, the failed calls of it at its foot. */
function drawCalls(calls, limit) {
  const most = Math.max(limit ?? 0, ...calls.map(({ sent }) => sent), 1);
  const width = 240 / calls.length;
  const bar = (at, count, name) => {
    const rectangle = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const height = (count / most) * 48;
    const sizes = { x: at * width, y: 48 - height, width: width * 0.8, height, class: name };
    for (const [attribute, value] of Object.entries(sizes)) rectangle.setAttribute(attribute, value);
    return rectangle;
  };
  const bars = calls.flatMap(({ sent, failed }, at) => [bar(at, sent, 'sent'), bar(at, failed, 'failed')]);
  element('calls').replaceChildren(...bars);
}

function showQuota({ callsPerSecond, usedToday, leftToday, waiting, refused, calls }) {
  // The present second is not over.
  const recent = calls.slice(-11, -1);
  const rate = recent.reduce((sum, { sent }) => sum + sent, 0) / recent.length;
  element('rate').textContent = rate.toFixed(1);
  element('rate-limit').textContent =
    callsPerSecond === null
      ? 'calls a second; no limit is known'
      : `of ${callsPerSecond.toFixed(1)} calls a second`;
  drawCalls(calls, callsPerSecond);
  const sent = calls.reduce((sum, each) => sum + each.sent, 0);
  const failed = calls.reduce((sum, each) => sum + each.failed, 0);
  const note = `${number(sent)} calls in the last minute, ${number(failed)} of them failed. ${number(refused)} refused for the quota since the start.`;
  element('calls-note').textContent = note;
  element('calls').setAttribute('aria-label', note);
  element('day').hidden = leftToday === null;
  if (leftToday !== null) {
    const whole = usedToday + leftToday;
    element('day-meter').value = whole === 0 ? 1 : usedToday / whole;
    element('day-note').textContent = `${number(usedToday)} of ${number(whole)} calls of today are used.`;
  }
  const waits = Object.entries(waiting).filter(([, count]) => count > 0);
  fill(
    'waiting',
    waits.map(([name, count]) => [`Waiting: ${name}`, number(count)]),
  );
}

function showTroubles(troubles) {
  element('no-troubles').hidden = troubles.length > 0;
  element('troubles').hidden = troubles.length === 0;
  const rows = troubles.map(({ what, times, lastAt }) => {
    const row = document.createElement('tr');
    for (const text of [what, number(times), new Date(lastAt).toLocaleTimeString()]) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  });
  element('troubles').tBodies[0].replaceChildren(...rows);
}

let lastTraffic = null;
function showTraffic({ requests, events, upSeconds, memoryBytes }) {
  const atMs = performance.now();
  const rate = lastTraffic ? ((requests.total - lastTraffic.total) * 1000) / (atMs - lastTraffic.atMs) : 0;
  lastTraffic = { total: requests.total, atMs };
  const lookups = events.fresh + events.stale + events.miss;
  fill('traffic', [
    ['Requests a second', number(Math.max(rate, 0).toFixed(1))],
    ['Requests since the start', number(requests.total)],
    ['Events in memory', number(events.cached)],
    ['Found in memory', lookups === 0 ? '–' : `${Math.round((1 - events.miss / lookups) * 100)} %`],
    ['Served stale', number(events.stale)],
    ...(requests.proxyProblems.untrusted > 0
      ? [['Through a proxy that is not in TRUSTED_PROXIES', number(requests.proxyProblems.untrusted)]]
      : []),
    ...(requests.proxyProblems.silent > 0
      ? [['Through a proxy that forwards no address', number(requests.proxyProblems.silent)]]
      : []),
    ['Memory', `${Math.round(memoryBytes / 1e6)} MB`],
    ['Up for', duration(upSeconds)],
  ]);
}

function show(status) {
  const { health, line, carts, unconfirmed } = status;
  showHealth(health.status, HEALTH[health.status]);
  showQuota(status.quota);
  element('line').textContent = number(line.length);
  element('line-note').textContent = line.isFull ? 'carts stand in line; it is full' : 'carts stand in line';
  fill(
    'carts',
    Object.entries(STATES).map(([state, name]) => [name, number(carts[state] ?? 0)]),
  );
  element('unconfirmed').textContent =
    unconfirmed.count === 0 ? '' : `The oldest unconfirmed purchase: ${duration(unconfirmed.oldestSeconds)}.`;
  const { upstream, ledger } = health.parts;
  const ago = upstream.answeredSecondsAgo;
  fill('parts', [
    ['Upstream', upstream.status],
    ['Last answer', ago === null ? 'not yet' : `${duration(ago)} ago`],
    ['Ledger', ledger.status],
  ]);
  showTraffic(status);
  showTroubles(status.troubles);
  element('updated').textContent = `Read at ${new Date().toLocaleTimeString()}.`;
  element('token').hidden = true;
  element('status').hidden = false;
}

async function read() {
  const token = sessionStorage.getItem(TOKEN);
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch('data', { headers, cache: 'no-store' });
  if (response.ok) return show(await response.json());
  if (response.status !== 401) throw new Error(`The gateway answered with ${response.status}.`);
  element('status').hidden = true;
  element('token').hidden = false;
  showHealth('', token === null ? '' : 'This is not the operator’s token.');
  sessionStorage.removeItem(TOKEN);
}

async function readOrReport() {
  try {
    await read();
  } catch {
    showHealth('gone', 'The gateway does not answer. What is shown is what it said last.');
  }
}

async function goOn() {
  if (!document.hidden && element('token').hidden) await readOrReport();
  setTimeout(goOn, EVERY_MS);
}

element('token').addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, element('token-field').value.trim());
  element('token-field').value = '';
  void readOrReport();
});
void goOn();
