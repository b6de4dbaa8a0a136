import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type FormCase, type JsonObject, type JsonValue, printJson, SchalterError } from '@schalter/definition';
import { evaluateForm } from '@schalter/engine';
import { readJsonText } from '@schalter/server/forms';
import { compileValidate } from '@schalter/validators';
import type { SoundForm } from '../load-form.ts';

export interface RecordOptions {
  /** Of the case; its file is named after it. */
  readonly name: string;
  /** Replace a case of the same file name. */
  readonly force: boolean;
}

/**
 * Writes a case from a filled draft: its answers, and as expectation what the form makes of them now. Whoever records
 * it reads it over: it says what is, not what should be.
 * @param path a saved session, a filed submission, or answers alone, as JSON
 * @returns the file that was written
 * @throws SchalterError `record-unreadable`, `record-other-form`, `case-exists`
 */
export async function recordCase(
  form: SoundForm,
  path: string,
  folder: string,
  options: RecordOptions,
): Promise<string> {
  const draft = await readDraft(resolve(folder, path), path);
  const of = member(draft, 'form');
  const id = isObject(of) ? of.id : of;
  if (typeof id === 'string' && id !== form.id)
    throw new SchalterError('record-other-form', { path, found: id, form: form.id });
  const answers = member(draft, 'answers');
  const language = member(draft, 'language');
  const written = member(draft, 'today');
  const recorded = expectation(
    form,
    isObject(answers) ? answers : draft,
    typeof written === 'string' ? written : today(),
  );
  const content: FormCase = {
    name: options.name,
    ...recorded,
    ...(typeof language === 'string' && language !== form.program.language ? { language } : {}),
  };
  const file = join(form.folder, 'cases', `${fileName(options.name)}.json`);
  if (existsSync(file) && !options.force) throw new SchalterError('case-exists', { path: file });
  await mkdir(join(form.folder, 'cases'), { recursive: true });
  await writeFile(file, printJson(content as unknown as JsonValue));
  return file;
}

function expectation({ program, resolved }: SoundForm, answers: JsonObject, day: string): Omit<FormCase, 'name'> {
  const evaluation = evaluateForm(program, answers, { validate: compileValidate(resolved.form.data), today: day });
  const computed = program.leaves.filter((leaf) => leaf.computed).map(({ template }) => template);
  const isComputed = (at: string) => computed.includes(at.replace(/\/\d+(?=\/|$)/g, '/*'));
  const values = Object.fromEntries(Object.entries(evaluation.values).filter(([at]) => isComputed(at)));
  return {
    today: day,
    answers,
    expect: {
      path: [...evaluation.route],
      problems: evaluation.problems.map(({ at, code }) => ({ at, code })),
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(evaluation.irrelevant.length > 0 ? { irrelevant: [...evaluation.irrelevant] } : {}),
    },
  };
}

async function readDraft(file: string, path: string): Promise<JsonObject> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new SchalterError('record-unreadable', { path, detail: cause.code ?? cause.message }, { cause });
  });
  const { json, problems } = readJsonText(text.replace(/^\uFEFF/, ''), path);
  if (!json) throw new SchalterError('record-unreadable', { path, detail: problems[0]?.message ?? 'it is no JSON' });
  return json;
}

/** `Zwei Hunde, befreit` → `zwei-hunde-befreit`. */
function fileName(name: string): string {
  const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'fall';
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function member(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
