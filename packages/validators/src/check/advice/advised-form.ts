import {
  builtInBlocks,
  controlFor,
  type FieldSchema,
  joinPointer,
  originOf,
  type ResolvedForm,
  type StepDefinition,
} from '@schalter/definition';
import type { Program, ProgramNode } from '@schalter/engine';
import type { CheckContext } from '../context.ts';
import type { Place } from '../place.ts';
import type { AdvisedField, AdvisedForm, AdvisedStep } from './advice.ts';

/** What all advice looks at; undefined while the form has errors. */
export function advisedForm({ resolved, program, source, library }: CheckContext): AdvisedForm | undefined {
  if (!resolved || !program) return undefined;
  const fields: AdvisedField[] = [];
  collect(program.root, resolved.form.data, '/data', true, resolved, fields);
  return {
    resolved,
    program,
    source,
    fields,
    steps: resolved.form.steps.map((step, index) => stepOf(step, index, fields, program)),
    lists: library.lists,
    place: (pointer) => originOf(resolved, pointer),
  };
}

function stepOf(step: StepDefinition, index: number, fields: readonly AdvisedField[], program: Program): AdvisedStep {
  const asks = new Set(program.steps.find(({ id }) => id === step.id)?.asks ?? []);
  return {
    step,
    place: { file: 'form.json', at: joinPointer('/steps', index) },
    fields: fields.filter((field) => asks.has(field.template) && field.isAsked),
  };
}

function collect(
  node: ProgramNode,
  schema: FieldSchema,
  pointer: string,
  required: boolean,
  resolved: ResolvedForm,
  found: AdvisedField[],
): void {
  if (node.kind === 'text') return;
  const kind = node.kind === 'leaf' ? 'field' : node.kind;
  const place = originOf(resolved, pointer);
  if (node.template !== '') {
    found.push({
      kind,
      name: node.name,
      template: node.template,
      schema,
      control: kind === 'field' ? (controlFor(schema) as AdvisedField['control']) : undefined,
      isAsked: schema.value === undefined && schema.internal !== true,
      required,
      place,
      steps: node.steps,
    });
  }
  if (node.kind === 'list' && schema.items) {
    collect(node.item, schema.items, joinPointer(pointer, 'items'), true, resolved, found);
  }
  if (node.kind !== 'group') return;
  for (const member of node.members) {
    const inner = schema.properties?.[member.name];
    const at = joinPointer(pointer, 'properties', member.name);
    if (inner) collect(member, inner, at, schema.required?.includes(member.name) ?? false, resolved, found);
  }
}

/** Blocks that come with the language: what stands in them is not the author's to change. */
export function isBuiltIn({ file }: Place): boolean {
  return file.startsWith('block:') && Object.hasOwn(builtInBlocks, file.slice('block:'.length));
}
