import { createHash } from 'node:crypto';
import { type PDFContext, PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import type { Font } from '../font/fonts.ts';
import type { PlacedBand } from '../layout/band.ts';
import type { Color, Line } from '../layout/lines.ts';
import { createPageContent } from './content.ts';
import { useFont } from './embed.ts';
import { xmpMetadata } from './metadata.ts';
import { type Node, textString, writeStructure } from './structure.ts';

export interface PageFormat {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export interface Composed {
  readonly title: string;
  readonly author?: string;
  /** BCP 47. */
  readonly language: string;
  /** Written as the document's date. */
  readonly created: Date;
  readonly format: PageFormat;
  readonly structure: Node;
  readonly pages: readonly (readonly PlacedBand[])[];
  /** Lines of a page's footer, `y` in points above the page's lower edge. */
  readonly footer: (page: number, count: number) => { readonly rule: Color; readonly parts: readonly FooterPart[] };
  /** Entries of the reader's table of contents. */
  readonly outline: readonly { readonly title: string; readonly page: number; readonly top: number }[];
}

export interface FooterPart {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
}

const producer = 'Schalter (pdf-lib)';

/** Writes a composed document as tagged PDF 1.7. The same input gives the same bytes. */
export async function writePdf(composed: Composed): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const fonts = new Map<Font, { name: string; font: ReturnType<typeof useFont> }>();
  const names = {
    use(font: Font) {
      const known = fonts.get(font) ?? { name: `F${fonts.size + 1}`, font: useFont(font) };
      fonts.set(font, known);
      return known;
    },
  };

  const { format } = composed;
  const contents = composed.pages.map((bands, page) => {
    const content = createPageContent(names);
    for (const band of bands) drawBand(content, band, page, format);
    const { rule, parts } = composed.footer(page, composed.pages.length);
    content.artifact('Footer', () => {
      const top = Math.max(0, ...parts.map((part) => part.y + part.line.style.leading));
      content.rectangle(format.margin.left, top, format.width - format.margin.left - format.margin.right, 0.5, rule);
      for (const part of parts) content.text(part.line, part.x, part.y);
    });
    return content.toString();
  });

  const resources = context.register(
    context.obj({ Font: Object.fromEntries([...fonts.values()].map(({ name, font }) => [name, font.embed(context)])) }),
  );
  const pages = contents.map((content, index) => {
    const page = document.addPage([format.width, format.height]);
    page.node.set(PDFName.of('Resources'), resources);
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    return page.ref;
  });

  const { catalog } = document;
  catalog.set(PDFName.of('Lang'), PDFString.of(composed.language));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.set(PDFName.of('StructTreeRoot'), writeStructure(context, composed.structure, pages));
  const outline = writeOutline(context, composed, pages);
  if (outline) catalog.set(PDFName.of('Outlines'), outline);
  const xmp = xmpMetadata({ ...composed, producer });
  catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' })),
  );
  document.setTitle(composed.title);
  if (composed.author !== undefined) document.setAuthor(composed.author);
  document.setProducer(producer);
  document.setCreator('Schalter');
  document.setCreationDate(composed.created);
  document.setModificationDate(composed.created);
  const id = PDFHexString.of(
    createHash('sha256')
      .update(`${xmp}${contents.join('')}`)
      .digest('hex')
      .slice(0, 32),
  );
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function drawBand(
  content: ReturnType<typeof createPageContent>,
  placed: PlacedBand,
  page: number,
  { width, height, margin }: PageFormat,
): void {
  const { band } = placed;
  const top = height - margin.top - placed.top;
  const foot = top - placed.height;
  const inner = width - margin.left - margin.right;
  const { fill, bar, rule } = band.look ?? {};
  if (fill || bar || (rule && placed.ends)) {
    content.artifact('Layout', () => {
      // A hair taller than the band, so that no light shines through between two of the same ground.
      if (fill) content.rectangle(margin.left, foot - 0.1, inner, placed.height + 0.1, fill);
      if (bar) content.rectangle(margin.left, foot - 0.1, 4, placed.height + 0.1, bar);
      if (rule && placed.ends) content.rectangle(margin.left, foot - 0.25, inner, 0.5, rule);
    });
  }
  const column = band.cells[0];
  if (!placed.begins && column && band.continued) {
    const lines = band.continued;
    content.artifact('Layout', () => drawLines(content, lines, column.x, top - band.padding.top));
  }
  for (const cell of placed.cells) {
    let y = top - band.padding.top;
    for (let at = 0; at < cell.lines.length; ) {
      const node = cell.lines[at]?.node;
      if (!node) break;
      const end = cell.lines.findIndex((owned, index) => index > at && owned.node !== node);
      const lines = cell.lines.slice(at, end === -1 ? undefined : end).map((owned) => owned.line);
      const from = y;
      const mark = content.marked(node.tag, () => {
        y = drawLines(content, lines, cell.x, from);
      });
      at += lines.length;
      node.content.push({ page, mark });
    }
  }
}

/** @returns where the next line would begin */
function drawLines(
  content: ReturnType<typeof createPageContent>,
  lines: readonly Line[],
  x: number,
  top: number,
): number {
  let y = top;
  for (const line of lines) {
    const { size, leading, font } = line.style;
    // Capitals stand in the middle of the line's height.
    content.text(line, x, y - (leading + size * font.capHeight) / 2);
    y -= leading;
  }
  return y;
}

function writeOutline(
  context: PDFContext,
  { outline, format }: Composed,
  pages: readonly PDFRef[],
): PDFRef | undefined {
  if (outline.length === 0) return undefined;
  const root = context.nextRef();
  const refs = outline.map(() => context.nextRef());
  outline.forEach((entry, index) => {
    const ref = refs[index];
    const page = pages[entry.page];
    if (!ref || !page) return;
    const previous = refs[index - 1];
    const next = refs[index + 1];
    const item = context.obj({
      Title: textString(entry.title),
      Parent: root,
      Dest: [page, PDFName.of('XYZ'), format.margin.left, format.height - format.margin.top - entry.top, null],
    });
    if (previous) item.set(PDFName.of('Prev'), previous);
    if (next) item.set(PDFName.of('Next'), next);
    context.assign(ref, item);
  });
  const dict = context.obj({ Type: 'Outlines', Count: outline.length });
  const first = refs[0];
  const last = refs.at(-1);
  if (first) dict.set(PDFName.of('First'), first);
  if (last) dict.set(PDFName.of('Last'), last);
  context.assign(root, dict);
  return root;
}
