import { type FieldSchema, type JsonObject, type JsonValue, resolveForm } from '@schalter/definition';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test, vi } from 'vitest';
import { evaluateForm, toJsonSchema, verifySubmission } from '../../src/index.ts';
import { canonical } from '../random/canonical.ts';
import { type Chance, hold, type Note } from '../random/chance.ts';
import { diligentAnswers } from '../random/diligent.ts';
import { makeForm } from '../random/form.ts';
import { damaged } from '../random/nonsense.ts';
import { type Compiled, type FormSketch, formats, library, program, today } from '../support.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const ajv = new Ajv2020({ strict: false, validateSchema: false, addUsedSchema: false, formats });

/** A form's schema, judging documents. */
function schemaOf(sketch: FormSketch, { program: compiled }: Compiled) {
  const form = { id: 'probe', version: '1.0.0', language: 'de', title: 'Probe', ...sketch };
  const { resolved } = resolveForm(form as unknown as Parameters<typeof resolveForm>[0], library);
  const { schema, untranslated } = toJsonSchema(compiled, resolved?.form.data as FieldSchema);
  const { $id: _, ...rest } = schema;
  const validate = ajv.compile(rest);
  return {
    schema,
    untranslated,
    refusals: (document: JsonValue) => (validate(document) ? [] : (validate.errors ?? [])),
  };
}

function accepts({ program: compiled, validate }: Compiled, answers: JsonValue) {
  const form = { id: compiled.id, version: compiled.version };
  const submission = { form, language: 'de', today, answers: answers as JsonObject };
  return verifySubmission(compiled, submission, { validate, today });
}

/** What somebody would file who tries to get it right, and the same damaged. */
function documents(chance: Chance, compiled: Compiled): JsonValue[] {
  const options = { validate: compiled.validate, today };
  const answers = diligentAnswers(chance, compiled.program, options);
  const right = evaluateForm(compiled.program, answers, options).submission;
  const found: JsonValue[] = [right];
  for (let left = 6; left > 0; left--) {
    const wrong = damaged(chance, chance.pick(found));
    if (wrong !== undefined) found.push(wrong);
  }
  return found.map((one) => canonical(compiled.program.root, one));
}

function made(chance: Chance, note: Note, expressible: boolean) {
  const form = makeForm(chance, expressible);
  note('form', form);
  const compiled = program(form);
  const schema = schemaOf(form, compiled);
  note('untranslated', schema.untranslated);
  note('schema', schema.schema);
  return { compiled, ...schema };
}

describe('for random forms', () => {
  test('the schema never refuses what the form accepts', () => {
    let accepted = 0;
    const runs = hold(200, (chance, note) => {
      const { compiled, refusals } = made(chance, note, false);
      for (const document of documents(chance, compiled)) {
        if (!accepts(compiled, document).ok) continue;
        accepted++;
        note('document', document);
        expect(refusals(document)).toEqual([]);
      }
    });
    expect(accepted).toBeGreaterThan(runs / 10);
  });

  test('a schema that says everything accepts and refuses exactly what the form does', () => {
    const seen = { yes: 0, no: 0 };
    let forms = 0;
    let said = 0;
    const runs = hold(300, (chance, note) => {
      const { compiled, refusals, untranslated } = made(chance, note, true);
      forms++;
      if (untranslated.length > 0) return;
      said++;
      for (const document of documents(chance, compiled)) {
        note('document', document);
        const verification = accepts(compiled, document);
        const refused = refusals(document);
        seen[verification.ok ? 'yes' : 'no']++;
        note('problems', verification.ok ? [] : verification.problems);
        expect({ refused, accepted: refused.length === 0 }).toEqual({ refused, accepted: verification.ok });
      }
    });
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(runs / 10);
    // About two in five; far fewer would mean that hardly anything is said any more.
    expect(said).toBeGreaterThan(forms / 4);
  });
});
