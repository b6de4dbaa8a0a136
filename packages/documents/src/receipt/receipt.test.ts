import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { afterEach, describe, expect, it } from 'vitest';
import { letters, sequences } from '../../test/din91379.ts';
import { dogTax, english, group, longCase, row } from '../../test/fixtures.ts';
import { openPdf } from '../../test/pdf.ts';
import { createReceipt, type ReceiptInput } from './receipt.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const pdf of opened.splice(0)) await pdf.close();
});

async function receipt(input: ReceiptInput) {
  const pdf = await openPdf(await createReceipt(input));
  opened.push(pdf);
  return pdf;
}

describe('what it says', () => {
  it('names reference, legal time with zone, applicant, next step, and that it is no decision', async () => {
    const text = await (await receipt(dogTax)).text();
    for (const part of [
      'Landeshauptstadt Musterstadt, Kassen- und Steueramt',
      'Hund zur Hundesteuer anmelden',
      'Vorgangsnummer HST-2026-7K3M-Q9PD',
      'Eingegangen am Montag, 23. November 2026\n14:05:12 Uhr (MEZ)',
      'Name Erika Mustermann',
      'Wie es weitergeht',
      'Über die Kosten erhalten Sie einen Bescheid.',
      'Diese Bestätigung ist kein Bescheid.',
      'Formular: hundesteuer-anmeldung, Version 1.0.0',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('holds every answer beside its label, groups under their titles, sections numbered', async () => {
    const text = await (await receipt(dogTax)).text();
    for (const part of [
      '1. Wo wohnen Sie?\nWohnen Sie in Musterstadt? Ja',
      '2. Halterin oder Halter\nAngaben zur Person\nVorname Erika',
      'Geburtsname Nicht angegeben',
      'Anschrift\nStraße und Hausnummer Heidestraße 17',
      // The list bears the page's name: that stands there once.
      '3. Ihre Hunde\nBello\nRufname Bello',
      'C̆ M̂ k̆\nRufname C̆ M̂ k̆',
      'Besonderheiten Blindenführhund\nAus dem Tierheim übernommen',
      'Jahressteuer 200,00 €',
      '4. Anlagen\nImpfpass-Bello.pdf 1,2 MB',
      '9f86d081884c7d659a2feaa0c55ad015\na3bf4f1b2b0b822cd15d6c15b0f00a08',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('speaks English, in the time of the form’s zone, with the next step of its own', async () => {
    const text = await (await receipt(english)).text();
    expect(text).toContain('Received on Wednesday, 1 July 2026\nat 23:59:59 (CEST)');
    expect(text).toContain('We send you the dog tag by post within two weeks.');
    expect(text).toContain('This confirmation is not an official decision (Bescheid).');
    expect(text).toContain('Page 1 of 1');
    expect(text).not.toMatch(/Vorgangsnummer|Seite/);
  });

  it('takes the English texts for a language without its own, and a city’s wording before all', async () => {
    const header = { ...dogTax.header, language: 'fr' };
    const text = await (await receipt({ ...dogTax, header, texts: { reference: 'Case number' } })).text();
    expect(text).toContain('Case number HST-2026-7K3M-Q9PD');
    expect(text).toContain('Confirmation of receipt');
  });

  it('lets every letter of DIN 91379 be taken out again, marks included', async () => {
    const all = [...sequences, ...letters].map((letter) => letter.normalize('NFC'));
    const section = { step: 'a', title: 'A', content: [row('Buchstaben', all.join(' '))] };
    const text = await (await receipt({ ...dogTax, summary: { sections: [section] }, attachments: [] })).text();
    // pdf.js gives the micro sign as the Greek letter.
    const found = new Set(text.replaceAll('μ', 'µ').split(/\s+/));
    expect(all.filter((letter) => letter !== 'μ' && !found.has(letter))).toEqual([]);
    expect(text).not.toContain('[U+');
  });

  it('writes what the typeface lacks as its number and says so, instead of dropping it', async () => {
    const text = await (await receipt(english)).text();
    expect(text).toContain('[U+5C71][U+7530] [U+1F600]');
    expect(text).toContain('They were transmitted unchanged.');
  });

  it('wraps long words and addresses without losing a letter', async () => {
    const text = (await (await receipt(english)).text()).replace(/\n/g, '');
    expect(text).toContain('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft');
    expect(text).toContain(
      'https://www.example.org/a/very/long/path/that/does-not-fit/into/one/line?and=has&many=parameters',
    );
  });

  it('refuses a time that is none, and an unknown zone', async () => {
    await expect(createReceipt({ ...dogTax, receipt: { reference: 'A', receivedAt: 'soon' } })).rejects.toMatchObject({
      code: 'document-time',
    });
    await expect(
      createReceipt({ ...dogTax, header: { ...dogTax.header, timeZone: 'Mars/Base' } }),
    ).rejects.toMatchObject({
      code: 'document-time',
    });
  });

  it('stands without answers, authority or applicant', async () => {
    const { applicant: _, attachments: __, ...rest } = dogTax;
    const text = await (
      await receipt({ ...rest, header: { title: 'Leer', language: 'de' }, summary: { sections: [] } })
    ).text();
    expect(text).toContain('Leer');
    expect(text).not.toContain('Name');
  });
});

describe('pages', () => {
  it('count themselves in the footer, as no content', async () => {
    const pdf = await receipt(longCase());
    expect(pdf.pages).toBeGreaterThanOrEqual(3);
    for (let page = 1; page <= pdf.pages; page += 1) {
      const artifacts = (await pdf.tagged(page)).filter((item) => item.role === 'Artifact').map((item) => item.text);
      expect(artifacts.join('')).toContain('Vorgangsnummer HST-2026-7K3M-Q9PD');
      expect(artifacts.join('')).toContain(`Seite ${page} von ${pdf.pages}`);
    }
  });

  it('never end with a heading, never part a label from its answer', async () => {
    const pdf = await receipt(longCase());
    for (let page = 1; page <= pdf.pages; page += 1) {
      const content = (await pdf.tagged(page)).filter((item) => item.role !== 'Artifact' && item.text.trim() !== '');
      expect(content.at(-1)?.role).not.toMatch(/^H\d|TH$/);
      content.forEach((item, index) => {
        if (item.role === 'TH') expect(content[index + 1]?.role).toMatch(/^(TH|TD|P)$/);
      });
    }
  });

  it('go on with an answer that is taller than a page, under its label', async () => {
    const pdf = await receipt(longCase());
    const text = await pdf.text();
    expect(text).toContain('Sehr lange Begründung\n(Fortsetzung)');
    const sentences = text.replace(/\s+/g, ' ').match(/Ich beantrage die Verlängerung/g);
    // Some sentences run over a page's foot: they are interrupted by it, not lost.
    expect(sentences?.length).toBeGreaterThan(9 * 4 + 60 - 5);
  });
});

describe('tags', () => {
  it('carry title, language and date', async () => {
    const { document } = await receipt(dogTax);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: 'Eingangsbestätigung HST-2026-7K3M-Q9PD: Hund zur Hundesteuer anmelden',
      Author: 'Landeshauptstadt Musterstadt, Kassen- und Steueramt',
      Language: 'de',
      CreationDate: 'D:20261123130512Z',
    });
    expect(metadata?.get('dc:title')).toBe('Eingangsbestätigung HST-2026-7K3M-Q9PD: Hund zur Hundesteuer anmelden');
    expect(await document.getViewerPreferences()).toEqual(new Map([['DisplayDocTitle', true]]));
    expect(await document.getMarkInfo()).toEqual(expect.objectContaining({}));
    expect((await document.getOutline()).map((entry) => entry.title)).toEqual([
      '1. Wo wohnen Sie?',
      '2. Halterin oder Halter',
      '3. Ihre Hunde',
      '4. Anlagen',
    ]);
  });

  it('tell one h1, headings without a gap, labels as row headers', async () => {
    const pdf = await receipt({
      ...dogTax,
      summary: {
        sections: [{ step: 'a', title: 'A', content: [group('B', group('C', group('D', group('E', row('F', 'G')))))] }],
      },
    });
    const items = await pdf.tagged(1);
    const levels = items.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
    expect(items.filter((item) => item.role === 'unknown' || item.role === 'none')).toEqual([]);
    const scopes: unknown[] = [];
    (function visit(node: { role?: string; scope?: string; children?: readonly object[] }) {
      if (node.role === 'TH') scopes.push(node.scope);
      for (const child of node.children ?? []) visit(child);
    })(await pdf.structure(1));
    expect(new Set(scopes)).toEqual(new Set(['Row']));
  });

  it('leave nothing on a page without a mark, and lead back from every mark to its node', async () => {
    const document = await PDFDocument.load(await createReceipt(longCase()));
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    for (const [index, page] of document.getPages().entries()) {
      const stream = page.node.lookup(PDFName.of('Contents'));
      if (!(stream instanceof PDFRawStream)) expect.unreachable();
      const operators = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()).split(/\s+/);
      let depth = 0;
      for (const operator of operators) {
        if (operator === 'BDC') depth += 1;
        if (operator === 'EMC') depth -= 1;
        if (operator === 'TJ' || operator === 'f') expect(depth).toBeGreaterThan(0);
      }
      expect(depth).toBe(0);
      const marks = operators.filter((operator) => operator === '<</MCID').length;
      expect(numbers.lookup(index * 2 + 1, PDFArray).size()).toBe(marks);
    }
  });
});

it('gives the same bytes for the same input', async () => {
  expect(await createReceipt(dogTax)).toEqual(await createReceipt(dogTax));
});
