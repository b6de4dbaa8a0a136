import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withBuiltIns } from '../packages/definition/src/index.ts';
import { runCase } from '../packages/engine/src/index.ts';
import { loadForms } from '../packages/server/src/forms/index.ts';
import { checkForm } from '../packages/validators/src/check/index.ts';
import { compileValidate } from '../packages/validators/src/index.ts';

const { forms, library, problems } = await loadForms(fileURLToPath(new URL('.', import.meta.url)));

test('the folder can be read, and both forms are there', () => {
  expect(problems).toEqual([]);
  expect([...forms.keys()]).toEqual(['hundesteuer-anmeldung', 'mutterschutz-benachrichtigung']);
});

for (const [id, source] of forms) {
  const checked = await checkForm(source, withBuiltIns(library));
  const { program, resolved } = checked;

  describe(id, () => {
    test('passes the checker without errors', () => {
      expect(checked.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    test('is complete in German and English', () => {
      const aboutTexts = checked.problems.filter(({ code }) => /^(text|translation)-/.test(code));
      expect(program?.languages).toEqual(['de', 'en']);
      expect(aboutTexts).toEqual([]);
    });

    test('has at least eight cases', () => {
      expect(Object.keys(source.cases).length).toBeGreaterThanOrEqual(8);
    });

    test.each(Object.entries(source.cases))('case %s', (_, formCase) => {
      if (!program || !resolved) return expect.fail('the form does not compile');
      expect(runCase(program, formCase, compileValidate(resolved.form.data)).differences).toEqual([]);
    });
  });
}
