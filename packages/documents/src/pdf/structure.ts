import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';

/** What the parts of a document are to a screen reader (PDF 1.7, 14.8.4). */
export type Tag = 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/** A node of the document's structure. Its content are other nodes and pieces of pages, in reading order. */
export interface Node {
  readonly tag: Tag;
  /** Of a header cell. */
  readonly scope?: 'Row' | 'Column';
  readonly content: (Node | Piece)[];
}

/** A marked piece of a page. */
export interface Piece {
  readonly page: number;
  /** Number of the mark within its page. */
  readonly mark: number;
}

/** Makes a node, as the last one in `parent`. */
export function addNode(parent: Node | undefined, tag: Tag, scope?: 'Row' | 'Column'): Node {
  const node: Node = { tag, content: [], ...(scope === undefined ? {} : { scope }) };
  parent?.content.push(node);
  return node;
}

/**
 * Writes the structure tree with the way back from each page's marks to their nodes.
 * @param pages references of the pages; a page's key in the parent tree is its index
 */
export function writeStructure(context: PDFContext, root: Node, pages: readonly PDFRef[]): PDFRef {
  const tree = context.nextRef();
  const marks: Map<number, PDFRef>[] = pages.map(() => new Map());

  function write(node: Node, parent: PDFRef): PDFRef {
    const ref = context.nextRef();
    const kids = PDFArray.withContext(context);
    // A page stands on the node where all pieces share it; else on each piece.
    const own = node.content.filter((part): part is Piece => !('tag' in part));
    const page = own.length > 0 && own.every((piece) => piece.page === own[0]?.page) ? own[0]?.page : undefined;
    for (const part of node.content) {
      if ('tag' in part) {
        if (hasPieces(part)) kids.push(write(part, ref));
        continue;
      }
      marks[part.page]?.set(part.mark, ref);
      const number = PDFNumber.of(part.mark);
      const pageRef = pages[part.page];
      if (page !== undefined || !pageRef) kids.push(number);
      else kids.push(context.obj({ Type: 'MCR', Pg: pageRef, MCID: number }));
    }
    const dict = PDFDict.withContext(context);
    dict.set(PDFName.of('Type'), PDFName.of('StructElem'));
    dict.set(PDFName.of('S'), PDFName.of(node.tag));
    dict.set(PDFName.of('P'), parent);
    const pageRef = page === undefined ? undefined : pages[page];
    if (pageRef) dict.set(PDFName.of('Pg'), pageRef);
    if (node.scope) dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: node.scope }));
    dict.set(PDFName.of('K'), kids);
    context.assign(ref, dict);
    return ref;
  }

  const top = write(root, tree);
  const numbers = PDFArray.withContext(context);
  for (const [page, nodes] of marks.entries()) {
    const refs = PDFArray.withContext(context);
    for (let mark = 0; mark < nodes.size; mark += 1) refs.push(nodes.get(mark) ?? top);
    numbers.push(PDFNumber.of(page));
    numbers.push(context.register(refs));
  }
  context.assign(
    tree,
    context.obj({
      Type: 'StructTreeRoot',
      K: [top],
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: pages.length,
    }),
  );
  return tree;
}

/** A text string of PDF for any characters. */
export function textString(text: string): PDFHexString {
  return PDFHexString.fromText(text);
}

function hasPieces(node: Node): boolean {
  return node.content.some((part) => !('tag' in part) || hasPieces(part));
}
