import type { FormSource } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { checkForm } from './check-form.ts';

const library = { blocks: {}, lists: {} };

function form(more: object): FormSource {
  const definition = {
    id: 'probe',
    version: '1.0.0',
    language: 'de',
    title: 'Probe',
    data: { type: 'object', properties: { name: { type: 'string', maxLength: 20, title: 'Name' } } },
    steps: [{ id: 'a', title: 'A', fields: ['/name'] }],
    review: [{ text: 'Rechtsgrundlage klären' }],
    ...more,
  };
  return { form: definition as unknown as FormSource['form'], locales: {}, cases: {} };
}

const codes = async (source: FormSource, severities: Parameters<typeof checkForm>[2]) =>
  (await checkForm(source, library, severities)).problems.map(({ code, severity }) => `${severity} ${code}`);

describe('severities', () => {
  test('a configuration raises a warning, or drops it', async () => {
    expect(await codes(form({}), {})).toContain('warning review-open');
    expect(await codes(form({}), { severities: { 'review-open': 'error' } })).toContain('error review-open');
    expect(await codes(form({}), { severities: { 'review-open': 'off' } })).not.toContain('warning review-open');
  });

  test('what makes a form no form at all stays an error', async () => {
    const broken = form({ steps: [{ id: 'a', title: 'A', fields: ['/nichts'] }] });
    expect(await codes(broken, { severities: { 'pointer-unknown': 'off' } })).toContain('error pointer-unknown');
  });

  test('an error of taste can be lowered', async () => {
    const untitled = form({
      data: { type: 'object', properties: { name: { type: 'string', maxLength: 20 } } },
    });
    expect(await codes(untitled, {})).toContain('error title-missing');
    expect(await codes(untitled, { severities: { 'title-missing': 'warning' } })).toContain('warning title-missing');
  });
});
