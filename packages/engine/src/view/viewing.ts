import { printForReading } from '../entry/print.ts';
import type { Environment } from '../expression/tree.ts';
import type { Flow } from '../flow/flow.ts';
import type { Page } from '../flow/page.ts';
import type { Problem, ProblemParams, TranslateProblem } from '../problem.ts';
import type { DataNode } from '../program.ts';
import type { DataCell } from '../run/group.ts';
import { computed, type Read } from '../run/signals.ts';
import type { Store } from '../run/store.ts';
import type { Finding } from '../run/world.ts';
import type { Services } from '../session/services.ts';
import type { ProblemView } from '../view.ts';
import { withUnit } from './lines.ts';
import { lineOf, type Reading } from './text.ts';

/** What the parts of a view share: texts and problems in the session's language, and views made once. */
export interface Viewing {
  readonly store: Store;
  readonly flow: Flow | undefined;
  readonly services?: Services | undefined;
  language(): string;
  readonly translate: TranslateProblem;
}

export function readingAt(viewing: Viewing, cell: DataCell): Reading {
  return {
    program: viewing.store.program,
    language: viewing.language(),
    environment: () => environmentOf(cell),
  };
}

/** Where a cell's own texts are read: in the group that contains it, an entry's in the entry. */
function environmentOf(cell: DataCell): Environment {
  if (cell.kind === 'leaf') return cell.environment();
  if (cell.kind === 'list') return cell.group.environment();
  return (cell.own ? cell : (cell.parent ?? cell)).environment();
}

/** What a field, group or list is called, in a sentence or a list. */
export function labelOf(viewing: Viewing, cell: DataCell): string {
  const label = lineOf(readingAt(viewing, cell), cell.node.texts.title);
  if (label !== '') return label;
  if (cell.kind === 'leaf' && cell.own) return `${labelOf(viewing, cell.own.list)} ${cell.own.position() + 1}`;
  return titleOfOnlyField(viewing, cell) ?? cell.node.name;
}

/** A field that is a page's only one may leave its label to the page's title. */
function titleOfOnlyField(viewing: Viewing, cell: DataCell): string | undefined {
  const { steps } = viewing.store.program;
  const step = steps.find(({ titleIsLabel, content }) => titleIsLabel && content[0] === cell.node.template);
  if (!step) return undefined;
  const group = cell.kind === 'group' ? cell : cell.group;
  const place = (step.forEach === undefined ? undefined : group.entry?.content) ?? viewing.store.root;
  const title = lineOf({ ...readingAt(viewing, cell), environment: () => environmentIn(place) }, step.title);
  return title === '' ? undefined : title;
}

function environmentIn(cell: DataCell): Environment {
  return cell.kind === 'list' ? cell.group.environment() : cell.environment();
}

/** A finding as a problem with its sentence. */
export function problemView(viewing: Viewing, cell: DataCell, finding: Finding): ProblemView {
  const { code, params } = finding;
  const label = labelOf(viewing, cell);
  return {
    at: cell.pointer(),
    code,
    params,
    label,
    message:
      ownMessage(viewing, cell, finding) ??
      viewing.translate(viewing.language(), code, { ...params, ...limitText(viewing, cell, finding), label }),
  };
}

const ofValue = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'notBefore',
  'notAfter',
]);

/** The limit of a value as people write that value: cents as money, weights with their unit. */
function limitText(viewing: Viewing, cell: DataCell, { code, params }: Finding): ProblemParams {
  const { node } = cell;
  const { limit } = params;
  if (node.kind !== 'leaf' || limit === undefined || !ofValue.has(code)) return {};
  return { limitText: printForReading(withUnit(readingAt(viewing, cell), node), limit, viewing.language()) };
}

/** A problem of the form as a whole, or one that came from elsewhere. */
export function problemAt(viewing: Viewing, problem: Problem, message?: string): ProblemView {
  const cell = problem.at === '' ? undefined : viewing.store.find(problem.at);
  if (cell) return problemView(viewing, cell, problem);
  const { program } = viewing.store;
  const reading: Reading = {
    program,
    language: viewing.language(),
    environment: () => viewing.store.root.environment(),
  };
  const label = lineOf(reading, program.keys.title);
  const text = message === undefined ? '' : lineOf(reading, message);
  const { at, code, params } = problem;
  return {
    at,
    code,
    params,
    label,
    message: text === '' ? viewing.translate(viewing.language(), code, { ...params, label }) : text,
  };
}

/** The form's own sentence: the check's, else by code (`format:iban`), its parts (`iban`, `format`). */
function ownMessage(viewing: Viewing, cell: DataCell, { code, message }: Finding): string | undefined {
  const reading = readingAt(viewing, cell);
  const inside: Reading = cell.kind === 'group' ? { ...reading, environment: () => cell.environment() } : reading;
  const own = lineOf(inside, message);
  if (own !== '') return own;
  const messages = messagesOf(cell.node);
  const [kind, name] = code.split(':');
  for (const key of [code, name, kind]) {
    if (key === undefined || !Object.hasOwn(messages, key)) continue;
    const text = lineOf(inside, messages[key]);
    if (text !== '') return text;
  }
  return undefined;
}

function messagesOf(node: DataNode): Readonly<Record<string, string>> {
  return node.texts.messages ?? {};
}

/** Remembers a computed view per cell; made again when the cell stands on another page. */
export function perCell<C extends object, V>(make: (cell: C, page: Page) => V): (cell: C, page: Page) => V {
  return readPerCell((cell, page) => computed(() => make(cell, page)));
}

/** The same for what is computed in parts of its own. */
export function readPerCell<C extends object, V>(make: (cell: C, page: Page) => Read<V>): (cell: C, page: Page) => V {
  const known = new WeakMap<C, { readonly page: Page; readonly read: Read<V> }>();
  return (cell, page) => {
    let found = known.get(cell);
    if (found?.page !== page) {
      found = { page, read: make(cell, page) };
      known.set(cell, found);
    }
    return found.read();
  };
}

/** Without a translator, the program's own texts with their parameters put in; plural forms count as other. */
export function plainTranslate(texts: Readonly<Record<string, Readonly<Record<string, string>>>>): TranslateProblem {
  return (language, code, params) => {
    const sentences = texts[language] ?? {};
    const key = [code, `${code}_other`, code.split(':')[0] ?? code].find((one) => Object.hasOwn(sentences, one));
    const text = key === undefined ? code : (sentences[key] ?? code);
    const known = { ...params, limitText: params.limitText ?? params.limit ?? '' };
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
      Object.hasOwn(known, name) ? String((known as ProblemParams)[name]) : whole,
    );
  };
}
