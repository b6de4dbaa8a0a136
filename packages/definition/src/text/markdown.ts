import type { Definition, Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { ErrorCode, ErrorParams } from '../errors.ts';
import type { Block, Inline, TextTree } from '../text-tree.ts';
import { type Hidden, hasOpenInterpolation, hideInterpolations, type Interpolation } from './interpolation.ts';
import { isSafeHref } from './safe-href.ts';

/** What is wrong in a text: codes of the error table, to be reported where the text stands. */
export interface TextProblem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Longer texts are not read as Markdown: for some inputs (`>>>>…`, `*a*a…`) the parser's time is quadratic. */
const longest = 20_000;
/** Quotes and lists inside each other beyond this are left out. */
const deepest = 12;

/**
 * A line that no rule of Markdown says anything about: it begins with a letter, and goes on with what marks nothing
 * without other characters beside it. Most hints are such, and the parser takes its time to see it.
 */
const unmarked = /^\p{L}(?:[\p{L}\p{M}\p{N} ,.;:?!„“”‚‘’"'()%€/–…-]*[\p{L}\p{N},.;:?!“”’"')%€…])?$/u;

/** What is the same for a whole text. */
interface Reading {
  readonly hidden: Hidden;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly problems: TextProblem[];
}

/**
 * Reads CommonMark without HTML, plus tables, to a tree that can be shown safely: HTML, images and unsafe links are
 * dropped (their text stays), `{{…}}` becomes a part. Never throws.
 */
export function parseMarkdown(text: string): TextTree<Interpolation> {
  return read(text).tree;
}

/** What `parseMarkdown` drops or cannot read. */
export function markdownProblems(text: string): readonly TextProblem[] {
  return read(text).problems;
}

/** The same for a text without markup, which `parsePlain` reads. */
export function plainProblems(text: string): readonly TextProblem[] {
  return hasOpenInterpolation(text) ? [{ code: 'interpolation-open', params: {} }] : [];
}

function read(text: string): { readonly tree: TextTree<Interpolation>; readonly problems: readonly TextProblem[] } {
  const problems: TextProblem[] = [...plainProblems(text)];
  if (text.length > longest) {
    problems.push({ code: 'markdown-too-long', params: { limit: longest } });
    return { tree: [{ kind: 'paragraph', children: [text] }], problems };
  }
  if (unmarked.test(text)) return { tree: [{ kind: 'paragraph', children: [text] }], problems };
  const hidden = hideInterpolations(text);
  const root: Root = fromMarkdown(hidden.text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const definitions = new Map<string, Definition>();
  collectDefinitions(root, definitions, 0);
  const reading: Reading = { hidden, definitions, problems };
  return { tree: blocks(reading, root.children, 0), problems };
}

/** Where `[text][name]` leads to; a name's first definition counts. */
function collectDefinitions(node: Nodes, found: Map<string, Definition>, depth: number): void {
  if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  if (depth > deepest || !('children' in node)) return;
  for (const child of node.children) collectDefinitions(child, found, depth + 1);
}

function blocks(reading: Reading, nodes: readonly RootContent[], depth: number): Block<Interpolation>[] {
  if (depth > deepest) {
    report(reading, 'markdown-too-deep', { limit: deepest });
    return [];
  }
  return nodes.flatMap((node) => block(reading, node, depth) ?? []);
}

function block(reading: Reading, node: RootContent, depth: number): Block<Interpolation> | undefined {
  switch (node.type) {
    case 'paragraph': {
      const children = inlines(reading, node.children);
      return children.length > 0 ? { kind: 'paragraph', children } : undefined;
    }
    case 'heading':
      return { kind: 'heading', level: node.depth, children: inlines(reading, node.children) };
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        ...(node.ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}),
        items: node.children.map((item) => blocks(reading, item.children, depth + 1)),
      };
    case 'blockquote':
      return { kind: 'quote', children: blocks(reading, node.children, depth + 1) };
    case 'code':
      return { kind: 'code', value: reading.hidden.written(node.value) };
    case 'thematicBreak':
      return { kind: 'rule' };
    case 'table':
      return table(reading, node);
    case 'html':
      report(reading, 'markdown-html', { html: excerpt(reading.hidden.written(node.value)) });
      return undefined;
    default:
      // Definitions of links; everything else stands inside a paragraph.
      return undefined;
  }
}

function table(reading: Reading, node: Table): Block<Interpolation> {
  const [head, ...rows] = node.children.map((row) => row.children.map((cell) => inlines(reading, cell.children)));
  return { kind: 'table', align: (node.align ?? []).map((align) => align ?? null), head: head ?? [], rows };
}

function inlines(reading: Reading, nodes: readonly RootContent[], depth = 0): Inline<Interpolation>[] {
  if (depth > deepest) {
    report(reading, 'markdown-too-deep', { limit: deepest });
    return [];
  }
  const found: Inline<Interpolation>[] = [];
  for (const node of nodes) {
    for (const inline of inlinesOf(reading, node, depth)) {
      const last = found.at(-1);
      if (typeof inline === 'string' && typeof last === 'string') found[found.length - 1] = last + inline;
      else found.push(inline);
    }
  }
  return found;
}

function inlinesOf(reading: Reading, node: RootContent, depth: number): Inline<Interpolation>[] {
  switch (node.type) {
    case 'text':
      return reading.hidden.parts(node.value.replace(/\s*\n\s*/g, ' '));
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, children: inlines(reading, node.children, depth + 1) }];
    case 'inlineCode':
      return [{ kind: 'code', value: reading.hidden.written(node.value) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return link(reading, node.url, inlines(reading, node.children, depth + 1));
    case 'linkReference': {
      const children = inlines(reading, node.children, depth + 1);
      const url = reading.definitions.get(node.identifier)?.url;
      return url === undefined ? children : link(reading, url, children);
    }
    case 'image':
    case 'imageReference':
      report(reading, 'markdown-image', { alt: node.alt ?? '' });
      return reading.hidden.parts(node.alt ?? '');
    case 'html':
      report(reading, 'markdown-html', { html: excerpt(reading.hidden.written(node.value)) });
      return [];
    default:
      return [];
  }
}

function link(reading: Reading, href: string, children: Inline<Interpolation>[]): Inline<Interpolation>[] {
  if (reading.hidden.has(href)) {
    report(reading, 'markdown-link-interpolation', { href: excerpt(reading.hidden.written(href)) });
    return children;
  }
  if (!isSafeHref(href)) {
    report(reading, 'markdown-link', { href: excerpt(href) });
    return children;
  }
  return [{ kind: 'link', href, children }];
}

function report(reading: Reading, code: ErrorCode, params: ErrorParams): void {
  reading.problems.push({ code, params });
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
