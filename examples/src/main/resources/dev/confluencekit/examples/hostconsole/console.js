// The list of integrations, and what can be done with each.
import { ask, busy, byId, icon, make, report, say, unseen } from './page.js';
import { openAdd, openEdit } from './form.js';

let kinds = [];
const unfolded = new Set(); // ids of the integrations whose report is shown

async function start() {
  const answer = await ask('GET', 'api/kinds');
  if (!answer.ok) {
    say(answer.message, 'bad');
    byId('add').hidden = true;
    return;
  }
  kinds = answer.items;
  await refresh();
  showSimulator(await ask('GET', 'api/simulator'));
}

async function refresh() {
  const answer = await ask('GET', 'api/integrations');
  if (!answer.ok) {
    say(answer.message, 'bad');
    return;
  }
  const focused = document.activeElement?.dataset.key;
  byId('list').replaceChildren(...answer.items.map(entry));
  byId('empty').hidden = answer.items.length > 0;
  if (focused) {
    document.querySelector(`[data-key="${focused}"]`)?.focus();
  }
}

function entry(one) {
  const open = unfolded.has(one.id);
  return make('li', { class: 'card', 'data-id': one.id },
    make('div', { class: 'row' },
      make('span', { class: 'logo' }, icon('document')),
      make('div', { class: 'about' },
        make('h2', {}, one.name),
        make('p', { class: 'where' }, make('span', {}, one.domain), make('span', {}, one.username), make('span', {}, `as ${one.account}`)),
        make('p', { class: 'badges' },
          make('span', { class: `badge ${one.lastTest.tone}` }, one.lastTest.verdict),
          make('span', { class: `badge ${one.keyLife.tone}`, title: one.keyLife.day }, `Key ${one.keyLife.text}`),
          make('button', { type: 'button', class: 'link', 'aria-expanded': String(open), 'aria-controls': `report-${one.id}`,
            'data-key': `details-${one.id}`, onclick: () => fold(one.id) }, `Tested ${ago(one.lastTest.testedAt)}`))),
      make('div', { class: 'actions' },
        action('edit', 'Edit', one, () => openEdit(kinds[0], one, changed), 'Edit'),
        action('test', 'Test Connection', one, (button) => busy(button, () => test(one))),
        action('delete', 'Delete', one, () => askToDelete(one)))),
    make('div', { id: `report-${one.id}`, hidden: !open }, report(one.lastTest)));
}

function action(name, label, one, act, shown) {
  return make('button', { type: 'button', class: shown ? '' : 'round', title: shown ? undefined : label, 'data-action': name,
    'data-key': `${name}-${one.id}`, onclick: (event) => act(event.currentTarget) },
    icon(name), shown ? make('span', {}, shown) : unseen(label), unseen(` ${one.name}`));
}

function ago(instant) {
  const minutes = Math.round((Date.now() - Date.parse(instant)) / 60_000);
  return minutes < 1 ? 'just now' : new Date(instant).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

async function fold(id) {
  unfolded.has(id) ? unfolded.delete(id) : unfolded.add(id);
  await refresh();
}

async function test(one) {
  const answer = await ask('POST', `api/integrations/${one.id}/test`);
  unfolded.add(one.id);
  await refresh();
  say(answer.message, answer.report?.tone ?? 'bad');
}

async function changed(answer) {
  await refresh();
  say(answer.message, 'good');
  byId('messages').scrollIntoView({ block: 'nearest' });
}

// Adding: a search box over the kinds of integrations, then the form.

byId('add').addEventListener('click', () => {
  byId('search').value = '';
  showKinds();
  byId('add-dialog').showModal();
});

byId('search').addEventListener('input', showKinds);
byId('search').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    byId('kinds').querySelector('button')?.click();
  }
});

function showKinds() {
  const wanted = byId('search').value.trim().toLowerCase();
  const found = kinds.filter((kind) => kind.title.toLowerCase().includes(wanted));
  byId('kinds').replaceChildren(...found.map((kind) => make('li', {}, make('button', { type: 'button', onclick: () => choose(kind) },
    make('span', { class: 'logo' }, icon('document')), kind.title))));
  byId('no-kind').textContent = found.length ? '' : 'No integration of that name.';
}

function choose(kind) {
  byId('add-dialog').close();
  openAdd(kind, changed);
}

// Deleting: asked first, and the safe answer has the focus.

let doomed;

function askToDelete(one) {
  doomed = one;
  byId('delete-title').textContent = `Delete “${one.name}”?`;
  byId('delete-trouble').replaceChildren();
  byId('delete-dialog').showModal();
}

byId('delete-confirm').addEventListener('click', (event) => busy(event.currentTarget, async () => {
  const answer = await ask('DELETE', `api/integrations/${doomed.id}`);
  if (answer.ok || answer.status === 404) {
    byId('delete-dialog').close();
    await refresh();
    byId('title').focus();
    say(answer.message, answer.ok ? 'good' : 'warn');
  } else {
    byId('delete-trouble').replaceChildren(make('p', {}, answer.message.text));
  }
}));

for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close());
}

// The simulator: what a person would do at Atlassian, by a button.

function showSimulator(answer) {
  if (!answer.ok) {
    return;
  }
  byId('simulator').hidden = false;
  byId('mode').hidden = false;
  byId('simulator-username').textContent = answer.usernames.join('\n');
  byId('simulator-domain').textContent = answer.domain;
  byId('simulator-keys').replaceChildren(...answer.keys.map((key, number) => make('li', {},
    make('span', {}, `${key.label} `, make('span', { class: `badge ${key.state === 'valid' ? 'good' : 'bad'}` }, key.state)),
    make('span', { class: 'actions' }, end(key, number, 'expire', 'Let it expire'), end(key, number, 'revoke', 'Revoke')))));
}

function end(key, number, how, label) {
  return make('button', { type: 'button', class: 'small', id: `${how}-${number}`, onclick: (event) => busy(event.currentTarget, async () => {
    showSimulator(await ask('POST', `api/simulator/${number}/${how}`));
    byId(`${how}-${number}`).focus();
  }) }, label, unseen(`: ${key.label}`));
}

start();
