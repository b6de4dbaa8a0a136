import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text, title and language of a PDF, read by a reader of its own. */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const { info } = await document.getMetadata();
  await loading.destroy();
  return { text: pages.join('\n').replace(/\s+/g, ' '), pages: pages.length, info: info as Record<string, unknown> };
}
