import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse } from '../packages/engine/src/analysis/index.ts';
import { evaluateForm, runCase, toJsonSchema, verifySubmission } from '../packages/engine/src/index.ts';
import { loadConfigFile, severitiesFor } from '../packages/server/src/config/index.ts';
import { loadForms } from '../packages/server/src/forms/index.ts';
import { checkForm } from '../packages/validators/src/check/index.ts';
import { formats } from '../packages/validators/src/formats/index.ts';
import { compileDocument, compileValidate } from '../packages/validators/src/index.ts';

const { forms, library, problems } = await loadForms(fileURLToPath(new URL('.', import.meta.url)));

const { settings } = await loadConfigFile({ folder: fileURLToPath(new URL('..', import.meta.url)) });

/** Texts that keep a format. */
const examples = (format: string) => formats.find(({ name }) => name === format)?.valid ?? [];

/** Problems that every JSON Schema validator finds, too. */
const keywords = ['pattern', 'minLength', 'maxLength', 'enum', 'minimum', 'maximum', 'minItems', 'maxItems'];

test('the folder can be read, and all forms are there', () => {
  expect(problems).toEqual([]);
  expect([...forms.keys()]).toEqual([
    'ferienbetreuung-anmeldung',
    'hundesteuer-anmeldung',
    'mutterschutz-benachrichtigung',
  ]);
});

for (const [id, source] of forms) {
  const { problems, program, resolved } = await checkForm(source, library, {
    severities: severitiesFor(settings.check ?? {}, id),
  });
  const validate = resolved && compileValidate(resolved.form.data);
  const plain = program && resolved && compileDocument(toJsonSchema(program, resolved.form.data).schema);

  describe(id, () => {
    test('the checker has nothing to say but what is open for review', () => {
      expect(problems.filter(({ code }) => code !== 'review-open')).toEqual([]);
    });

    test('speaks German and English', () => {
      expect(program?.languages).toEqual(['de', 'en']);
    });

    test('everything in it can happen, and answers show it', () => {
      if (!program || !resolved || !validate) return expect.fail('the form does not compile');
      const { steps, conditions, checks, fields, findings, effort } = analyse(program, resolved.form, {
        validate,
        examples,
      });
      expect(findings).toEqual([]);
      expect(effort).toMatchObject({ undecided: 0, leftOut: 0 });
      expect(fields.every(({ shown }) => shown.possible)).toBe(true);
      expect(conditions.every(({ holds, holdsNot }) => holds.possible && holdsNot.possible)).toBe(true);
      expect(checks.every(({ passes, fails }) => passes.possible && fails.possible)).toBe(true);
      for (const { id, reached, completed } of steps) {
        if (reached.possible !== true || completed.possible !== true) return expect.fail(`nobody comes past ${id}`);
        const way = evaluateForm(program, reached.witness.answers, { validate, today: reached.witness.today });
        expect(way.route.map((page) => page.split('/')[0])).toContain(id);
        const whole = evaluateForm(program, completed.witness.answers, { validate, today: completed.witness.today });
        expect(whole.route.map((page) => page.split('/')[0])).toContain(id);
        expect(whole.problems).toEqual([]);
      }
    });

    test('has at least eight cases', () => {
      expect(Object.keys(source.cases).length).toBeGreaterThanOrEqual(8);
    });

    test.each(Object.entries(source.cases))('case %s', (_, formCase) => {
      if (!program || !validate) return expect.fail('the form does not compile');
      expect(runCase(program, formCase, validate).differences).toEqual([]);
    });

    test.each(Object.entries(source.cases))(
      'case %s: server and plain JSON Schema judge what it sends',
      (_, formCase) => {
        if (!program || !validate || !plain) return expect.fail('the form does not compile');
        const today = formCase.today ?? '2026-11-23';
        const { problems, route, submission } = evaluateForm(program, formCase.answers, { validate, today });
        if (route.at(-1) !== 'pruefen') return;
        const { version, language } = program;
        const verified = verifySubmission(
          program,
          { form: { id, version }, language, today, answers: submission },
          { validate, today },
        );
        expect(verified.ok).toBe(problems.length === 0);
        if (problems.length === 0) expect(plain(submission)).toEqual([]);
        if (problems.some(({ code }) => code.startsWith('format:') || keywords.includes(code))) {
          expect(plain(submission)).not.toEqual([]);
        }
      },
    );
  });
}
