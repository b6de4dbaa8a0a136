import { expect, test } from 'vitest';
import { dogTax } from '../../test/fixtures.ts';
import { openPdf } from '../../test/pdf.ts';
import { documentLanguage } from './language.ts';
import { createReceipt } from './receipt.ts';

test.each(['de', 'en', 'de-x-leicht', 'tr', 'uk', 'el', 'pl'])('%s is set as it is', (language) => {
  expect(documentLanguage(language, 'de')).toBe(language);
});

test.each(['ar', 'fa', 'he', 'zh', 'hi', '', '<script>'])('%s is set in the form’s own language', (language) => {
  expect(documentLanguage(language, 'de')).toBe('de');
});

test('Turkish and Ukrainian letters are there', async () => {
  const title = 'Köpek kaydı: İğne, şaşı. Реєстрація собаки: їжак, ґанок, є';
  const pdf = await openPdf(await createReceipt({ ...dogTax, header: { ...dogTax.header, language: 'uk', title } }));
  const text = await pdf.text();
  await pdf.close();
  expect(text.replaceAll('\n', ' ')).toContain(title);
  expect(text).toContain('Reference');
  expect(text).not.toContain('U+');
});
