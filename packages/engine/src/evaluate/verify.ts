import type { JsonObject, JsonValue } from '@schalter/definition';
import { createPages } from '../flow/pages.ts';
import type { Submission } from '../ports/submission.ts';
import type { Problem } from '../problem.ts';
import type { GroupNode, Program, ProgramNode } from '../program.ts';
import type { DataCell } from '../run/group.ts';
import { normaliseAnswer } from '../run/normalise.ts';
import type { Store } from '../run/store.ts';
import { equal } from './equal.ts';
import { type EvaluateOptions, type Evaluation, evaluationOf, isEndedByExit, withStore } from './evaluate-form.ts';
import { type Proven, provenProblems } from './proven.ts';

export interface VerifyOptions extends EvaluateOptions {
  /** Day on which the session (draft) began; a submission's own `today` lies between it and `today`. */
  readonly sessionToday?: string;
  /** What the server's own services have proven; without it, nothing is asked about that. */
  readonly proven?: Proven;
}

export type Verification =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | {
      readonly ok: false;
      /** `recomputed`: it was right on its own day and is another today; the citizen has to confirm. */
      readonly code: 'refused' | 'recomputed';
      readonly problems: readonly Problem[];
      readonly evaluation?: Evaluation;
    };

/**
 * Judges a submission, trusting nothing: every field of it must exist, be relevant and valid, and every computed value
 * in it must be what the form computes. Computed values may be left out. What may not be changed must be what was proven,
 * where the server says what was. Judged with the submission's own `today` first, then with today's.
 */
export function verifySubmission(program: Program, submission: Submission, options: VerifyOptions): Verification {
  const refused = (problems: readonly Problem[], evaluation?: Evaluation): Verification => ({
    ok: false,
    code: 'refused',
    problems,
    ...(evaluation ? { evaluation } : {}),
  });
  // It comes from the network: it may be anything.
  if (!isObject(submission as unknown as JsonValue)) return refused([notSubmittable]);
  const wrongDay = dayProblem(submission, options);
  if (wrongDay) return refused([wrongDay]);
  const { form, answers } = submission;
  if (form?.id !== program.id || form.version !== program.version || !isObject(answers)) {
    return refused([notSubmittable]);
  }
  const unknown = unknownFields(program, answers);
  if (unknown.length > 0) return refused(unknown);
  const then = judge(program, answers, { ...options, today: submission.today });
  if (then.problems.length > 0) return refused(then.problems, then.evaluation);
  if (submission.today === options.today) return { ok: true, evaluation: then.evaluation };
  // Today's date may make another submission of the same answers; what is computed is left out of the comparison first.
  const now = judge(program, withoutComputed(program, answers), options);
  if (now.problems.length === 0 && same(now.evaluation, then.evaluation))
    return { ok: true, evaluation: now.evaluation };
  return { ok: false, code: 'recomputed', problems: now.problems, evaluation: now.evaluation };
}

const notSubmittable: Problem = { at: '', code: 'not-submittable', params: {} };

function dayProblem({ today }: Submission, options: VerifyOptions): Problem | undefined {
  const isDate = typeof today === 'string' && /^\d{4}-\d\d-\d\d$/.test(today);
  const fits = isDate && today <= options.today && today >= (options.sessionToday ?? today);
  return fits ? undefined : notSubmittable;
}

function judge(
  program: Program,
  answers: JsonObject,
  options: VerifyOptions,
): { problems: readonly Problem[]; evaluation: Evaluation } {
  return withStore(program, answers, options, (store) => {
    const evaluation = evaluationOf(store);
    if (isEndedByExit(createPages(store))) {
      return { evaluation, problems: [notSubmittable] };
    }
    const proven = options.proven ? provenProblems(store, options.proven) : [];
    return { evaluation, problems: [...differences(store, answers), ...evaluation.problems, ...proven] };
  });
}

/** Answers that are irrelevant, and computed values that are not what the form computes. */
function differences(store: Store, answers: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const compare = (cell: DataCell, given: JsonValue | undefined): void => {
    if (given === undefined) return;
    const at = cell.pointer();
    if (!cell.relevant()) {
      problems.push({ at, code: 'irrelevant', params: {} });
    } else if (cell.kind === 'group') {
      for (const [name, member] of cell.members) compare(member, memberOf(given, name));
    } else if (cell.kind === 'list') {
      const list: readonly JsonValue[] = Array.isArray(given) ? given : [];
      for (const [index, { content }] of cell.entries().entries()) if (content) compare(content, list[index]);
    } else if (cell.node.value) {
      const taken = normaliseAnswer(cell.node, given) ?? null;
      if (!equal(taken, cell.answer())) problems.push({ at, code: 'computed-differs', params: {} });
    } else if (!equal(normaliseAnswer(cell.node, given) ?? null, cell.answer())) {
      // An option that is not offered.
      problems.push({ at, code: 'irrelevant', params: {} });
    }
  };
  compare(store.root, answers);
  return problems;
}

/** Names that the form does not have, and values where a group or list belongs. */
function unknownFields(program: Program, answers: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const unknown = (at: string) => problems.push({ at, code: 'unknown-field', params: {} });
  const visit = (node: ProgramNode | undefined, given: JsonValue, at: string): void => {
    if (!node || node.kind === 'text' || given === null) unknown(at);
    else if (node.kind === 'leaf') {
      if (node.internal || normaliseAnswer(node, given) === undefined) unknown(at);
    } else if (node.kind === 'list') {
      if (!Array.isArray(given)) unknown(at);
      else for (const [index, entry] of given.entries()) visit(node.item, entry as JsonValue, `${at}/${index}`);
    } else if (!isObject(given)) unknown(at);
    else {
      const members = membersOf(node);
      for (const [name, member] of Object.entries(given)) visit(members.get(name), member, `${at}/${escapeName(name)}`);
    }
  };
  visit(program.root, answers, '');
  return problems;
}

function escapeName(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

function membersOf(node: GroupNode): Map<string, ProgramNode> {
  return new Map(node.members.map((member) => [member.name, member]));
}

function withoutComputed(program: Program, answers: JsonObject): JsonObject {
  const strip = (node: ProgramNode, given: JsonValue): JsonValue => {
    if (node.kind === 'list' && Array.isArray(given)) {
      return given.map((entry: JsonValue) => strip(node.item, entry));
    }
    if (node.kind !== 'group' || !isObject(given)) return given;
    const members: [string, JsonValue][] = [];
    for (const member of node.members) {
      const value = memberOf(given, member.name);
      if (value === undefined || (member.kind === 'leaf' && member.value)) continue;
      members.push([member.name, strip(member, value)]);
    }
    return Object.fromEntries(members);
  };
  return strip(program.root, answers) as JsonObject;
}

function same(a: Evaluation, b: Evaluation): boolean {
  return (
    equal(a.submission, b.submission) && equal(a.services as unknown as JsonValue, b.services as unknown as JsonValue)
  );
}

function memberOf(given: JsonValue, name: string): JsonValue | undefined {
  return isObject(given) && Object.hasOwn(given, name) ? given[name] : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
