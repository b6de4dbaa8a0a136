import { SchalterError } from '@schalter/definition';
import type { Receipt, Summary, SummaryContent, SummaryRow } from '@schalter/engine';
import { loadFonts } from '../font/fonts.ts';
import type { Band } from '../layout/band.ts';
import { paginate } from '../layout/paginate.ts';
import { addNode, type Node, type Tag } from '../pdf/structure.ts';
import { type FooterPart, writePdf } from '../pdf/write.ts';
import { type Composer, createComposer, type Value } from './compose.ts';
import { byteSize } from './size.ts';
import { a4, colors, footerBase } from './style.ts';
import { fill, type ReceiptTexts, textsFor } from './texts.ts';
import { receiptTime } from './time.ts';

export interface ReceiptInput {
  readonly header: ReceiptHeader;
  readonly receipt: Pick<Receipt, 'reference' | 'receivedAt' | 'paymentLater'>;
  /** All relevant answers, in the receipt's language. */
  readonly summary: Summary;
  /** Name of the person or organisation it concerns, as far as the form tells: see `applicantOf`. */
  readonly applicant?: string;
  /** What happens next; paragraphs are parted by an empty line. Without it a general sentence stands there. */
  readonly nextStep?: string;
  readonly attachments?: readonly ReceiptAttachment[];
  /** Texts of the receipt that a city words differently. */
  readonly texts?: Partial<ReceiptTexts>;
}

export interface ReceiptHeader {
  /** The form's title. */
  readonly title: string;
  /** BCP 47; German and English have texts of their own. */
  readonly language: string;
  readonly authority?: string;
  /** IANA name; of the form. Default: Europe/Berlin. */
  readonly timeZone?: string;
  readonly form?: { readonly id: string; readonly version: string };
}

export interface ReceiptAttachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * The receipt of a submission as tagged PDF. The same input gives the same bytes.
 * @throws SchalterError `document-time` when `receivedAt` is no instant or the time zone is unknown; `document-font`
 */
export async function createReceipt(input: ReceiptInput): Promise<Uint8Array> {
  const { header, receipt } = input;
  const { texts: standard, dates } = textsFor(header.language);
  const texts: ReceiptTexts = { ...standard, ...input.texts };
  const composer = createComposer(await loadFonts());
  const { root } = composer;

  if (header.authority) composer.paragraph(root, header.authority, 'authority', 0);
  composer.paragraph(root, texts.kind, 'caption', 26);
  composer.heading(root, 'H1', header.title, 'h1', 1);
  composer.box(root, boxRows(input, texts, dates), 16);

  const next = addNode(root, 'Sect');
  composer.heading(next, 'H2', texts.next, 'h2', 24);
  const steps = (input.nextStep ?? texts.nextDefault).split(/\n\s*\n/);
  if (receipt.paymentLater) steps.push(texts.paymentLater);
  for (const [index, step] of steps.entries()) composer.paragraph(next, step, 'body', index === 0 ? 5 : 7);
  composer.paragraph(next, texts.noDecision, 'strong', 11);
  composer.paragraph(next, texts.noDecisionMore, 'body', 1);

  const entries: { readonly title: string; readonly band: Band }[] = [];
  let count = 0;
  function section(title: string): Node {
    count += 1;
    const numbered = `${count}. ${title}`;
    const node = addNode(root, 'Sect');
    const band = composer.heading(node, 'H2', numbered, 'h2', 26);
    if (band) entries.push({ title: numbered, band });
    return node;
  }
  for (const { title, content } of input.summary.sections) {
    if (content.length > 0) answers(composer, section(title), withoutEcho(title, content), 3, texts);
  }
  if (input.attachments?.length) {
    const table = addNode(section(texts.attachments), 'Table');
    for (const attachment of input.attachments) {
      const row = attachmentRow(attachment, texts, dates);
      composer.row(table, row, { before: 0, keepWithNext: false, continued: texts.continued });
    }
  }
  const notes = [
    ...(composer.replaced ? [texts.replaced] : []),
    ...(header.form ? [fill(texts.form, header.form)] : []),
  ];
  for (const [index, note] of notes.entries()) {
    composer.keepLast();
    composer.paragraph(root, note, 'small', index === 0 ? 18 : 4);
  }

  const pages = paginate(composer.bands, a4.height - a4.margin.top - a4.margin.bottom);
  return writePdf({
    title: fill(texts.documentTitle, { reference: receipt.reference, title: header.title }),
    ...(header.authority === undefined ? {} : { author: header.authority }),
    language: header.language,
    created: new Date(receipt.receivedAt),
    format: a4,
    structure: root,
    pages,
    footer: (page, all) => ({
      rule: colors.divider,
      parts: [
        ...footerPart(composer, fill(texts.footer, { reference: receipt.reference }), 'left'),
        ...footerPart(composer, fill(texts.page, { page: page + 1, count: all }), 'right'),
      ],
    }),
    outline: entries.flatMap(({ title, band }) => {
      const page = pages.findIndex((placed) => placed.some((one) => one.band === band));
      const placed = pages[page]?.find((one) => one.band === band);
      return placed ? [{ title, page, top: placed.top }] : [];
    }),
  });
}

function boxRows({ header, receipt, applicant }: ReceiptInput, texts: ReceiptTexts, dates: string) {
  const { timeZone = 'Europe/Berlin' } = header;
  let time: ReturnType<typeof receiptTime>;
  try {
    time = receiptTime(receipt.receivedAt, dates, timeZone);
  } catch (cause) {
    throw new SchalterError('document-time', { time: receipt.receivedAt, zone: timeZone }, { cause });
  }
  const received = [{ text: time.date }, { text: fill(texts.receivedAt, { time: time.time, zone: time.zone }) }];
  return [
    {
      label: texts.reference,
      labelStyle: 'referenceLabel' as const,
      values: [{ text: receipt.reference, style: 'reference' as const }],
    },
    { label: texts.received, values: received },
    ...(applicant ? [{ label: texts.applicant, values: [{ text: applicant }] }] : []),
  ];
}

/** Rows as tables, groups under headings of their own. */
function answers(
  composer: Composer,
  parent: Node,
  content: readonly SummaryContent[],
  level: number,
  texts: ReceiptTexts,
): void {
  let table: Node | undefined;
  for (const [index, part] of content.entries()) {
    const before = content[index - 1];
    if (part.kind === 'row') {
      const first = table === undefined;
      table ??= addNode(parent, 'Table');
      composer.row(
        table,
        { label: part.label, values: valuesOf(part, texts) },
        {
          // What follows a group stands apart from it; the first row and the last do not stand alone on a page.
          before: before?.kind === 'group' ? 16 : 0,
          keepWithNext: content[index + 1]?.kind === 'row' && (first || content[index + 2]?.kind !== 'row'),
          continued: texts.continued,
        },
      );
      continue;
    }
    table = undefined;
    if (part.content.length === 0) continue;
    const group = addNode(parent, 'Sect');
    const tag: Tag = level === 3 ? 'H3' : level === 4 ? 'H4' : level === 5 ? 'H5' : 'H6';
    composer.heading(group, tag, part.title, level === 3 ? 'h3' : 'h4', before === undefined ? 8 : 16);
    answers(composer, group, part.content, level + 1, texts);
  }
}

function attachmentRow({ name, size, sha256 }: ReceiptAttachment, texts: ReceiptTexts, dates: string) {
  return {
    label: name,
    values: [
      { text: byteSize(size, dates) },
      { text: texts.checksum, style: 'small' as const },
      // Two lines of equal length.
      { text: `${sha256.slice(0, 32)}\u200b${sha256.slice(32)}`, style: 'small' as const },
    ],
  };
}

function valuesOf({ lines }: SummaryRow, texts: ReceiptTexts): Value[] {
  const said = lines.filter((line) => line.trim() !== '');
  return said.length === 0 ? [{ text: texts.unanswered, style: 'quiet' }] : said.map((text) => ({ text }));
}

/** A page that asks one group or list often bears its name: then the heading stands there once. */
function withoutEcho(title: string, content: readonly SummaryContent[]): readonly SummaryContent[] {
  const [first, ...rest] = content;
  return first?.kind === 'group' && first.title === title ? [...first.content, ...rest] : content;
}

function footerPart(composer: Composer, text: string, side: 'left' | 'right'): FooterPart[] {
  // A footer has one line, whatever a reference looks like.
  return composer
    .line(text, 'small')
    .lines.slice(0, 1)
    .map((line) => ({
      line,
      x: side === 'left' ? a4.margin.left : a4.width - a4.margin.right - line.width,
      y: footerBase,
    }));
}
