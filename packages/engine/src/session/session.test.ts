import { afterEach, describe, expect, test } from 'vitest';
import { complete, dogTax, erika, waldi } from '../../test/dog-tax.ts';
import { type FormSketch, onePage, program, start, today } from '../../test/support.ts';
import { answerAll, codes, fieldAt, listAt, next, where } from '../../test/walk.ts';
import { createSession, readEntry, type Session } from '../index.ts';

let session: Session | undefined;
const open = (...args: Parameters<typeof start>): Session => {
  session = start(...args);
  return session;
};
afterEach(() => session?.dispose());

describe('the way through the dog tax form', () => {
  test('leads from the first page to the summary', () => {
    const s = open(dogTax);
    expect(where(s)).toBe('zustaendigkeit');
    expect(s.view().progress).toEqual({ current: 1, total: 4 });
    s.send({ type: 'answer', at: '/wohnort', value: 'ja' });
    expect(next(s)).toBe('halter');
    answerAll(s, { halter: erika, kontakt: { email: 'erika@mustermann.example' } });
    expect(next(s)).toBe('hunde');
    s.send({ type: 'addItem', at: '/hunde' });
    expect(where(s)).toBe('hunde@/hunde/0');
    answerAll(s, waldi, '/hunde/0');
    expect(next(s)).toBe('hunde');
    s.send({ type: 'another', at: '/hunde', value: false });
    expect(next(s)).toBe('hund-einzeln/0');
    expect(s.view().step.title).toBe('Waldi');
    expect(next(s)).toBe('pruefen');
    expect(s.view().status).toBe('summary');
    expect(s.view().route.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'zustaendigkeit complete',
      'halter complete',
      'hunde complete',
      'hund-einzeln/0 complete',
      'pruefen current',
    ]);
  });

  test('ends in an exit for people who live elsewhere, who can go back', () => {
    const s = open(dogTax);
    s.send({ type: 'answer', at: '/wohnort', value: 'nein' });
    expect(next(s)).toBe('woanders');
    expect(s.view().status).toBe('exit');
    expect(s.view().route.map(({ id }) => id)).toEqual(['zustaendigkeit', 'woanders']);
    expect(s.send({ type: 'next' })).toEqual({ ok: false, code: 'no-next' });
    s.send({ type: 'back' });
    expect(where(s)).toBe('zustaendigkeit');
  });

  test('shows a page only while its condition is true', () => {
    const s = open(dogTax, { answers: { ...complete, halter: { ...erika, geburtsdatum: '1950-01-01' } } });
    expect(s.view().route.map(({ id }) => id)).toContain('ausnahme');
    s.send({ type: 'answer', at: '/halter/geburtsdatum', value: '1980-01-01' });
    expect(s.view().route.map(({ id }) => id)).not.toContain('ausnahme');
  });
});

describe('problems', () => {
  test('are shown after the page was left, and vanish when mended', () => {
    const s = open(dogTax, { answers: { wohnort: 'ja' } });
    next(s);
    expect(codes(s)).toEqual([]);
    expect(next(s)).toBe('halter');
    expect(codes(s)).toContain('/halter/vorname required');
    s.send({ type: 'answer', at: '/halter/vorname', value: 'Erika' });
    expect(codes(s)).not.toContain('/halter/vorname required');
    s.send({ type: 'answer', at: '/halter/vorname', value: null });
    expect(codes(s)).toContain('/halter/vorname required');
    expect(fieldAt(s, '/halter/vorname')?.problems).toEqual([
      {
        at: '/halter/vorname',
        code: 'required',
        params: {},
        label: 'Vorname',
        message: 'Geben Sie den Vornamen an.',
      },
    ]);
  });

  test('are not shown by going elsewhere: only "next" and sending ask for everything', () => {
    const s = open(dogTax, { answers: { wohnort: 'ja' } });
    next(s);
    s.send({ type: 'back' });
    next(s);
    expect(codes(s)).toEqual([]);
    s.send({ type: 'goTo', step: 'hunde' });
    s.send({ type: 'goTo', step: 'halter' });
    expect(codes(s)).toEqual([]);
    s.send({ type: 'goTo', step: 'pruefen' });
    expect(codes(s)).toEqual([]);
    s.send({ type: 'goTo', step: 'halter' });
    s.send({ type: 'back' });
    s.send({ type: 'submit' });
    expect(where(s)).toBe('halter');
    expect(codes(s)).toContain('/halter/vorname required');
    s.send({ type: 'goTo', step: 'hunde' });
    expect(codes(s)).toEqual(['/hunde required']);
  });

  test('of a page that was left once are shown whichever way one comes back, after restoring too', () => {
    const s = open(dogTax, { answers: { wohnort: 'ja' } });
    next(s);
    next(s);
    s.send({ type: 'back' });
    s.send({ type: 'goTo', step: 'halter' });
    expect(codes(s)).toContain('/halter/vorname required');
    const restored = open(dogTax, { snapshot: s.persist() });
    s.dispose();
    expect(codes(restored)).toContain('/halter/vorname required');
    expect(restored.view().route.find(({ id }) => id === 'halter')?.state).toBe('current');
    restored.send({ type: 'goTo', step: 'hunde' });
    expect(restored.view().route.find(({ id }) => id === 'halter')?.state).toBe('incomplete');
    expect(codes(restored)).toEqual([]);
  });

  test('use the form’s own message for a format and a check', () => {
    const s = open(dogTax, {
      answers: { ...complete, hunde: [{ ...waldi, wurftag: '2030-01-01', chip: '12' }] },
    });
    s.send({ type: 'goTo', step: 'hund-einzeln/0' });
    next(s);
    expect(s.view().problems.map(({ message }) => message)).toEqual(['Die Chipnummer hat 15 Ziffern.']);
    s.send({ type: 'goTo', step: 'hunde', entry: '/hunde/0' });
    next(s);
    expect(s.view().problems.map(({ message }) => message)).toEqual(['Der Wurftag liegt in der Zukunft.']);
  });

  test('name units that are words in the session’s language, and read them', () => {
    const { program: compiled, validate } = program(
      onePage({ n: { type: 'integer', title: 'Anzahl', unit: 'Hunde', maximum: 3 } }),
      { en: { '/n#unit': { text: 'dogs' } } },
    );
    const s = createSession(compiled, {
      validate,
      today,
      language: 'en',
      translate: (_, code, params) => `${code} ${params.limitText}`,
    });
    expect(fieldAt(s, '/n')?.unit).toBe('dogs');
    s.send({ type: 'answer', at: '/n', value: readEntry(fieldAt(s, '/n') ?? expect.fail(), '4 dogs', 'en') });
    next(s);
    expect(s.view().problems.map(({ message }) => message)).toEqual(['maximum 3\u00a0dogs']);
    s.dispose();
  });

  test('name limits as people write the value: cents as money, other numbers with their unit', () => {
    const translate = (_: string, code: string, params: Readonly<Record<string, unknown>>) =>
      `${code} ${params.limitText}`.replaceAll('\u00a0', ' ');
    const s = open(
      onePage({
        miete: { type: 'integer', title: 'Miete', unit: 'EUR-cent', minimum: 50000 },
        gewicht: { type: 'number', title: 'Gewicht', unit: 'kg', maximum: 1200.5 },
        jahr: { type: 'integer', title: 'Jahr', minimum: 1990 },
      }),
      { translate },
    );
    s.send({ type: 'answer', at: '/miete', value: 100 });
    s.send({ type: 'answer', at: '/gewicht', value: 2000 });
    s.send({ type: 'answer', at: '/jahr', value: 1 });
    next(s);
    expect(s.view().problems.map(({ message }) => message)).toEqual([
      'minimum 500,00 €',
      'maximum 1.200,5 kg',
      'minimum 1990',
    ]);
    // As data the limit stays what the form says.
    expect(s.view().problems[0]?.params).toEqual({ limit: 50000 });
  });

  test('fall back to the translator, which is told the label', () => {
    const s = open(onePage({ a: { type: 'string', title: 'Straße', maxLength: 3 } }), {
      translate: (language, code, params) => `${language} ${code} ${params.label} ${params.limit}`,
    });
    s.send({ type: 'answer', at: '/a', value: 'Allee' });
    next(s);
    expect(s.view().problems[0]?.message).toBe('de maxLength Straße 3');
  });

  test('fall back to the program’s texts without a translator', () => {
    const { program: compiled, validate } = program(
      onePage({ a: { type: 'string', title: 'A' } }, { required: ['a'] }),
    );
    const texts = { ...compiled, problemTexts: { de: { required: 'Bitte {{label}} angeben.' } } };
    session = createSession(texts, { validate, today });
    next(session);
    expect(session.view().problems[0]?.message).toBe('Bitte A angeben.');
  });
});

describe('changing an answer from the summary', () => {
  const atSummary = (): Session => {
    const s = open(dogTax, { answers: complete });
    next(s);
    next(s);
    s.send({ type: 'another', at: '/hunde', value: false });
    next(s);
    expect(next(s)).toBe('pruefen');
    return s;
  };

  test('leads back to the summary', () => {
    const s = atSummary();
    s.send({ type: 'goTo', step: 'halter' });
    expect(s.view().fromSummary).toBe(true);
    s.send({ type: 'answer', at: '/halter/vorname', value: 'Erna' });
    expect(next(s)).toBe('pruefen');
    expect(s.view().fromSummary).toBe(false);
  });

  test('leads to a page that has come in between', () => {
    const s = atSummary();
    s.send({ type: 'goTo', step: 'halter' });
    s.send({ type: 'answer', at: '/halter/geburtsdatum', value: '1950-01-01' });
    expect(next(s)).toBe('ausnahme');
    expect(next(s)).toBe('pruefen');
  });

  test('leads back with "back", too', () => {
    const s = atSummary();
    s.send({ type: 'goTo', step: 'halter' });
    s.send({ type: 'back' });
    expect(where(s)).toBe('pruefen');
  });

  test('opens an entry directly and returns from it', () => {
    const s = atSummary();
    const groups = s.view().summary?.sections.flatMap(({ content }) => content) ?? [];
    const dog = groups.find((one) => one.at === '/hunde/0');
    expect(dog?.kind === 'group' && dog.content.map((row) => row.kind === 'row' && row.change)).toEqual([
      { step: 'hunde', entry: '/hunde/0' },
      { step: 'hunde', entry: '/hunde/0' },
      { step: 'hunde', entry: '/hunde/0' },
      { step: 'hund-einzeln/0' },
    ]);
    s.send({ type: 'goTo', step: 'hunde', entry: '/hunde/0' });
    expect(where(s)).toBe('hunde@/hunde/0');
    expect(next(s)).toBe('pruefen');
  });

  test('revalidates what the change made wrong', () => {
    const s = atSummary();
    s.send({ type: 'goTo', step: 'hunde', entry: '/hunde/0' });
    s.send({ type: 'answer', at: '/hunde/0/wurftag', value: '2020-01-01' });
    expect(next(s)).toBe('hund-einzeln/0');
    expect(codes(s)).toEqual(['/hunde/0/chip required']);
  });

  test('the summary names what is computed, without a change link', () => {
    const s = atSummary();
    const rows = s.view().summary?.sections.flatMap(({ content }) => content) ?? [];
    expect(rows.find(({ at }) => at === '/steuer')).toMatchObject({ label: 'Jahressteuer', lines: ['100,00\u00a0€'] });
    expect(rows.find(({ at }) => at === '/steuer')).not.toHaveProperty('change');
  });
});

describe('a list of groups', () => {
  const atDogs = (hunde: (typeof waldi)[]): Session => {
    const s = open(dogTax, { answers: { ...complete, hunde } });
    s.send({ type: 'goTo', step: 'hunde' });
    return s;
  };

  test('has cards with the answers of its entries, without what other pages ask', () => {
    const list = listAt(atDogs([waldi]), '/hunde');
    expect(list).toMatchObject({ layout: 'cards', canAdd: true, canRemove: true, minItems: 1, maxItems: 3 });
    expect(list.entries[0]?.title).toBe('Angaben zum Hund 1');
    expect(list.entries[0]?.rows.map(({ lines }) => lines[0])).toEqual(['Waldi', 'Dackel', '14.05.2025']);
  });

  test('does not ask on an entry’s page what another step asks', () => {
    const s = atDogs([waldi]);
    s.send({ type: 'editItem', at: '/hunde/0' });
    expect(fieldAt(s, '/hunde/0/name')).toBeDefined();
    expect(fieldAt(s, '/hunde/0/chip')).toBeUndefined();
  });

  test('demands an entry where it is required', () => {
    const s = atDogs([]);
    expect(listAt(s, '/hunde').another).toBeUndefined();
    expect(next(s)).toBe('hunde');
    expect(codes(s)).toEqual(['/hunde required']);
  });

  test('asks "another?" and takes only an answer', () => {
    const s = atDogs([waldi]);
    expect(listAt(s, '/hunde').another).toEqual({ value: null, problems: [] });
    expect(next(s)).toBe('hunde');
    expect(codes(s)).toEqual(['/hunde another']);
    expect(listAt(s, '/hunde').another?.problems).toHaveLength(1);
    s.send({ type: 'another', at: '/hunde', value: true });
    expect(codes(s)).toEqual([]);
    expect(next(s)).toBe('hunde@/hunde/1');
    s.send({ type: 'back' });
    expect(listAt(s, '/hunde').another?.value).toBeNull();
  });

  test('does not complain about "another?" before it was passed by', () => {
    const s = atDogs([waldi]);
    s.send({ type: 'another', at: '/hunde', value: true });
    expect(next(s)).toBe('hunde@/hunde/1');
    for (const [name, value] of Object.entries(waldi)) s.send({ type: 'answer', at: `/hunde/1/${name}`, value });
    expect(next(s)).toBe('hunde');
    expect(codes(s)).toEqual([]);
    expect(next(s)).toBe('hunde');
    expect(codes(s)).toEqual(['/hunde another']);
  });

  test('still complains after it was saved and restored: pages without script live by that', () => {
    const { program: compiled, validate } = program(dogTax);
    const options = { validate, today, translate: (_: string, code: string) => code };
    const first = createSession(compiled, { ...options, answers: { ...complete, hunde: [waldi] } });
    first.send({ type: 'goTo', step: 'hunde' });
    first.send({ type: 'next' });
    session = createSession(compiled, { ...options, snapshot: first.persist() });
    first.dispose();
    expect(codes(session)).toEqual(['/hunde another']);
  });

  test('sending shows what is wrong on its page', () => {
    const s = open(dogTax, { answers: { ...complete, hunde: [{ name: 'Rex' }] } });
    s.send({ type: 'goTo', step: 'pruefen' });
    s.send({ type: 'submit' });
    expect(where(s)).toBe('hunde');
    expect(codes(s)).toEqual(['/hunde/0/rasse required', '/hunde/0/wurftag required']);
  });

  test('does not ask when it is full', () => {
    const s = atDogs([waldi, waldi, waldi]);
    expect(listAt(s, '/hunde').another).toBeUndefined();
    expect(listAt(s, '/hunde').canAdd).toBe(false);
    expect(s.send({ type: 'addItem', at: '/hunde' })).toEqual({ ok: false, code: 'max-items' });
    expect(next(s)).toBe('hund-einzeln/0');
  });

  test('keeps an added entry on "next" only when it is right', () => {
    const s = atDogs([]);
    s.send({ type: 'addItem', at: '/hunde' });
    expect(codes(s)).toEqual([]);
    expect(next(s)).toBe('hunde@/hunde/0');
    expect(codes(s)).toEqual(['/hunde/0/name required', '/hunde/0/rasse required', '/hunde/0/wurftag required']);
  });

  test('drops a blank entry that is left with "back", keeps one with an answer', () => {
    const s = atDogs([]);
    s.send({ type: 'addItem', at: '/hunde' });
    s.send({ type: 'back' });
    expect(listAt(s, '/hunde').entries).toHaveLength(0);
    s.send({ type: 'addItem', at: '/hunde' });
    s.send({ type: 'answer', at: '/hunde/0/name', value: 'Rex' });
    s.send({ type: 'back' });
    expect(listAt(s, '/hunde').entries).toHaveLength(1);
  });

  test('does not let an incomplete entry pass', () => {
    const s = atDogs([{ name: 'Rex' }]);
    expect(listAt(s, '/hunde').entries[0]?.complete).toBe(true);
    s.send({ type: 'another', at: '/hunde', value: false });
    expect(next(s)).toBe('hunde');
    expect(codes(s)).toEqual(['/hunde/0/rasse required', '/hunde/0/wurftag required']);
    expect(listAt(s, '/hunde').entries[0]?.complete).toBe(false);
  });

  test('keeps the key of an entry when others are removed or moved', () => {
    const s = atDogs([waldi, { ...waldi, name: 'Rex' }, { ...waldi, name: 'Bello' }]);
    const key = listAt(s, '/hunde').entries[2]?.key;
    s.send({ type: 'removeItem', at: '/hunde/0' });
    s.send({ type: 'moveItem', at: '/hunde/1', to: 0 });
    expect(listAt(s, '/hunde').entries.map((one) => [one.key === key, one.rows[0]?.lines[0]])).toEqual([
      [true, 'Bello'],
      [false, 'Rex'],
    ]);
    expect(s.persist().answers.hunde).toMatchObject([{ name: 'Bello' }, { name: 'Rex' }]);
  });

  test('has a page per entry on a repeated step, none for an empty list', () => {
    const s = atDogs([waldi, { ...waldi, name: 'Rex' }]);
    expect(s.view().route.map(({ id, title }) => `${id} ${title}`)).toContain('hund-einzeln/1 Rex');
    s.send({ type: 'removeItem', at: '/hunde/0' });
    s.send({ type: 'removeItem', at: '/hunde/0' });
    expect(
      s
        .view()
        .route.map(({ id }) => id)
        .filter((id) => id.startsWith('hund-einzeln')),
    ).toEqual([]);
  });

  test('takes a person off the page of an entry that is gone', () => {
    const s = atDogs([waldi]);
    s.send({ type: 'goTo', step: 'hund-einzeln/0' });
    s.send({ type: 'removeItem', at: '/hunde/0' });
    expect(where(s)).toBe('hunde');
    s.send({ type: 'addItem', at: '/hunde' });
    s.send({ type: 'removeItem', at: '/hunde/0' });
    expect(where(s)).toBe('hunde');
  });
});

describe('lists in lists', () => {
  const form: FormSketch = {
    data: {
      type: 'object',
      properties: {
        haeuser: {
          type: 'array',
          title: 'Häuser',
          items: {
            type: 'object',
            title: '{{item.ort}}',
            properties: {
              ort: { type: 'string', title: 'Ort' },
              zimmer: {
                type: 'array',
                title: 'Zimmer',
                items: {
                  type: 'object',
                  title: '{{item.name}}',
                  properties: {
                    name: { type: 'string', title: 'Name' },
                    flaeche: { type: 'number', title: 'Fläche', unit: 'm2' },
                  },
                  required: ['name', 'flaeche'],
                },
              },
            },
            required: ['ort', 'zimmer'],
          },
        },
      },
    },
    steps: [
      { id: 'haeuser', title: 'Häuser', fields: ['/haeuser'] },
      {
        id: 'flaeche',
        forEach: '/haeuser/*/zimmer',
        title: 'Wie groß ist {{item.name}}?',
        fields: ['/haeuser/*/zimmer/*/flaeche'],
      },
    ],
  };

  test('each entry has its page, and leads back to the one it stands on', () => {
    const s = open(form);
    s.send({ type: 'addItem', at: '/haeuser' });
    s.send({ type: 'answer', at: '/haeuser/0/ort', value: 'Ulm' });
    expect(next(s)).toBe('haeuser@/haeuser/0');
    expect(codes(s)).toEqual(['/haeuser/0/zimmer required']);
    s.send({ type: 'addItem', at: '/haeuser/0/zimmer' });
    expect(where(s)).toBe('haeuser@/haeuser/0/zimmer/0');
    s.send({ type: 'answer', at: '/haeuser/0/zimmer/0/name', value: 'Küche' });
    expect(next(s)).toBe('haeuser@/haeuser/0');
    expect(listAt(s, '/haeuser/0/zimmer').entries.map(({ title }) => title)).toEqual(['Küche']);
    s.send({ type: 'another', at: '/haeuser/0/zimmer', value: true });
    expect(next(s)).toBe('haeuser@/haeuser/0/zimmer/1');
    s.send({ type: 'answer', at: '/haeuser/0/zimmer/1/name', value: 'Bad' });
    next(s);
    s.send({ type: 'another', at: '/haeuser/0/zimmer', value: false });
    expect(next(s)).toBe('haeuser');
    s.send({ type: 'another', at: '/haeuser', value: false });
    expect(next(s)).toBe('flaeche/0/0');
    expect(s.view().step.title).toBe('Wie groß ist Küche?');
    expect(next(s)).toBe('flaeche/0/0');
    expect(codes(s)).toEqual(['/haeuser/0/zimmer/0/flaeche required']);
    s.send({ type: 'answer', at: '/haeuser/0/zimmer/0/flaeche', value: 12 });
    expect(next(s)).toBe('flaeche/0/1');
    s.send({ type: 'answer', at: '/haeuser/0/zimmer/1/flaeche', value: 6 });
    expect(next(s)).toBe('summary');
    s.send({ type: 'goTo', step: 'haeuser', entry: '/haeuser/0/zimmer/1' });
    s.send({ type: 'answer', at: '/haeuser/0/zimmer/1/name', value: 'Dusche' });
    expect(next(s)).toBe('summary');
  });

  test('a removed entry takes the pages of what was in it along', () => {
    const s = open(form, { answers: { haeuser: [{ ort: 'Ulm', zimmer: [{ name: 'Bad' }] }] } });
    s.send({ type: 'goTo', step: 'haeuser', entry: '/haeuser/0/zimmer/0' });
    s.send({ type: 'removeItem', at: '/haeuser/0' });
    expect(where(s)).toBe('haeuser');
    expect(s.view().route.map(({ id }) => id)).toEqual(['haeuser', 'summary']);
  });
});

describe('events that make no sense', () => {
  const refused = (s: Session, event: unknown): string => {
    const before = JSON.stringify([s.persist(), s.view()]);
    const result = s.send(event as Parameters<Session['send']>[0]);
    expect(JSON.stringify([s.persist(), s.view()])).toBe(before);
    return result.ok ? 'ok' : result.code;
  };

  test.each([
    [{ type: 'answer', at: '/gibtsnicht', value: 1 }, 'unknown-field'],
    [{ type: 'answer', at: '/halter', value: {} }, 'unknown-field'],
    [{ type: 'answer', at: '/hunde/7/name', value: 'x' }, 'unknown-field'],
    [{ type: 'answer', at: '/__proto__/x', value: 1 }, 'unknown-field'],
    [{ type: 'answer', at: '/constructor', value: 1 }, 'unknown-field'],
    [{ type: 'answer', at: 'wohnort', value: 1 }, 'unknown-field'],
    [{ type: 'answer', at: '/steuer', value: 1 }, 'read-only'],
    [{ type: 'answer', at: '/wohnort', value: undefined }, 'not-an-answer'],
    [{ type: 'answer', at: '/wohnort', value: Number.NaN }, 'not-an-answer'],
    [{ type: 'answer', at: '/wohnort', value: JSON.parse('{"__proto__": 1}') }, 'not-an-answer'],
    [{ type: 'back' }, 'no-back'],
    [{ type: 'goTo', step: 'ausnahme' }, 'not-on-route'],
    [{ type: 'goTo', step: 'hunde', entry: '/hunde/9' }, 'unknown-entry'],
    [{ type: 'goTo', step: 'halter', entry: '/hunde/0' }, 'unknown-entry'],
    [{ type: 'addItem', at: '/halter' }, 'unknown-list'],
    [{ type: 'removeItem', at: '/hunde/4' }, 'unknown-entry'],
    [{ type: 'moveItem', at: '/hunde/0', to: 3 }, 'bad-position'],
    [{ type: 'editItem', at: '/hunde/x' }, 'unknown-entry'],
    [{ type: 'another', at: '/halter', value: true }, 'unknown-list'],
    [{ type: 'another', at: '/hunde', value: 'ja' }, 'not-asked'],
    [{ type: 'language', language: 'fr' }, 'unknown-language'],
    [{ type: 'submit' }, 'not-on-summary'],
    [{ type: 'draftResolved', revision: 3 }, 'no-conflict'],
    [{ type: 'tanzen' }, 'unknown-event'],
    [null, 'unknown-event'],
    [{ type: 'removeItem' }, 'unknown-entry'],
    [{ type: 'goTo' }, 'not-on-route'],
  ])('%j is refused as %s and changes nothing', (event, code) => {
    expect(refused(open(dogTax, { answers: complete }), event)).toBe(code);
  });
});

describe('the view', () => {
  test('is the same object until something changes', () => {
    const s = open(dogTax, { answers: complete });
    const before = s.view();
    expect(s.view()).toBe(before);
    s.send({ type: 'answer', at: '/wohnort', value: 'ja' });
    expect(s.view()).toBe(before);
    s.send({ type: 'answer', at: '/wohnort', value: null });
    expect(s.view()).not.toBe(before);
  });

  test('makes only those fields again that are touched', () => {
    const s = open(onePage({ a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B' } }));
    const [a, b] = s.view().step.content;
    s.send({ type: 'answer', at: '/a', value: 'x' });
    expect(s.view().step.content[0]).not.toBe(a);
    expect(s.view().step.content[1]).toBe(b);
  });

  test('tells its subscribers about every change, once', () => {
    const s = open(dogTax);
    const seen: string[] = [];
    const stop = s.subscribe((view) => seen.push(view.step.id));
    s.send({ type: 'answer', at: '/wohnort', value: 'ja' });
    s.send({ type: 'answer', at: '/wohnort', value: 'ja' });
    s.send({ type: 'next' });
    stop();
    s.send({ type: 'back' });
    expect(seen).toEqual(['zustaendigkeit', 'halter']);
  });

  test('switches its language at any time and keeps the answers', () => {
    const { program: compiled, validate } = program(
      onePage({ a: { type: 'number', title: 'Gewicht' } }, { title: 'Probe' }),
      { en: { '/a#title': { text: 'Weight' }, 'form#title': { text: 'Trial' } } },
    );
    session = createSession(compiled, { validate, today });
    session.send({ type: 'answer', at: '/a', value: 1234.5 });
    expect(fieldAt(session, '/a')).toMatchObject({ label: 'Gewicht', text: '1.234,5', value: 1234.5 });
    session.send({ type: 'language', language: 'en' });
    expect(session.view().language).toBe('en');
    expect(session.view().form.title).toBe('Trial');
    expect(fieldAt(session, '/a')).toMatchObject({ label: 'Weight', text: '1,234.5' });
    // What is not translated stands in the form's own language.
    expect(session.view().step.title).toBe('Seite');
  });
});
