import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@schalter/definition';
import { afterAll, describe, expect, test } from 'vitest';
import { type Script, type } from './typist.ts';

/* Whole journeys through the shipped forms, by pipe. */

const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${files++}.json`);
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as JsonObject;

const dogTax = ['forms/hundesteuer-anmeldung', '--today', '2026-11-23'];

const erika: Script = {
  'Wohnen Sie in München': '1',
  Vorname: 'Erika',
  Nachname: 'Mustermann',
  Geburtsdatum: ['31.2.1985', '12.8.85'],
  Straße: 'Beispielstraße',
  Hausnummer: '12 a',
  Postleitzahl: '80331',
  Ort: 'München',
  'E-Mail-Adresse': 'erika@mustermann.example',
  Telefonnummer: '089 / 233-00',
  'n: ': 'n',
  'Noch ein Eintrag?': ['j', 'n'],
  Rufname: ['Waldi', 'Rex'],
  Rasse: ['dack', '1', 'schäferhund', '1'],
  Geschlecht: '2',
  Farbe: ['rotbraun', 'schwarz'],
  Wurftag: '14.5.2024',
  'In München gehalten seit': '1.8.2024',
  'Könnte der Hund': 'n',
  Chipnummer: ['276 0981 0623 4567', '276098106234568'],
  'Wie möchten Sie': '1',
};

describe('the dog tax form, in German', () => {
  test('is filled in from the first question to the file, with a mistake on the way', async () => {
    const out = newFile();
    const { status, screen, errors } = await type([...dogTax, '--out', out], erika);
    expect(errors).toBe('');
    expect(screen).toContain('! Geben Sie bei „Geburtsdatum“ ein vollständiges Datum ein');
    expect(screen).toContain('Geburtsdatum [31.2.1985; Eingabetaste: bleibt]');
    expect(screen).toContain('1. Waldi');
    expect(screen).toContain('Jahressteuer (voraussichtlich): 200,00 €');
    expect(screen).toMatch(/Eingegangen\. Vorgangsnummer: [0-9A-F]{8}/);
    expect(status).toBe(0);
    expect(read(out)).toMatchObject({
      form: { id: 'hundesteuer-anmeldung' },
      language: 'de',
      today: '2026-11-23',
      answers: {
        halter: { vorname: 'Erika', geburtsdatum: '1985-08-12' },
        kontakt: { telefon: '+498923300' },
        hunde: [
          { name: 'Waldi', wurftag: '2024-05-14', chip: '276098106234567' },
          { name: 'Rex', chip: '276098106234568' },
        ],
        steuer: 20000,
      },
    });
  });

  test('changes an answer from the summary, and comes back to it', async () => {
    const out = newFile();
    const script = {
      ...erika,
      'Noch ein Eintrag?': 'n',
      'Nummer: ändern': ['3', ''],
      Nachname: ['Mustermann', 'Muster'],
    };
    const { status, screen } = await type([...dogTax, '--out', out], script);
    expect(screen).toContain('Nachname [Mustermann; Eingabetaste: bleibt]: Muster');
    expect(status).toBe(0);
    expect(read(out)).toMatchObject({ answers: { halter: { nachname: 'Muster' } } });
  });

  test('ends at the exit for those who live elsewhere, and files nothing', async () => {
    const out = newFile();
    const { status, screen } = await type([...dogTax, '--out', out], { 'Wohnen Sie in München': '2' });
    expect(screen).toContain('Gemeinde');
    expect(status).toBe(0);
    expect(existsSync(out)).toBe(false);
  });

  test('logs in before and pays afterwards, with services in memory', async () => {
    const { status, screen } = await type([...dogTax, '--try'], {
      ...erika,
      Anmelden: 'j',
      'Noch ein Eintrag?': 'n',
      'Zu zahlen: 100,00 €': 'j',
    });
    expect(screen.indexOf('Anmelden? j/n: j')).toBeLessThan(screen.indexOf('Seite 1'));
    expect(screen.indexOf('Bezahlt.')).toBeGreaterThan(screen.indexOf('Eingegangen.'));
    expect(status).toBe(0);
  });
});

describe('a draft', () => {
  const half: Script = { ...erika, Straße: '⏏' };

  test('is kept when no more lines come, goes on where it was, and is gone once filed', async () => {
    const draft = newFile();
    const out = newFile();
    const before = await type([...dogTax, '--draft', draft], half);
    expect(before.status).toBe(2);
    expect(read(draft)).toMatchObject({ flow: { step: 'halter' }, answers: { halter: { vorname: 'Erika' } } });
    const after = await type([...dogTax, '--draft', draft, '--out', out], {
      ...erika,
      Geburtsdatum: ['12.8.1985'],
      'Noch ein Eintrag?': 'n',
    });
    expect(after.screen).toContain('Es geht weiter, wo Sie aufgehört haben');
    expect(after.screen).toContain('Vorname [Erika; Eingabetaste: bleibt]');
    expect(after.status).toBe(0);
    expect(read(out)).toMatchObject({ answers: { halter: { vorname: 'Erika', geburtsdatum: '1985-08-12' } } });
    expect(existsSync(draft)).toBe(false);
  });

  test('is kept at Ctrl+C', async () => {
    const draft = newFile();
    const { status, screen } = await type([...dogTax, '--draft', draft], { ...erika, Straße: '^C' });
    expect(status).toBe(130);
    expect(screen).toContain(`Gespeichert: ${draft}`);
    expect(read(draft)).toMatchObject({ answers: { halter: { nachname: 'Mustermann' } } });
  });

  test.each([
    ['is no JSON', '{ "format": 1, "form', /JSON/],
    [
      'is of another form',
      JSON.stringify({
        format: 1,
        form: { id: 'x', version: '1.0.0' },
        language: 'de',
        today: '2026-11-23',
        answers: {},
        flow: { step: 'a', left: [] },
      }),
      /belongs to x/,
    ],
  ])('that %s is refused with a sentence', async (_, text, sentence) => {
    const draft = newFile();
    writeFileSync(draft, text);
    const { status, errors } = await type([...dogTax, '--draft', draft], {});
    expect(status).toBe(1);
    expect(errors).toMatch(sentence);
    // It is not touched.
    expect(readFileSync(draft, 'utf8')).toBe(text);
  });
});

test('commands work at every question: language, pages, help, back, quit', async () => {
  const { status, screen } = await type(dogTax, {
    'Wohnen Sie in München': [':sprache en'],
    'Do you live in Munich': ['1'],
    'First name': [':pages', ':help', ':go 9', ':back'],
    Wohn: '',
    Quit: '',
    'Last name': ':quit',
  });
  expect(screen).toContain('1. ');
  expect(screen).toContain('This is not possible here.');
  expect(screen).toContain(':back :pages');
  expect(status).toBe(2);
});

test('the notification of a pregnancy is filled in, in English', async () => {
  const out = newFile();
  const { status, screen, errors } = await type(
    ['forms/mutterschutz-benachrichtigung', '--language', 'en', '--today', '2026-11-23', '--out', out],
    {
      'Registered name': 'Muster Feinmechanik GmbH',
      Street: ['Beispielstraße', 'Musterweg'],
      'House number': ['12a-14d', '3'],
      'Postal code': ['80331', '', '01067'],
      'Town or city': ['München', '', 'Dresden'],
      'Phone number': '(089) 1234567',
      'Email address': 'personal@muster.example',
      'Do you agree': 'y',
      'Family name': ['', 'Beispiel', 'Mustermann'],
      'First names': ['', 'Erika Maria'],
      Day: '27',
      Month: '3',
      Year: '1994',
      'Where is the address': '1',
      'The person': '1',
      'Expected date': '15.3.2027',
      'The woman’s employment': '1',
      '…(y/n)': 'n',
    },
  );
  expect(errors).toBe('');
  expect(screen).toContain('! Enter the family name.');
  expect(status).toBe(0);
  expect(read(out)).toMatchObject({
    form: { id: 'mutterschutz-benachrichtigung' },
    language: 'en',
    answers: { frau: { familienname: 'Mustermann', geburtsdatum: { tag: 27, monat: 3, jahr: 1994 }, status: '001' } },
  });
});

test('the registration for holiday care is filled in task by task, with entries in entries', async () => {
  const out = newFile();
  const { status, screen } = await type(['forms/ferienbetreuung-anmeldung', '--today', '2027-03-01', '--out', out], {
    Vorname: ['Erika', 'Lena'],
    Nachname: 'Mustermann',
    Straße: 'Beispielstraße',
    Hausnummer: '12 a',
    Postleitzahl: '12345',
    Ort: 'Musterstadt',
    'E-Mail': 'erika@mustermann.example',
    Telefon: '089 99998 123',
    Geburtsdatum: '14.5.2018',
    'Welche Schule': 'Grundschule am Bach',
    'Braucht das Kind': 'n',
    'n: ': 'n',
    'Noch ein Eintrag?': 'n',
    'An welchen Tagen kommt das Kind': '1, 3',
    'Bekommen Sie': '5',
    'Nummer: ändern': '',
    '…(j/n)': 'j',
    '…ankreuzen? j/n': 'j',
    '…Nummer: ': '1',
  });
  expect(screen).toContain('2. Ihre Kinder – nicht begonnen');
  expect(screen).toContain('Wochen und Tage – noch nicht möglich (Ihre Kinder)');
  expect(screen).toContain('Lena › ');
  expect(status).toBe(0);
  expect(read(out)).toMatchObject({
    answers: { kinder: [{ vorname: 'Lena', wochen: [{ tage: ['mo', 'mi'] }] }] },
  });
});

test.each([
  ['a folder without a form', ['nirgends']],
  ['a folder of forms', ['forms']],
  ['an option nobody knows', ['forms/hundesteuer-anmeldung', '--fliegen']],
])('%s is refused with a sentence', async (_, args) => {
  const { status, errors } = await type(args, {});
  expect(status).toBe(1);
  expect(errors).toMatch(/\w/);
  expect(errors).not.toContain('    at ');
});
