import type { Summary, SummaryContent, SummaryRow } from '@schalter/engine';
import type { ReceiptInput } from '../src/index.ts';

export function row(label: string, ...lines: string[]): SummaryRow {
  return { kind: 'row', at: `/${label}`, label, lines };
}

export function group(title: string, ...content: SummaryContent[]): SummaryContent {
  return { kind: 'group', at: `/${title}`, title, content };
}

/** A short German case: dog tax with two dogs. */
export const dogTax: ReceiptInput = {
  header: {
    title: 'Hund zur Hundesteuer anmelden',
    language: 'de',
    authority: 'Landeshauptstadt Musterstadt, Kassen- und Steueramt',
    timeZone: 'Europe/Berlin',
    form: { id: 'hundesteuer-anmeldung', version: '1.0.0' },
  },
  receipt: { reference: 'HST-2026-7K3M-Q9PD', receivedAt: '2026-11-23T13:05:12.345Z', paymentLater: true },
  applicant: 'Erika Mustermann',
  summary: {
    sections: [
      { step: 'wohnort', title: 'Wo wohnen Sie?', content: [row('Wohnen Sie in Musterstadt?', 'Ja')] },
      {
        step: 'halter',
        title: 'Halterin oder Halter',
        content: [
          group(
            'Angaben zur Person',
            row('Vorname', 'Erika'),
            row('Nachname', 'Mustermann'),
            row('Geburtsdatum', '12. August 1964'),
            row('Geburtsname'),
            group(
              'Anschrift',
              row('Straße und Hausnummer', 'Heidestraße 17'),
              row('Postleitzahl', '80331'),
              row('Ort', 'Musterstadt'),
            ),
          ),
          group(
            'Kontakt',
            row('E-Mail-Adresse', 'erika.mustermann@example.org'),
            row('Telefonnummer', '+49 89 123456'),
          ),
        ],
      },
      {
        step: 'hunde',
        title: 'Ihre Hunde',
        content: [
          group(
            'Ihre Hunde',
            group(
              'Bello',
              row('Rufname', 'Bello'),
              row('Rasse', 'Labrador Retriever'),
              row('Wurftag', '1. Februar 2022'),
              row('Chipnummer', '276 098 102 345 678'),
            ),
            group(
              'C̆ M̂ k̆',
              row('Rufname', 'C̆ M̂ k̆'),
              row('Rasse', 'Mischling'),
              row('Besonderheiten', 'Blindenführhund', 'Aus dem Tierheim übernommen'),
            ),
          ),
          row('Jahressteuer', '200,00 €'),
        ],
      },
    ],
  } satisfies Summary,
  attachments: [
    {
      name: 'Impfpass-Bello.pdf',
      size: 1_234_567,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
};

/** English, with answers that are hard to set. */
export const english: ReceiptInput = {
  header: {
    title: 'Register a dog for dog tax',
    language: 'en',
    authority: 'City of Musterstadt',
    form: { id: 'hundesteuer-anmeldung', version: '1.0.0' },
  },
  receipt: { reference: 'HST-2026-7K3M-Q9PD', receivedAt: '2026-07-01T21:59:59Z' },
  applicant: 'Zoë Łukašević-D’Ångström',
  nextStep: 'We send you the dog tag by post within two weeks.\n\nIf you have questions, call us on 089 000000.',
  summary: {
    sections: [
      {
        step: 'owner',
        title: 'Owner',
        content: [
          row('Name', 'Zoë Łukašević-D’Ångström'),
          row('Other script', 'Ελένη Παπαδοπούλου', 'Георги Димитров'),
          row('Characters the typeface lacks', '山田 😀'),
          row('A long word', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'),
          row(
            'Web address',
            'https://www.example.org/a/very/long/path/that/does-not-fit/into/one/line?and=has&many=parameters',
          ),
        ],
      },
    ],
  },
};

/** A long case: several pages, one answer taller than a page. */
export function longCase(): ReceiptInput {
  const sentence =
    'Ich beantrage die Verlängerung, weil die Bauarbeiten an der Fassade erst nach dem Winter beginnen können. ';
  return {
    ...dogTax,
    header: {
      ...dogTax.header,
      title: 'Sondernutzung einer öffentlichen Verkehrsfläche für eine Baustelle mit Gerüst und Container beantragen',
    },
    summary: {
      sections: Array.from({ length: 6 }, (_, index) => ({
        step: `s${index}`,
        title: `Abschnitt über die Baustelle Nummer ${index + 1}`,
        content: [
          ...Array.from({ length: 7 }, (__, at) => row(`Angabe ${at + 1} zur Baustelle`, `Antwort ${at + 1}`)),
          ...(index === 2
            ? [row('Begründung', Array.from({ length: 9 }, () => sentence.repeat(4).trim()).join('\n'))]
            : []),
          ...(index === 4 ? [row('Sehr lange Begründung', sentence.repeat(60).trim())] : []),
        ],
      })),
    },
  };
}
