import type { JsonObject, TextTree } from '@schalter/definition';
import type { HolidaySource } from '../expression/tree.ts';
import { createPages } from '../flow/pages.ts';
import { assertProgram } from '../known-program.ts';
import type { Validate } from '../problem.ts';
import type { Program } from '../program.ts';
import { unanswered } from '../run/unanswered.ts';
import { summaryOf } from '../view/summary.ts';
import { lineOf, type Reading, treeOf } from '../view/text.ts';
import type { Viewing } from '../view/viewing.ts';
import type { Summary } from '../view.ts';
import { withStore } from './evaluate-form.ts';

export interface SummariseOptions {
  readonly language: string;
  /** ISO date. */
  readonly today: string;
  /** Computed values that break their own constraint count only when this is given. */
  readonly validate?: Validate;
  readonly holidays?: HolidaySource;
}

/** All relevant answers in the order of the form, as the check-your-answers page shows them. */
export function summarise(program: Program, answers: JsonObject, options: SummariseOptions): Summary {
  const validate = options.validate ?? (() => []);
  return withStore(program, answers, { ...options, validate }, (store) => {
    const viewing: Viewing = { store, flow: undefined, language: () => options.language, translate: () => '' };
    return summaryOf(viewing, createPages(store));
  });
}

/** What start page and catalogue show of a form. */
export interface ProgramHeader {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: TextTree;
  readonly language: string;
  readonly languages: readonly string[];
  readonly about: JsonObject;
  readonly authority: string | undefined;
  readonly contact: string | undefined;
}

/** @throws EngineError `program-invalid` */
export function programHeader(program: Program, language: string): ProgramHeader {
  assertProgram(program);
  const reading: Reading = { program, language, environment: () => unanswered };
  const { about } = program;
  return {
    id: program.id,
    version: program.version,
    title: lineOf(reading, program.keys.title),
    summary: treeOf(reading, program.keys.summary) ?? [],
    language: program.language,
    languages: program.languages,
    about,
    authority: typeof about.authority === 'string' ? about.authority : undefined,
    contact: typeof about.contact === 'string' ? about.contact : undefined,
  };
}
