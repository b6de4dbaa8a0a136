import { loadFonts } from '../font/fonts.ts';
import type { Band } from '../layout/band.ts';
import { paginate } from '../layout/paginate.ts';
import { addNode, type Node, type Tag } from '../pdf/structure.ts';
import { writePdf } from '../pdf/write.ts';
import { type Composer, createComposer } from '../receipt/compose.ts';
import { a4, colors, footerBase } from '../receipt/style.ts';
import { fill, textsFor } from '../receipt/texts.ts';

/** A part of a document, from above to below. */
export type OutlineBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly OutlineRow[] };

/** A label with what is said of it, a line each. */
export interface OutlineRow {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface OutlineInput {
  readonly title: string;
  /** BCP 47; German and English have texts of their own. */
  readonly language: string;
  readonly author?: string;
  /** Stands at the left of every page's foot. */
  readonly footer: string;
  /** Its date goes into the file; the same input gives the same bytes. */
  readonly created: Date;
  readonly blocks: readonly OutlineBlock[];
}

/**
 * Headings, paragraphs and rows as tagged PDF in the look of the receipt, with bookmarks.
 * @throws SchalterError `document-font`
 */
export async function createOutline(input: OutlineInput): Promise<Uint8Array> {
  const { texts } = textsFor(input.language);
  const composer = createComposer(await loadFonts());
  const { root } = composer;
  const headings: { readonly title: string; readonly band: Band }[] = [];
  let section: Node = root;
  for (const block of input.blocks) {
    if (block.kind === 'paragraph') composer.paragraph(section, block.text, 'body', 6);
    else if (block.kind === 'rows') rows(composer, addNode(section, 'Table'), block.rows, texts.continued);
    else {
      if (block.level === 2) section = addNode(root, 'Sect');
      const band = heading(composer, section, block.level, block.text);
      if (band && block.level === 2) headings.push({ title: block.text, band });
    }
  }
  const pages = paginate(composer.bands, a4.height - a4.margin.top - a4.margin.bottom);
  const part = (text: string, side: 'left' | 'right') =>
    composer
      .line(text, 'small')
      .lines.slice(0, 1)
      .map((line) => ({
        line,
        x: side === 'left' ? a4.margin.left : a4.width - a4.margin.right - line.width,
        y: footerBase,
      }));
  return writePdf({
    title: input.title,
    ...(input.author === undefined ? {} : { author: input.author }),
    language: input.language,
    created: input.created,
    format: a4,
    structure: root,
    pages,
    footer: (page, all) => ({
      rule: colors.divider,
      parts: [...part(input.footer, 'left'), ...part(fill(texts.page, { page: page + 1, count: all }), 'right')],
    }),
    outline: headings.flatMap(({ title, band }) => {
      const page = pages.findIndex((placed) => placed.some((one) => one.band === band));
      const placed = pages[page]?.find((one) => one.band === band);
      return placed ? [{ title, page, top: placed.top }] : [];
    }),
  });
}

const looks = {
  1: { tag: 'H1', style: 'h1', before: 0 },
  2: { tag: 'H2', style: 'h2', before: 26 },
  3: { tag: 'H3', style: 'h3', before: 14 },
} as const satisfies Record<1 | 2 | 3, { tag: Tag; style: string; before: number }>;

function heading(composer: Composer, parent: Node, level: 1 | 2 | 3, text: string): Band | undefined {
  const { tag, style, before } = looks[level];
  return composer.heading(parent, tag, text, style, before);
}

function rows(composer: Composer, table: Node, all: readonly OutlineRow[], continued: string): void {
  all.forEach(({ label, lines }, index) => {
    composer.row(
      table,
      { label, values: lines.map((text) => ({ text })) },
      { before: 0, keepWithNext: index === 0 && all.length > 1, continued },
    );
  });
}
