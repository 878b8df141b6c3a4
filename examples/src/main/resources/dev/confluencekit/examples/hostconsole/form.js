// The form with its tabs, drawn from the descriptor: nothing here knows what the fields are, but for what Edit leaves out.
import { ask, busy, byId, make, report } from './page.js';

const INPUT = {
  TEXT: { type: 'text' },
  EMAIL: { type: 'text', inputmode: 'email', autocapitalize: 'none', spellcheck: 'false' },
  SECRET: { type: 'password' },
  DOMAIN: { type: 'text', inputmode: 'url', autocapitalize: 'none', spellcheck: 'false' },
  DATE: { type: 'date' },
};

const dialog = byId('form-dialog');
let steps; // by tab: the word on the button, and what it does
let current;

/** Adds an integration of a kind: Basic, then Authentication, then Connect. */
export function openAdd(kind, done) {
  open(`Add ${kind.title} integration`, kind, {}, {
    basic: { word: 'Next', act: () => show('authentication', true) },
    authentication: { word: 'Connect', act: () => send('api/integrations', done) },
  }, 'basic');
}

/** Edits one: its name under Basic, its key under Authentication. */
export function openEdit(kind, integration, done) {
  const path = `api/integrations/${integration.id}`;
  const fixed = { username: integration.username, domain: integration.domain, capability: undefined };
  open(`Edit ${integration.name}`, kind, { fixed, values: { name: integration.name } }, {
    basic: { word: 'Rename', act: () => send(`${path}/name`, done) },
    authentication: { word: 'Update', act: () => send(`${path}/key`, done) },
  }, 'basic');
}

function open(title, kind, known, buttons, first) {
  steps = buttons;
  byId('form-title').textContent = title;
  byId('tabs').replaceChildren(...kind.tabs.map(tab));
  byId('panels').replaceChildren(...kind.tabs.map((one) => panel(one, known)));
  byId('trouble').replaceChildren();
  show(first);
  dialog.showModal();
  focusFirst(first);
}

// What was typed goes with the dialog: a key is never there when it opens again.
dialog.addEventListener('close', () => byId('panels').replaceChildren());

function tab(one) {
  return make('button', { type: 'button', role: 'tab', id: `tab-${one.id}`, 'aria-controls': `panel-${one.id}`,
    onclick: () => show(one.id) }, one.title);
}

function panel(one, known) {
  return make('div', { role: 'tabpanel', id: `panel-${one.id}`, 'aria-labelledby': `tab-${one.id}` },
    ...one.fields.map((field) => draw(field, known.fixed ?? {}, known.values ?? {})));
}

function draw(field, fixed, values) {
  if (field.id in fixed && field.kind !== 'CHOICES') {
    return make('div', { class: 'field' }, make('label', { for: field.id }, field.label),
      make('input', { id: field.id, value: fixed[field.id], readonly: true, 'data-fixed': true }));
  }
  const parts = { id: field.id, name: field.id, 'aria-describedby': `${field.id}-help ${field.id}-problem` };
  const input = field.kind === 'CHOICES' ? choices(field, parts) : make('input', { ...parts,
    ...(INPUT[field.kind] ?? INPUT.TEXT), autocomplete: field.kind === 'SECRET' ? 'new-password' : 'off',
    placeholder: field.kind === 'DATE' ? undefined : field.example, maxlength: field.maxLength,
    'aria-required': String(field.required), value: values[field.id] });
  return make('div', { class: 'field', 'data-field': field.id },
    make('label', { for: field.id }, field.label, field.required || field.kind === 'CHOICES' ? '' : make('span', { class: 'optional' }, 'optional')),
    input,
    make('p', { class: 'problem', id: `${field.id}-problem` }),
    make('p', { class: 'help', id: `${field.id}-help` }, field.help));
}

function choices(field, parts) {
  return make('select', parts, ...field.choices.map((choice) =>
    make('option', { value: choice.value, selected: choice.value === field.defaultValue }, choice.label)));
}

function show(id, focus) {
  current = id;
  for (const one of byId('tabs').children) {
    const chosen = one.id === `tab-${id}`;
    one.setAttribute('aria-selected', String(chosen));
    one.tabIndex = chosen ? 0 : -1;
    byId(one.getAttribute('aria-controls')).hidden = !chosen;
  }
  byId('submit').textContent = steps[id].word;
  if (focus) {
    focusFirst(id);
  }
}

function focusFirst(id) {
  byId(`panel-${id}`).querySelector('input:not([readonly]), select')?.focus();
}

// Arrow keys go from tab to tab, as the pattern for tabs asks.
byId('tabs').addEventListener('keydown', (event) => {
  const all = [...byId('tabs').children];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    next.click();
    next.focus();
    event.preventDefault();
  }
});

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  steps[current].act();
});

function send(path, done) {
  const form = {};
  for (const input of byId('panels').querySelectorAll('input:not([data-fixed]), select')) {
    form[input.name] = input.value;
  }
  busy(byId('submit'), async () => {
    clearProblems();
    const answer = await ask('POST', path, form);
    if (answer.ok) {
      dialog.close();
      await done(answer);
    } else if (dialog.open) {
      answer.problems ? showProblems(answer.problems) : showTrouble(answer);
    }
  });
}

function clearProblems() {
  byId('trouble').replaceChildren();
  for (const problem of byId('panels').querySelectorAll('.problem')) {
    problem.textContent = '';
  }
  for (const input of byId('panels').querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
  }
  for (const one of byId('tabs').children) {
    one.classList.remove('wrong');
  }
}

/** Each problem stands at its field; what was typed stays; the first field that is wrong gets the focus. */
function showProblems(problems) {
  for (const { field, text } of problems) {
    const input = byId(field);
    input.setAttribute('aria-invalid', 'true');
    byId(`${field}-problem`).textContent = text;
    byId(input.closest('[role=tabpanel]').getAttribute('aria-labelledby')).classList.add('wrong');
  }
  const first = byId(problems[0].field);
  show(first.closest('[role=tabpanel]').id.replace('panel-', ''));
  first.focus();
}

function showTrouble(answer) {
  byId('trouble').replaceChildren(answer.report ? report(answer.report, true)
    : make('p', {}, make('strong', {}, answer.message.text), answer.message.hint ? ` ${answer.message.hint}` : ''));
  byId('trouble').scrollIntoView({ block: 'nearest' });
}
