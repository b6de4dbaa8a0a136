import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { minifyCss } from './scripts/minify-css.ts';

const require = createRequire(import.meta.url);

/** Families in the order of the look: Fira Sans, and Noto Sans where a script needs it. Regular and semi-bold. */
const faces = [
  ...['fira-sans/400', 'fira-sans/600', 'noto-sans/400', 'noto-sans/600'],
  ...['noto-sans-arabic/400', 'noto-sans-arabic/600'],
];

/** Font faces of @fontsource with their files beside the style sheet. Browsers fetch only the ranges a page uses. */
function fonts(): { css: string; files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  const css = faces.map((face) => {
    const path = require.resolve(`@fontsource/${face}.css`);
    return only(face, readFileSync(path, 'utf8')).replaceAll(
      /url\(\.\/files\/([\w-]+\.woff2)\)\s*format\(["']woff2["']\)[^;]*;/g,
      (_, name: string) => {
        files.set(name, readFileSync(join(path, '..', 'files', name)));
        return `url(fonts/${name}) format("woff2");`;
      },
    );
  });
  return { css: minifyCss(css.join('\n')), files };
}

/** Of Noto Sans Arabic only what is Arabic: the rest Fira Sans and Noto Sans have. */
function only(face: string, css: string): string {
  if (!face.startsWith('noto-sans-arabic/')) return css;
  return (css.match(/@font-face \{[^}]*\}/g) ?? []).filter((one) => one.includes('-arabic-arabic-')).join('\n');
}

/** The mark of the header, for the browser's tabs. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#003b73"/><path fill="#fff" d="M18 5 6 11.5V14h24v-2.500L18 5ZM8 16v9h4v-9H8Zm8 0v9h4v-9h-4Zm8 0v9h4v-9h-4ZM6 27v3h24v-3H6Z"/></svg>';

/**
 * `form.css` for the shadow root, `styles.css` for pages, `fonts.css` and `fonts/` for both. The script links them, so
 * that style sheets inside the sources are left out of it.
 */
function styles(): Plugin {
  return {
    name: 'schalter-styles',
    transform(code, id) {
      if (!id.includes('/renderer-web/src/') || !code.includes('css`')) return undefined;
      return { code: code.replaceAll(/\bcss`[^`]*`/g, "''"), map: null };
    },
    async generateBundle() {
      // Not a literal: Node loads it as it is, instead of bundling it into this configuration.
      const source = pathToFileURL(join(import.meta.dirname, 'src/styles/index.ts')).href;
      const { documentSheet, elementSheet }: typeof import('./src/styles/index.ts') = await import(source);
      const { css, files } = fonts();
      const sheets = {
        'fonts.css': css,
        'form.css': minifyCss(elementSheet),
        'styles.css': css + minifyCss(documentSheet),
      };
      for (const [fileName, content] of Object.entries(sheets))
        this.emitFile({ type: 'asset', fileName, source: content });
      this.emitFile({ type: 'asset', fileName: 'icon.svg', source: icon });
      for (const [name, content] of files) this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: content });
    },
  };
}

/** White space between elements and attributes of templates; text keeps its single spaces. */
function templates(): Plugin {
  return {
    name: 'schalter-templates',
    transform(code, id) {
      if (!id.includes('/renderer-web/src/') || !code.includes('html`')) return undefined;
      return { code: code.replaceAll(/\n\s+/g, '\n'), map: null };
    },
  };
}

/** The sentences of the table of errors are for authors and operators: in the page an error says its code. */
function errorCodes(): Plugin {
  return {
    name: 'schalter-error-codes',
    transform(code, id) {
      if (!id.endsWith('/definition/src/errors.ts')) return undefined;
      const short = code.replace(
        /errorTable = \{[\s\S]*?\n\}/,
        'errorTable = new Proxy({}, { get: (_, code) => code })',
      );
      if (short === code) this.error('the table of errors is not where it was');
      return { code: short, map: null };
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [styles(), templates(), errorCodes()],
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'src/browser.ts'),
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        entryFileNames: 'schalter-form.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});
