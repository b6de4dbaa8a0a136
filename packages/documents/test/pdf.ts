// What tests see of a PDF: read and drawn by pdf.js, the library Firefox shows PDFs with.
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface TaggedText {
  /** Role of the node the text belongs to (`H1`, `TD`), or `Artifact`. */
  readonly role: string;
  readonly text: string;
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly scope?: string;
  readonly children?: readonly StructNode[];
}

/** Opens a PDF; call `close` at the end. */
export async function openPdf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;

  async function textOf(page: number): Promise<string> {
    const content = await (await document.getPage(page)).getTextContent();
    return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  }

  return {
    document,
    pages: document.numPages,
    textOf,
    /** All pages' text, in NFC. */
    async text(): Promise<string> {
      const pages: string[] = [];
      for (let page = 1; page <= document.numPages; page += 1) pages.push(await textOf(page));
      return pages.join('\n').normalize('NFC');
    },
    /** Texts of a page with the role that its structure gives them, in reading order of the page. */
    async tagged(page: number): Promise<TaggedText[]> {
      const loaded = await document.getPage(page);
      const roles = new Map<string, string>();
      collect((await loaded.getStructTree()) as StructNode | null, '', roles);
      const found: TaggedText[] = [];
      const open: string[] = [];
      for (const item of (await loaded.getTextContent({ includeMarkedContent: true })).items) {
        if ('str' in item) {
          const role = open.findLast((one) => one !== '') ?? 'none';
          const last = found.at(-1);
          if (item.str !== '') found.push({ role, text: item.str });
          else if (last && item.hasEOL) found[found.length - 1] = { ...last, text: `${last.text}\n` };
        } else if (item.type.startsWith('begin')) {
          const artifact = 'tag' in item && item.tag === 'Artifact' ? 'Artifact' : '';
          open.push(item.id ? (roles.get(item.id) ?? 'unknown') : artifact);
        } else open.pop();
      }
      return found;
    },
    structure: async (page: number) => (await (await document.getPage(page)).getStructTree()) as StructNode,
    /** Draws a page; `scale` 1 is 72 dots per inch. */
    async draw(page: number, scale: number): Promise<Canvas> {
      const loaded = await document.getPage(page);
      const viewport = loaded.getViewport({ scale });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      // pdf.js types its canvas for browsers; the one of @napi-rs/canvas has what it uses.
      await loaded.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      return canvas;
    },
    close: () => task.destroy(),
  };
}

function collect(node: StructNode | null, role: string, into: Map<string, string>): void {
  if (node?.type === 'content' && node.id) into.set(node.id, role);
  for (const child of node?.children ?? []) collect(child, node?.role ?? role, into);
}
