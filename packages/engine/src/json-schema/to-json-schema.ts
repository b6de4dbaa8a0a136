import { type FieldSchema, type JsonObject, leafConstraints } from '@schalter/definition';
import { assertProgram } from '../known-program.ts';
import type { Program } from '../program.ts';
import { unanswered } from '../run/unanswered.ts';
import { lineOf } from '../view/text.ts';
import { writeChecks } from './checks.ts';
import { writeCounts } from './counts.ts';
import { writeMembers } from './demands.ts';
import { atRoot, readForm } from './form-reader.ts';
import { writeOptions } from './options.ts';
import { Rules } from './rules.ts';
import { shapeOf } from './shapes.ts';
import { conditionOf } from './translate.ts';
import { writeValue } from './values.ts';
import type { Untranslated, Writing } from './writing.ts';

/**
 * The schema (JSON Schema 2020-12, self-contained) of a form's submissions, as they are written: texts trimmed, nothing
 * unanswered in them. Conditions become `if`/`then`/`else`; what JSON Schema has no words for is listed, and what it
 * would have demanded is left out, so that the schema never refuses what the form accepts. Where nothing is listed it
 * accepts nothing else either.
 *
 * @param data the data of the resolved form: the program does not carry the leaves' constraints
 * @throws EngineError `program-invalid`
 */
export function toJsonSchema(
  program: Program,
  data: FieldSchema,
): { readonly schema: JsonObject; readonly untranslated: readonly Untranslated[] } {
  assertProgram(program);
  const constraints = new Map(leafConstraints(data).map(({ template, schema }) => [template, schema]));
  const narrowed = [...constraints].filter(([, { type: _, ...rest }]) => Object.keys(rest).length > 0);
  const reader = readForm(program, new Set(narrowed.map(([template]) => template)));
  const untranslated = new Map<string, Untranslated>();
  const writing: Writing = {
    reader,
    constraints,
    rules: new Rules(),
    demanded: new Map(),
    leaveOut: (at, what) => void untranslated.set(`${at} ${what}`, { at, what }),
  };
  writeMembers(writing, program.root);
  for (const node of reader.nodes.values()) {
    if (node.kind === 'leaf' && node.internal) continue;
    if (node.kind === 'leaf') {
      writeOptions(writing, node);
      writeValue(writing, node);
    }
    if (node.kind === 'group') writeCounts(writing, node);
    writeChecks(writing, node);
  }
  writeSteps(writing);
  writeServices(writing);
  const { title: _, ...root } = shapeOf(writing, program.root);
  const title = lineOf({ program, language: program.language, environment: () => unanswered }, program.keys.title);
  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:schalter:form:${program.id}:${program.version}`,
      ...(title === '' ? {} : { title }),
      ...root,
    },
    untranslated: [...untranslated.values()],
  };
}

/** Where an exit ends the route, nothing is filed. A page's own checks depend on whether anybody comes to it. */
function writeSteps({ reader, rules, leaveOut }: Writing): void {
  const { steps } = reader.program;
  const summary = steps.findIndex(({ kind }) => kind === 'summary');
  for (const [index, { id, kind, when, checks }] of steps.entries()) {
    for (const check of checks ?? []) leaveOut(`step:${id}`, `check:${check.id}`);
    if (kind !== 'exit' || index > summary) continue;
    const ends = when && conditionOf(reader, when, atRoot, true);
    if (!ends || !rules.add('', '', [ends], () => false)) leaveOut(`step:${id}`, 'exit');
  }
}

/** What a service needs may be unknown; then nothing is filed. */
function writeServices({ reader, leaveOut }: Writing): void {
  for (const [name, { when, amount, reads }] of Object.entries(reader.program.services)) {
    if (reads.length === 0) continue;
    if (when) leaveOut(`service:${name}`, 'when');
    if (amount) leaveOut(`service:${name}`, 'amount');
  }
}

export type { Untranslated };
