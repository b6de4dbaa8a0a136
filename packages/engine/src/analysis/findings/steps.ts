import { joinPointer } from '@schalter/definition';
import type { StepNode } from '../../program.ts';
import type { Analysed } from '../analyse.ts';
import type { AnalysisFinding, StepAnalysis, Why, WhyPart } from '../analysis.ts';
import type { Demand } from '../circuit/demand.ts';
import { scopeIn } from '../circuit/scope.ts';
import { conjuncts, contradiction, type Part } from '../explain.ts';
import { schemaPointer, stepPointer } from '../places.ts';
import type { Way } from '../questions/steps.ts';
import { ownCondition } from '../subjects.ts';
import type { Explaining } from './explaining.ts';
import { whyHidden } from './fields.ts';

/** Steps that nobody reaches, pages that nobody can leave, pages from which nobody gets to the end. */
export function stepFindings(explaining: Explaining, analysed: Analysed): AnalysisFinding[] {
  const findings: AnalysisFinding[] = [];
  const stuck = new Set<string>();
  for (const [index, way] of explaining.ways.entries()) {
    const step = analysed.steps[index];
    if (step?.reached.possible === false) findings.push(unreachable(explaining, way));
    else if (step?.left.possible === false) {
      stuck.add(way.step.id);
      findings.push(cannotBeLeft(explaining, way));
    }
  }
  for (const [index, way] of explaining.ways.entries()) {
    const step = analysed.steps[index];
    if (step && isStuckLater(step)) findings.push(...deadEnd(explaining, way, index, stuck));
  }
  return [...findings, ...withoutOptions(explaining)];
}

function isStuckLater({ reached, left, completed }: StepAnalysis): boolean {
  return reached.possible !== false && left.possible !== false && completed.possible === false;
}

function placeOf({ form }: Explaining, { step }: Way): string {
  return stepPointer(form, step.id) ?? '/steps';
}

function unreachable(explaining: Explaining, way: Way): AnalysisFinding {
  const { model, prover } = explaining;
  const { step, instance, holds, there, visible, exits } = way;
  const at = placeOf(explaining, way);
  const self = instance ? `${instance.list}/*` : '';
  const whenAt = joinPointer(at, 'when');
  const conditions = conditionsOf(explaining, step).flatMap(({ tree, at: place }) =>
    conjuncts(model, tree, scopeIn(self, instance), place),
  );
  const own: Part[] = conditions.length > 0 ? conditions : [{ node: holds, part: { at, text: step.id } }];
  const entries: Part = { node: there, part: { at, text: step.forEach ?? '' } };
  const content: Part = { node: visible, part: { at, text: step.id } };
  const past = exits.map(({ id, taken }): Part => {
    return { node: model.circuit.not(taken), part: { at: stepPointer(explaining.form, id) ?? '', text: id } };
  });
  // What explains most is left out last.
  const found = contradiction(prover, [content, entries, ...past, ...own]);
  const core = [...own, entries, content, ...past].filter((part) => found.includes(part));
  const reason: Why['reason'] = core.some((part) => past.includes(part))
    ? 'exits'
    : core.includes(content)
      ? 'empty'
      : core.includes(entries)
        ? 'entries'
        : 'conditions';
  const place = reason === 'conditions' && ownCondition(step) ? whenAt : at;
  const parts = reason === 'empty' && core.length === 1 ? whyEmpty(explaining, way) : core.map(({ part }) => part);
  return { code: 'step-unreachable', at: place, about: step.id, why: { reason, parts } };
}

/** The conditions that hide what a page would ask: of each field, list or text the ones that cannot hold together. */
function whyEmpty(explaining: Explaining, { step }: Way): WhyPart[] {
  const parts = new Map<string, WhyPart>();
  for (const template of step.asks) {
    const node = explaining.model.nodes.get(template);
    if (!node || node.kind === 'text') continue;
    for (const part of whyHidden(explaining, node).parts) parts.set(`${part.at} ${part.text}`, part);
  }
  return [...parts.values()].slice(0, mostParts);
}

/** Nobody reads more. */
const mostParts = 10;

/** The conditions of a step: its section's, its own. */
function conditionsOf({ subjects }: Explaining, { id, section }: StepNode) {
  return subjects.conditions.filter(
    ({ kind, about }) => (kind === 'section' && about === section) || (kind === 'step' && about === id),
  );
}

function cannotBeLeft(explaining: Explaining, way: Way): AnalysisFinding {
  const on: Part = { node: way.on, part: { at: placeOf(explaining, way), text: way.step.id } };
  const demands = way.demands.map((demand): Part => ({ node: demand.met, part: partOf(explaining, demand) }));
  const core = contradiction(explaining.prover, [on, ...demands]).filter((part) => part !== on);
  const parts = core.map(({ part }) => part);
  const [first] = parts;
  const why: Why = { reason: 'demands', parts };
  return { code: 'page-cannot-be-left', at: first?.at ?? on.part.at, about: way.step.id, why };
}

function partOf(explaining: Explaining, { at, check, kind }: Demand): WhyPart {
  if (!check) return { at: schemaPointer(at), text: at };
  const found = explaining.subjects.checks.find(({ place }) => place.check === check.check);
  return {
    at: found ? joinPointer(found.at, 'assert') : schemaPointer(at),
    text: kind === 'check' ? check.check.id : at,
  };
}

/** A page before or after it cannot be left when a step is on the route, though it can be left otherwise. */
function deadEnd(explaining: Explaining, way: Way, index: number, stuck: ReadonlySet<string>): AnalysisFinding[] {
  const on: Part = { node: way.on, part: { at: placeOf(explaining, way), text: way.step.id } };
  const pages = explaining.ways.map((other): Part => {
    return { node: other.passed, part: { at: placeOf(explaining, other), text: other.step.id } };
  });
  const core = contradiction(explaining.prover, [on, ...pages]).filter((part) => part !== on);
  // That a page can never be left is said there.
  if (core.some(({ part }) => stuck.has(part.text))) return [];
  const before = core.every((part) => pages.indexOf(part) < index);
  const why: Why = { reason: 'pages', parts: core.map(({ part }) => part) };
  return [{ code: before ? 'step-unreachable' : 'dead-end', at: on.part.at, about: way.step.id, why }];
}

/** Required choices that are left without any option by some answers. */
function withoutOptions(explaining: Explaining): AnalysisFinding[] {
  const findings: AnalysisFinding[] = [];
  for (const { leaf, way, question } of explaining.stuck) {
    const outcome = explaining.prover.ask(question);
    if (outcome.possible !== true) continue;
    const at = schemaPointer(leaf.template);
    const why: Why = { reason: 'options', parts: [{ at, text: leaf.template }] };
    findings.push({ code: 'page-cannot-be-left', at, about: way.step.id, why, witness: outcome.witness });
  }
  return findings;
}
