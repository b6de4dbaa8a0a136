import type { PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Interpolation, parsePlain } from './interpolation.ts';
import type { Block, Inline, TextTree } from './text-tree.ts';

/** What stands in a text but has no place in it: dropped when parsed, reported by the checker. */
export interface MarkdownFault {
  readonly kind: 'html' | 'image' | 'link';
  /** As written. */
  readonly text: string;
}

/**
 * CommonMark with tables, as a tree that renders without `innerHTML`. HTML and pictures are dropped, links that are
 * neither http, https, mailto, tel nor relative lose their address. Headings start below a page's own (level 2).
 */
export function parseMarkdown(text: string): TextTree<Interpolation> {
  return new Reader(text).read();
}

/** What `parseMarkdown` drops from a text. */
export function markdownFaults(text: string): readonly MarkdownFault[] {
  const reader = new Reader(text);
  reader.read();
  return reader.faults;
}

const safeAddress = /^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i;

class Reader {
  readonly faults: MarkdownFault[] = [];
  readonly #text: string;
  /** Interpolations are taken out before parsing, since `*` and `_` in them are no emphasis. */
  readonly #expressions: Interpolation[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): Block<Interpolation>[] {
    // Private-use characters cannot come from an author: they would not pass as text of a form.
    const source = parsePlain(this.#text.replace(/[\uE000\uE001]/g, ''))
      .map((piece) => (typeof piece === 'string' ? piece : `\uE000${this.#expressions.push(piece) - 1}\uE001`))
      .join('');
    const { children } = fromMarkdown(source, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    return this.#blocks(children);
  }

  #blocks(nodes: readonly RootContent[]): Block<Interpolation>[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: RootContent): Block<Interpolation>[] {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', children: this.#line(node.children) }];
      case 'heading':
        return [{ kind: 'heading', level: Math.min(6, node.depth + 1), children: this.#line(node.children) }];
      case 'list': {
        const items = node.children.map((item) => this.#blocks(item.children));
        const start = node.ordered && node.start !== null && node.start !== undefined && node.start !== 1;
        return [{ kind: 'list', ordered: node.ordered === true, items, ...(start ? { start: node.start ?? 1 } : {}) }];
      }
      case 'blockquote':
        return [{ kind: 'quote', children: this.#blocks(node.children) }];
      case 'code':
        return [{ kind: 'code', value: this.#plain(node.value) }];
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'table':
        return [this.#table(node)];
      case 'html':
        this.faults.push({ kind: 'html', text: node.value });
        return [];
      default:
        return [];
    }
  }

  #table(node: Table): Block<Interpolation> {
    const [head, ...rows] = node.children.map((row) => row.children.map((cell) => this.#line(cell.children)));
    return { kind: 'table', align: node.align ?? [], head: head ?? [], rows };
  }

  #line(nodes: readonly PhrasingContent[]): Inline<Interpolation>[] {
    return nodes.flatMap((node) => this.#inline(node));
  }

  #inline(node: PhrasingContent): Inline<Interpolation>[] {
    switch (node.type) {
      case 'text':
        return this.#pieces(node.value);
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, children: this.#line(node.children) }];
      case 'inlineCode':
        return [{ kind: 'code', value: this.#plain(node.value) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link': {
        const children = this.#line(node.children);
        const href = this.#plain(node.url);
        if (safeAddress.test(href) && !node.url.includes('\uE000')) return [{ kind: 'link', href, children }];
        this.faults.push({ kind: 'link', text: href });
        return children;
      }
      case 'image':
        this.faults.push({ kind: 'image', text: node.url });
        return node.alt ? this.#pieces(node.alt) : [];
      case 'html':
        this.faults.push({ kind: 'html', text: node.value });
        return [];
      default:
        return 'children' in node ? this.#line(node.children as PhrasingContent[]) : [];
    }
  }

  /** Text with the interpolations put back as parts. */
  #pieces(value: string): Inline<Interpolation>[] {
    return value.split(/\uE000(\d+)\uE001/).flatMap((piece, index) => {
      if (index % 2 === 0) return piece === '' ? [] : [piece];
      const expression = this.#expressions[Number(piece)];
      return expression ? [expression] : [];
    });
  }

  /** Where no part may stand, an interpolation is what was written. */
  #plain(value: string): string {
    return value.replace(
      /\uE000(\d+)\uE001/g,
      (_, index) => `{{${this.#expressions[Number(index)]?.expression ?? ''}}}`,
    );
  }
}
