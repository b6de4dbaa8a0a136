import { html } from 'lit/html.js';
import { describe, expect, test } from 'vitest';
import { paragraph } from '../../test/fixtures/fields.ts';
import {
  allViews,
  dogs,
  groupsView,
  listErrorView,
  listView,
  pageView,
  questionErrorView,
  submittedView,
  summaryView,
  tasksView,
} from '../../test/fixtures/views.ts';
import {
  createTexts,
  eventsFromPost,
  formElement,
  pages,
  pageTitle,
  renderDocument,
  renderToString,
  renderView,
} from './index.ts';

const texts = createTexts('de');
const plain = { action: '/formulare/hundesteuer-anmeldung/d1/schritt-3', texts };
const markupOf = (view: Parameters<typeof renderView>[0], more = {}) =>
  renderToString(renderView(view, { ...plain, ...more }));

describe('renderToString', () => {
  test('escapes values wherever they stand', () => {
    const value = '<b>"\'&</b>';
    const markup = renderToString(
      html`<p title=${value}>${value}</p><textarea data-text=${`\n${value}</textarea>`}></textarea>`,
    );
    expect(markup).toBe(
      '<p title="&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;">&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;</p><textarea>\n\n&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;&lt;/textarea&gt;</textarea>',
    );
  });

  test('is not misled by texts that look like its own marks', () => {
    expect(renderToString(html`<p>${'<!--lit-part--><?>'}</p>`)).toBe('<p>&lt;!--lit-part--&gt;&lt;?&gt;</p>');
  });
});

describe.each(Object.entries(allViews))('%s', (_, view) => {
  const markup = markupOf(view);

  test('has one first heading, with the id that takes the focus', () => {
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toMatch(/<h1[^>]* id="schritt"/);
  });

  test('skips no level of headings', () => {
    const levels = [...markup.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    // An error summary (h2) stands before the heading.
    const below = levels.slice(levels.indexOf(1));
    for (const [index, level] of below.entries()) expect(level).toBeLessThanOrEqual((below[index - 1] ?? 0) + 1);
  });

  test('has each id once', () => {
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('links problems to something on the page', () => {
    for (const [, target] of markup.matchAll(/href="#([^"]*)"/g)) expect(markup).toContain(`id="${target}"`);
  });

  test('is free of comments, handlers and inline styles', () => {
    expect(markup).not.toMatch(/<!--|<\?>| on\w+=| style=|\[object/);
  });
});

test('a page of an entry in entries says in which', () => {
  expect(markupOf(allViews['entry-inner'] ?? pageView(1, []))).toMatch(/class="caption">[^<]* – Bello<\/p>/);
});

test('what a change has made wrong is told on the summary, with a link to its row, group or entry', () => {
  const markup = markupOf(allViews['summary-error'] ?? summaryView);
  const links = [...markup.matchAll(/<a href="#([^"]*)">/g)].map(([, target]) => target);
  expect(links).toEqual(['f-kontakt', 'f-halter-vorname', 'f-hunde-1']);
});

test('a group that is spread over several steps has its id on the summary once', () => {
  const [person, ...rest] = summaryView.summary?.sections ?? [];
  const sections = [person, ...rest, ...rest].filter((section) => section !== undefined);
  const markup = markupOf({ ...summaryView, summary: { sections } });
  expect(markup.match(/id="f-kontakt"/g)).toHaveLength(1);
});

describe('a task list', () => {
  const markup = markupOf(tasksView, { expiresAt: '2026-12-23T10:00:00Z' });
  const rows = [...markup.matchAll(/<li class="task">.*?<\/li>/gs)].map(([row]) => row);
  const textIn = (row = '') =>
    row
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();

  test('says how far people are, and until when the draft is kept', () => {
    expect(textIn(markup)).toContain('1 von 5 Abschnitten erledigt');
    expect(textIn(markup)).toContain('Ihr Entwurf ist bis zum 23. Dezember 2026 gespeichert.');
    expect(textIn(markupOf(tasksView))).not.toContain('Entwurf ist bis');
  });

  test('has tags for open work only, and the reason where nothing can be started', () => {
    expect(rows.map(textIn)).toEqual([
      'Ihre Angaben Erledigt',
      'Ihre Kinder Wen Sie anmelden, und wer abholen darf. In Arbeit',
      'Geschwister Bitte prüfen',
      'Mittagessen Noch nicht begonnen',
      'Beitrag und Ermäßigung nach der Kinderbetreuungsbeitragssatzung Noch nicht möglich. Zuerst: „Ihre Kinder“ und „Geschwister“',
      'Prüfen und absenden Noch nicht möglich. Zuerst: alle anderen Abschnitte',
    ]);
    expect(rows.map((row) => row.includes('class="tag'))).toEqual([false, true, true, true, false, false]);
  });

  test('leads to what can be started, described by its state', () => {
    expect(rows.map((row) => /value="(goTo:[^"]*)"/.exec(row)?.[1])).toEqual([
      'goTo:person',
      'goTo:kinder',
      'goTo:geschwister',
      'goTo:essen',
      undefined,
      undefined,
    ]);
    expect(rows[1]).toContain('aria-describedby="aufgabe-2-hinweis aufgabe-2-stand"');
    expect(rows[1]).toContain('id="aufgabe-2-stand"');
    expect(markup).toContain('name="do" value="next"');
    expect(eventsFromPost(tasksView, { do: 'goTo:kinder' })).toEqual([{ type: 'goTo', step: 'kinder' }]);
  });

  test('speaks English too', () => {
    const english = renderToString(renderView(tasksView, { action: '', texts: createTexts('en') }));
    expect(textIn(english)).toContain('Cannot start yet. First: “Ihre Kinder” and “Geschwister”');
    expect(textIn(english)).toContain('1 of 5 sections completed');
  });
});

describe('a page that posts', () => {
  test('names the buttons by what they do', () => {
    const markup = markupOf(listView);
    expect(markup).toContain('method="post" action="/formulare/hundesteuer-anmeldung/d1/schritt-3"');
    for (const value of ['next', 'back', 'save', 'editItem:/hunde/0'])
      expect(markup).toContain(`name="do" value="${value}"`);
    expect(markup).toContain('name="another:/hunde" value="yes"');
  });

  test('lets Enter mean "next": that button comes first', () => {
    expect(/name="do" value="([^"]*)"/.exec(markupOf(groupsView))?.[1]).toBe('next');
  });

  test('asks before it removes an entry', () => {
    expect(markupOf(listView)).toContain('href="?entfernen=%2Fhunde%2F1"');
    expect(markupOf(listView)).not.toContain('removeItem');
    const asking = markupOf(listView, { confirm: '/hunde/1' });
    expect(asking).toContain('„Waldi von der Heide“ entfernen?');
    expect(asking).toContain('value="removeItem:/hunde/1"');
  });

  test('does not ask about entries that are not there', () => {
    expect(markupOf(listView, { confirm: '/hunde/7' })).toBe(markupOf(listView));
  });

  test('carries the token against foreign posts', () => {
    expect(markupOf(listView, { csrf: 'abc' })).toContain('<input type="hidden" name="csrf" value="abc" />');
  });
});

describe('problems', () => {
  test('are summed up above the heading in the words of the fields', () => {
    const markup = markupOf(questionErrorView);
    expect(markup).toContain('Es gibt ein Problem');
    expect(markup).toContain('<a href="#f-wohnort">Wählen Sie aus, wo Sie wohnen.</a>');
    expect(markup.indexOf('error-summary')).toBeLessThan(markup.indexOf('<h1'));
  });

  test('inside an entry lead to its card, "another?" to its question', () => {
    const markup = markupOf(listErrorView);
    expect(markup).toContain('<a href="#f-hunde-1">Geben Sie die Chipnummer ein.</a>');
    expect(markup).toContain('<a href="#f-hunde-another">');
    expect(markup).toContain('Unvollständig');
  });

  test('show in the window title', () => {
    expect(pageTitle(questionErrorView, { t: texts })).toBe('Fehler: Wo wohnen Sie? – Hund zur Hundesteuer anmelden');
  });
});

describe('check your answers', () => {
  const markup = markupOf(summaryView);

  test('says of each link what it changes, and gives computed values none', () => {
    expect(markup).toContain('value="goTo:schritt-2">Ändern<span class="visually-hidden"> Vorname</span></button>');
    expect(markup).not.toContain('> Jahressteuer</span>');
  });

  test('says what was not given', () => {
    expect(markup).toContain('Nicht angegeben');
  });
});

test('the confirmation shows reference, time of receipt, document and mail', () => {
  const markup = markupOf(submittedView);
  for (const text of ['HST-7K3M-92QX', '23. November 2026', '14:05', 'MEZ', 'PDF, 84', 'erika.mustermann@example.org'])
    expect(markup).toContain(text);
});

describe('eventsFromPost', () => {
  test('gives the answers of the page, then what the button stands for', () => {
    const body = {
      '/halter/vorname': ' Erika ',
      '/halter/geburtsdatum#day': '27',
      '/halter/geburtsdatum#month': '3',
      '/halter/geburtsdatum#year': '1985',
      do: 'next',
    };
    expect(eventsFromPost(groupsView, body)).toEqual([
      { type: 'answer', at: '/halter/vorname', value: 'Erika' },
      { type: 'answer', at: '/halter/nachname', value: null },
      { type: 'answer', at: '/halter/geburtsdatum', value: '1985-03-27' },
      { type: 'answer', at: '/kontakt/email', value: null },
      { type: 'answer', at: '/kontakt/telefon', value: null },
      { type: 'next' },
    ]);
  });

  test('answers "another?" and opens entries', () => {
    expect(eventsFromPost(listView, { 'another:/hunde': 'no', do: 'next' })).toEqual([
      { type: 'another', at: '/hunde', value: false },
      { type: 'next' },
    ]);
    expect(eventsFromPost(listView, { do: 'editItem:/hunde/0' })).toEqual([{ type: 'editItem', at: '/hunde/0' }]);
  });

  test('follows change links to an entry', () => {
    expect(eventsFromPost(summaryView, { do: 'goTo:hunde@/hunde/0' })).toEqual([
      { type: 'goTo', step: 'hunde', entry: '/hunde/0' },
    ]);
    expect(eventsFromPost(summaryView, { do: 'goTo:hund-einzeln/0' })).toEqual([
      { type: 'goTo', step: 'hund-einzeln/0' },
    ]);
  });

  test.each([
    ['names that are not asked', { '/steuer': '0', '/__proto__/x': '1', __proto__: 'x' }],
    ['buttons that do not exist', { do: 'deleteEverything' }],
    ['pointers that are none', { do: 'removeItem:hunde' }],
    ['languages that are none', { do: 'language:<script>' }],
    ['a bare goTo', { do: 'goTo:' }],
  ])('makes nothing of %s', (_, body) => {
    expect(eventsFromPost(summaryView, body)).toEqual([]);
  });

  test('read-only fields are not answered by a post', () => {
    const computed = pageView(1, [
      {
        kind: 'field',
        at: '/steuer',
        template: '/steuer',
        control: 'money',
        type: 'integer',
        label: 'Steuer',
        labelHidden: false,
        value: 1,
        text: '0,01',
        required: false,
        optionalMark: false,
        readOnly: true,
        problems: [],
      },
    ]);
    expect(eventsFromPost(computed, { '/steuer': '0', do: 'next' })).toEqual([{ type: 'next' }]);
  });
});

test('an Arabic page turns, with codes and numbers from left to right, and answers by their letters', () => {
  const arabic = createTexts('ar');
  const page = renderToString(renderView(groupsView, { action: '', texts: arabic }));
  expect(page).toMatch(/<input[^>]* name="\/kontakt\/email"[^>]* dir="ltr"/);
  expect(page).toMatch(/<input[^>]* name="\/halter\/vorname"[^>]* dir="auto"/);
  expect(markupOf(groupsView)).not.toContain(' dir=');
  expect(renderToString(renderView(summaryView, { action: '', texts: arabic }))).toContain('<bdi>');
  const document = renderDocument({
    language: 'ar',
    title: 'A',
    city: 'B',
    body: html`<p></p>`,
    stylesheets: [],
    scripts: [],
    theme: 'auto',
  });
  expect(document).toContain('<html lang="ar" dir="rtl" data-theme="auto">');
});

describe('documents', () => {
  const document = renderDocument({
    language: 'de',
    title: 'Wo wohnen Sie? </title>',
    city: 'Musterstadt',
    body: formElement({
      form: 'hundesteuer-anmeldung',
      language: 'de',
      draft: 'd1',
      plain: renderView(listView, plain),
    }),
    stylesheets: ['/assets/styles.css'],
    scripts: ['/assets/schalter-form.js'],
    languages: [
      { language: 'de', href: '?lang=de' },
      { language: 'en', href: '?lang=en' },
    ],
    switchPosts: true,
  });

  test('have language, title, skip link, header, main and footer', () => {
    expect(document).toMatch(/^<!doctype html>\n<html lang="de" dir="ltr">/);
    expect(document).toContain('<title>Wo wohnen Sie? &lt;/title&gt; – Musterstadt</title>');
    for (const part of [
      'href="#inhalt"',
      '<header',
      '<main',
      'id="inhalt"',
      '<footer',
      '/impressum',
      '/datenschutz',
      '/barrierefreiheit',
    ])
      expect(document).toContain(part);
  });

  test('carry the plain page inside the element', () => {
    expect(document).toMatch(/<schalter-form form="hundesteuer-anmeldung" language="de" draft="d1">\s*<form/);
  });

  test('switch the language without losing what was typed', () => {
    expect(document).toContain('form="schalter-formular" name="do" value="language:en" lang="en"');
  });

  test('run nothing inline', () => {
    expect(document).not.toMatch(/<script(?![^>]*\ssrc=)|<style| style=| on\w+="/);
  });
});

describe('pages around forms', () => {
  test('start page: what the form is for and a button that begins', () => {
    const markup = renderToString(
      pages.startPage({
        texts,
        action: '/formulare/x',
        title: 'Hund anmelden',
        summary: paragraph('Sie brauchen 5 Minuten.'),
      }),
    );
    expect(markup).toContain('Sie brauchen 5 Minuten.');
    expect(markup).toContain('Jetzt beginnen');
  });

  test('catalogue: search by GET, count, cards', () => {
    const forms = [{ id: 'x', href: '/formulare/x', title: 'Hund anmelden', summary: 'Kurz.' }];
    const markup = renderToString(pages.cataloguePage({ texts, action: '/', forms, query: 'Hund' }));
    expect(markup).toContain('method="get"');
    expect(markup).toContain('1 Formular zu „Hund“');
    expect(renderToString(pages.cataloguePage({ texts, action: '/', forms: [], query: 'Kfz' }))).toContain(
      'Kein Formular zu „Kfz“',
    );
  });

  test('saved page: until when, and the link', () => {
    const markup = renderToString(
      pages.savedPage({
        texts,
        resume: 'https://x.example/fortsetzen/abc',
        expiresAt: '2026-12-23',
        continueHref: '/f',
      }),
    );
    expect(markup).toContain('23. Dezember 2026');
    expect(markup).toContain('href="https://x.example/fortsetzen/abc"');
  });

  test('links never run script', () => {
    const text = [
      {
        kind: 'paragraph' as const,
        children: [{ kind: 'link' as const, href: ' java\nscript:alert(1)', children: ['hier'] }],
      },
    ];
    const markup = renderToString(pages.textPage({ texts, title: 'Impressum', text }));
    expect(markup).toContain('hier');
    expect(markup).not.toMatch(/<a\b/);
  });
});

test('an empty list says so, in the form’s words where it has some', () => {
  const { another: _, ...rest } = dogs;
  const empty = pageView(3, [{ ...rest, entries: [], emptyText: 'Noch kein Hund.', addText: 'Hund hinzufügen' }]);
  const markup = markupOf(empty);
  expect(markup).toContain('Noch kein Hund.');
  expect(markup).toContain('value="addItem:/hunde">Hund hinzufügen');
});
