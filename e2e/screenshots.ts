// npm run screenshots: the README's pictures, from the real pages and the real receipt.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { launchBrowser, openPage } from './support/browser.ts';
import { journeys } from './support/cases.ts';
import { startServer, temporaryFolder } from './support/server.ts';
import { goOn, walk } from './support/walk.ts';

const images = join(import.meta.dirname, '../docs/images');
const form = 'hundesteuer-anmeldung';

mkdirSync(images, { recursive: true });
const folder = await temporaryFolder();
const server = await startServer({ dataDir: `${folder.path}/data` });
const browser = await launchBrowser();
try {
  const { page } = await openPage(browser, { viewport: { width: 1000, height: 900 }, deviceScaleFactor: 1.5 });
  const [journey] = journeys(form);
  if (!journey) throw new Error(`${form} has no journey`);
  await page.goto(`${server.url}/formulare/${form}`);
  await page.locator('main button[type="submit"]').first().click();
  let pages = 0;
  await walk(page, journey.answers, async () => {
    pages += 1;
    if (pages === 2) await page.screenshot({ path: join(images, 'form.png') });
  });
  await goOn(page, 'submit');
  const href = await page.locator('a[href*="receipt.pdf"]').first().getAttribute('href');
  const pdf = await (await page.request.get(new URL(href ?? '', page.url()).href)).body();
  await picturePdf(browser, pdf, join(images, 'receipt.png'));
} finally {
  await browser.close();
  await server.stop();
  await folder.remove();
}

/** The first page of a PDF as a picture, drawn by pdf.js in the browser. */
async function picturePdf(browser: Browser, pdf: Uint8Array, file: string) {
  const library = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../build');
  const { page } = await openPage(browser, { viewport: { width: 900, height: 1300 } });
  await page.route('http://127.0.0.1:1/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(library, name)) });
  });
  await page.goto('http://127.0.0.1:1/');
  const picture = await page.evaluate(
    async (data) => {
      const pdfjs = await import('http://127.0.0.1:1/pdf.mjs' as string);
      pdfjs.GlobalWorkerOptions.workerSrc = 'http://127.0.0.1:1/pdf.worker.mjs';
      const document_ = await pdfjs.getDocument({ data: Uint8Array.from(data) }).promise;
      const first = await document_.getPage(1);
      const viewport = first.getViewport({ scale: 1.5 });
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await first.render({ canvas, viewport }).promise;
      return canvas.toDataURL('image/png');
    },
    [...pdf],
  );
  writeFileSync(file, Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'));
}
