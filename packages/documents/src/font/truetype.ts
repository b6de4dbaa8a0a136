/**
 * TrueType fonts on the level of tables: what a PDF needs of them, with only the glyphs that a document uses.
 * Written out here because the subsetter of fontkit 1.x shifts glyphs of odd length.
 */
export interface TrueType {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  readonly bbox: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  /** Advance of a glyph, font units. */
  advance(glyph: number): number;
  /** Outline of a glyph as it stands in the file; empty for a space. */
  outline(glyph: number): Uint8Array;
  /** Glyphs that a compound glyph is made of, with the place of their number in the outline. */
  components(glyph: number): readonly { readonly glyph: number; readonly offset: number }[];
  table(tag: string): DataView;
}

/** Reads an unhinted TrueType font (`glyf` outlines). */
export function readTrueType(bytes: Uint8Array): TrueType {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < file.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + file.getUint32(at + 8), file.getUint32(at + 12)));
  }
  const table = (tag: string): DataView => tables.get(tag) ?? new DataView(new ArrayBuffer(0));
  const head = table('head');
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const loca = table('loca');
  const glyf = table('glyf');
  const long = head.getInt16(50) === 1;
  const metrics = hhea.getUint16(34);
  const start = (glyph: number) => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);

  const outline = (glyph: number) =>
    new Uint8Array(glyf.buffer, glyf.byteOffset + start(glyph), start(glyph + 1) - start(glyph));

  return {
    unitsPerEm: head.getUint16(18),
    glyphCount: table('maxp').getUint16(4),
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    outline,
    components: (glyph) => componentsOf(outline(glyph)),
    table,
  };
}

/**
 * The font with these glyphs only, renumbered in the order given.
 * @param glyphs old numbers; the first is glyph 0 (`.notdef`), components included (see `closeOverComponents`)
 */
export function subsetTrueType(font: TrueType, glyphs: readonly number[]): Uint8Array {
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const outlines = glyphs.map((glyph) => {
    const outline = font.outline(glyph).slice();
    const view = new DataView(outline.buffer);
    for (const part of font.components(glyph)) view.setUint16(part.offset, numbers.get(part.glyph) ?? 0);
    return outline;
  });
  // Long offsets and glyphs on four-byte borders: nothing to be halved, nothing to be shifted.
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  let length = 0;
  outlines.forEach((outline, index) => {
    loca.setUint32(index * 4, length);
    length += pad(outline.length);
  });
  loca.setUint32(glyphs.length * 4, length);
  const glyf = new Uint8Array(length);
  outlines.forEach((outline, index) => {
    glyf.set(outline, loca.getUint32(index * 4));
  });

  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  glyphs.forEach((glyph, index) => {
    hmtx.setUint16(index * 4, font.advance(glyph));
    // Left side bearing: where the outline begins.
    const outline = outlines[index] ?? new Uint8Array(0);
    hmtx.setInt16(index * 4 + 2, outline.length > 0 ? new DataView(outline.buffer).getInt16(2) : 0);
  });
  const head = copy(font.table('head'));
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  const hhea = copy(font.table('hhea'));
  hhea.setUint16(34, glyphs.length);
  const maxp = copy(font.table('maxp'));
  maxp.setUint16(4, glyphs.length);
  return writeTables({ glyf, head, hhea, hmtx, loca, maxp });
}

/** The glyphs and, behind them, all that they are made of. */
export function closeOverComponents(font: TrueType, glyphs: readonly number[]): number[] {
  const all = new Set(glyphs);
  // A set visits what is added during the visit.
  for (const glyph of all) for (const part of font.components(glyph)) all.add(part.glyph);
  return [...all];
}

function componentsOf(outline: Uint8Array): { glyph: number; offset: number }[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const parts: { glyph: number; offset: number }[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    parts.push({ glyph: view.getUint16(at + 2), offset: at + 2 });
    // Offsets of one or two bytes each; then one, two or four numbers of a transformation.
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  } while (flags & 0x20);
  return parts;
}

function writeTables(tables: Readonly<Record<string, Uint8Array | DataView>>): Uint8Array {
  const entries = Object.entries(tables).map(([tag, data]) => ({
    tag,
    bytes: data instanceof DataView ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : data,
  }));
  const header = 12 + entries.length * 16;
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + pad(entry.bytes.length), header));
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, (entries.length - 2 ** power) * 16);
  let at = header;
  let head = 0;
  entries.forEach((entry, index) => {
    const record = 12 + index * 16;
    bytes.set(entry.bytes, at);
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(record + letter, entry.tag.charCodeAt(letter));
    view.setUint32(record + 4, checksum(view, at, pad(entry.bytes.length)));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, entry.bytes.length);
    if (entry.tag === 'head') head = at;
    at += pad(entry.bytes.length);
  });
  view.setUint32(head + 8, 0xb1b0afba - checksum(view, 0, bytes.length));
  return bytes;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function pad(length: number): number {
  return (length + 3) & ~3;
}

function copy(view: DataView): DataView {
  return new DataView(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer);
}
