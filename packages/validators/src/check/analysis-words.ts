import type { AnalysisFinding, WhyPart } from '@schalter/engine/analysis';

/** Longer texts would hide the rest of a sentence. */
const longest = 160;

/** Why something is impossible, as a clause: `"a == 'x'" and "a == 'y'" exclude each other`. */
export function clauseOf({ why, witness }: AnalysisFinding): string {
  if (!why) return '';
  const { reason, parts } = why;
  switch (reason) {
    case 'exits':
      return exitsClause(parts);
    case 'empty':
      return `nothing on it is ever shown: ${conditionsClause(parts)}`;
    case 'entries':
      return `there is never an entry of ${named(parts)} to visit`;
    case 'pages':
      return `then the ${counted('page', parts)} cannot be left`;
    case 'demands':
      return demandsClause(parts);
    case 'options':
      return `with the answers ${shortened(JSON.stringify(witness?.answers ?? {}))} nothing is left to choose in ${named(parts)}`;
    default:
      return conditionsClause(parts);
  }
}

export function shownConstant(constant: string | number | boolean): string {
  return JSON.stringify(constant);
}

function conditionsClause(parts: readonly WhyPart[]): string {
  if (parts.length === 1) return `${named(parts)} is never true`;
  return parts.length === 2 ? `${named(parts)} exclude each other` : `${named(parts)} cannot all be true`;
}

/** Exits are named by their id and stand at a step, conditions at `…/when`. */
function exitsClause(parts: readonly WhyPart[]): string {
  const exits = parts.filter(({ at }) => /^\/steps\/\d+$/u.test(at));
  const conditions = parts.filter((part) => !exits.includes(part));
  const end = `the ${counted('exit', exits)} ${exits.length === 1 ? 'ends' : 'end'} the form before`;
  return conditions.length === 0 ? end : `where ${named(conditions)} holds, ${end}`;
}

function demandsClause(parts: readonly WhyPart[]): string {
  const [first] = parts;
  if (!first || parts.length > 1) return `${named(parts)} cannot be met together`;
  return first.text.startsWith('/')
    ? `no answer to ${named(parts)} is possible`
    : `the check ${named(parts)} always fails`;
}

function counted(what: string, parts: readonly WhyPart[]): string {
  return `${what}${parts.length === 1 ? '' : 's'} ${named(parts)}`;
}

function named(parts: readonly WhyPart[]): string {
  const texts = [...new Set(parts.map(({ text }) => `"${shortened(text)}"`))];
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
