import type { Block, Inline, TextTree } from '@schalter/definition';
import { parseMarkdown, parsePlain } from '@schalter/definition';
import type { ProgramText, ValuePart } from '../program.ts';
import { type Context, type Place, report, reportIn, scopeOf } from './context.ts';
import { compileExpression } from './expression.ts';
import { below, textOf } from './raw.ts';
import { type Nodes, namedLeaf } from './references.ts';

/** Text keys of what interpolates wait until all nodes are known: an interpolated leaf is written as people read it. */
interface Waiting {
  readonly key: string;
  readonly pointer: string;
  readonly text: string;
  readonly kind: ProgramText['kind'];
  readonly place: Place;
}

/** Collects the texts of a form in all its languages. */
export interface Texts {
  /** Takes in the text at a pointer of the resolved form; answers its key, or nothing where there is no text. */
  line(pointer: string, text: string | undefined, place: Place): string | undefined;
  tree(pointer: string, text: string | undefined, place: Place): string | undefined;
  /** Compiles all of them, with the translations. */
  compile(nodes: Nodes): Record<string, Record<string, ProgramText>>;
}

export function collectTexts(
  context: Context,
  locales: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Texts {
  const waiting: Waiting[] = [];
  const take = (kind: ProgramText['kind'], pointer: string, text: string | undefined, place: Place) => {
    if (text === undefined) return undefined;
    const key = context.resolved.keys[pointer] ?? `at:${pointer}`;
    waiting.push({ key, pointer, text, kind, place });
    return key;
  };
  return {
    line: (pointer, text, place) => take('line', pointer, text, place),
    tree: (pointer, text, place) => take('tree', pointer, text, place),
    compile(nodes) {
      const own = textOf(context.form, 'language') ?? 'de';
      const texts: Record<string, Record<string, ProgramText>> = {};
      for (const language of [own, ...Object.keys(locales).filter((other) => other !== own)]) texts[language] = {};
      for (const one of waiting) {
        const { key, kind, place, pointer } = one;
        const said = (code: 'report' | 'locale', language: string): Say =>
          code === 'report'
            ? (problem) => report(context, problem.code, pointer, problem.params, problem.severity)
            : (problem) =>
                reportIn(context, localeOrigin(language, key), problem.code, problem.params, problem.severity);
        const parse = (text: string, say: Say) => compileText(context, kind, text, place, pointer, nodes, say);
        // One key may stand at several places (a block used twice): each is checked, the first is kept.
        const compiled = parse(one.text, said('report', own));
        const mine = texts[own];
        if (mine && !Object.hasOwn(mine, key)) mine[key] = compiled;
        for (const [language, translations] of Object.entries(locales)) {
          const target = texts[language];
          if (language === own || !target || !Object.hasOwn(translations, key)) continue;
          const translated = parse(translations[key] ?? '', said('locale', language));
          if (!Object.hasOwn(target, key)) target[key] = translated;
        }
      }
      return texts;
    },
  };
}

type Problem = ReturnType<typeof compileExpression>['problems'][number];
type Say = (problem: Pick<Problem, 'code' | 'params' | 'severity'>) => void;

function localeOrigin(language: string, key: string): { file: string; at: string } {
  const shared = /^((?:block|list):[^#]*?)(?:\/.*)?(?:#|$)/.exec(key)?.[1];
  if (shared) return { file: shared, at: below('', 'locales', language, key.slice(shared.length)) };
  return { file: `locales/${language}.json`, at: below('', key) };
}

function compileText(
  context: Context,
  kind: ProgramText['kind'],
  text: string,
  place: Place,
  pointer: string,
  nodes: Nodes,
  say: Say,
): ProgramText {
  const part = (expression: string): string | ValuePart => {
    const { tree, type, problems } = compileExpression(expression, scopeOf(context, place, pointer), [
      'string',
      'number',
      'boolean',
      'date',
    ]);
    for (const problem of problems) {
      const { start, end } = problem;
      // In a text an unanswered value is a gap, no decision: warnings about that do not apply.
      if (problem.severity === 'error') say({ ...problem, params: { ...problem.params, start, end } });
    }
    if (!tree || !type) return '';
    const leaf = namedLeaf(tree, place, nodes);
    const kindOf = type.kind === 'date' || type.kind === 'number' || type.kind === 'boolean' ? type.kind : 'text';
    return { kind: 'value', tree, type: kindOf, ...(leaf === undefined ? {} : { leaf }) };
  };
  if (kind === 'line') {
    const parts = parsePlain(text).map((piece) => (typeof piece === 'string' ? piece : part(piece.expression)));
    return { kind, parts };
  }
  return { kind, tree: mapTree(parseMarkdown(text), part) };
}

type Raw = { readonly expression: string };
type Part = (expression: string) => string | ValuePart;

function mapTree(tree: TextTree<Raw>, part: Part): TextTree<ValuePart> {
  return tree.map((block) => mapBlock(block, part));
}

function mapBlock(block: Block<Raw>, part: Part): Block<ValuePart> {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: mapLine(block.children, part) };
    case 'list':
      return { ...block, items: block.items.map((item) => mapTree(item, part)) };
    case 'quote':
      return { ...block, children: mapTree(block.children, part) };
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => mapLine(cell, part)),
        rows: block.rows.map((row) => row.map((cell) => mapLine(cell, part))),
      };
    default:
      return block;
  }
}

function mapLine(line: readonly Inline<Raw>[], part: Part): Inline<ValuePart>[] {
  return line.map((inline): Inline<ValuePart> => {
    if (typeof inline === 'string') return inline;
    if ('expression' in inline) return part(inline.expression);
    if (inline.kind === 'code' || inline.kind === 'break') return inline;
    return { ...inline, children: mapLine(inline.children, part) };
  });
}
