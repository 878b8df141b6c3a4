// Talking to the server, and making elements. Texts are set as text, never as HTML.

const TOKEN = 'console-token';

/** The token comes in the fragment of the printed address; it is kept for this tab and taken out of the address bar. */
function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    sessionStorage.setItem(TOKEN, token);
    history.replaceState(null, '', location.pathname);
  }
}

takeToken();

/** Resolves to the status and the answer; what is wrong is an answer, too. */
export async function ask(method, path, form) {
  const headers = { 'X-Console-Token': sessionStorage.getItem(TOKEN) ?? '' };
  if (form) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    const response = await fetch(path, { method, headers, body: form ? JSON.stringify(form) : undefined });
    return { ok: response.ok, status: response.status, ...(await answer(response)) };
  } catch {
    return { ok: false, status: 0, message: { text: 'The console does not answer.', hint: 'Start it again, and open the new address.' } };
  }
}

async function answer(response) {
  const body = await response.json();
  return Array.isArray(body) ? { items: body } : body;
}

export const byId = (id) => document.getElementById(id);

/** make('button', { type: 'button', class: 'quiet', onclick: f }, 'Edit') */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const unseen = (text) => make('span', { class: 'unseen' }, text);

/** Shows a message until it is closed or another one comes; it is read out as it appears. */
export function say(message, tone) {
  const close = make('button', { type: 'button', class: 'quiet round', onclick: () => {
    byId('messages').replaceChildren();
    byId('title').focus();
  } }, icon('close'), unseen('Close message'));
  byId('messages').replaceChildren(make('div', { class: `message ${tone}` },
    make('p', {}, make('strong', {}, message.text), message.hint ? ` ${message.hint}` : ''), close));
}

/** While a button's work is under way, further clicks do nothing; the button keeps the focus. */
export async function busy(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') {
    return;
  }
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('busy');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
    button.classList.remove('busy');
  }
}

/** A report of a connection test: the verdict, what to do, and what was checked, at once or when it is asked for. */
export function report(result, folded) {
  const checks = make('ul', { class: 'checks', 'aria-label': 'Checks' }, ...result.checks.map(check));
  return make('div', { class: 'report' },
    make('p', { class: 'verdict' }, make('span', { class: `badge ${result.tone}` }, result.verdict), ' ',
      make('strong', {}, result.message.text)),
    result.message.hint ? make('p', { class: 'hint' }, result.message.hint) : '',
    folded ? make('details', {}, make('summary', {}, 'What was checked'), checks) : checks);
}

const WORDS = { PASSED: 'passed', WARNING: 'warning', FAILED: 'failed', NOT_REACHED: 'not reached' };

function check(one) {
  return make('li', { class: one.result.toLowerCase() }, icon(one.result.toLowerCase()), make('div', {},
    one.title, unseen(`: ${WORDS[one.result]}`),
    one.seen ? make('span', { class: 'seen' }, one.seen) : '',
    one.todo ? make('span', { class: 'todo' }, one.todo) : ''));
}
