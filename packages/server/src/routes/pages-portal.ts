import { programHeader } from '@schalter/engine';
import { pages, plainText } from '@schalter/renderer-web/html';
import type { FastifyInstance } from 'fastify';
import { textIn } from '../config/config.ts';
import type { ServerContext } from '../context.ts';
import { formAddress } from '../pages/addresses.ts';
import type { CityPage, CityTexts } from '../pages/city-texts.ts';
import { type Portal, queryOf } from '../pages/portal.ts';

const hide = { schema: { hide: true } };

const cityPages: readonly (readonly [string, CityPage, 'frame.imprint' | 'frame.privacy' | 'frame.accessibility'])[] = [
  ['/impressum', 'imprint', 'frame.imprint'],
  ['/datenschutz', 'privacy', 'frame.privacy'],
  ['/barrierefreiheit', 'accessibility', 'frame.accessibility'],
];

/** Catalogue, imprint, privacy, accessibility statement. */
export function portalPages(app: FastifyInstance, context: ServerContext, portal: Portal, cityTexts: CityTexts): void {
  app.get('/', hide, async (request, reply) => {
    const language = portal.languageOf(request);
    const texts = portal.texts(language);
    const query = (queryOf(request).get('q') ?? '').slice(0, 200);
    const words = normalise(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    const forms = context.forms
      .current()
      .map(({ id, program }) => {
        const shown = program.languages.includes(language) ? language : program.language;
        const { title, summary, authority } = programHeader(program, shown);
        const entry = { id, href: formAddress(id), title, summary: summary ? plainText(summary) : '', authority };
        return { ...entry, languages: program.languages };
      })
      .filter(({ id, title, summary, authority }) => {
        const haystack = normalise(`${title} ${summary} ${authority ?? ''} ${id}`);
        return words.every((word) => haystack.includes(word));
      })
      .sort((left, right) => left.title.localeCompare(right.title, language));
    const summary = context.config.settings.city?.summary;
    const lead = summary === undefined ? {} : { lead: textIn(summary, language) };
    const body = pages.cataloguePage({ texts, action: '/', forms, query, ...lead });
    return portal.send(request, reply, { language, title: texts('catalogue.title'), body });
  });
  app.get('/formulare', hide, async (_request, reply) => reply.redirect('/', 301));

  for (const [path, page, key] of cityPages) {
    app.get(path, hide, async (request, reply) => {
      const language = portal.languageOf(request);
      const texts = portal.texts(language);
      const title = texts(key);
      const body = pages.textPage({ texts, title, text: cityTexts(page, language) });
      return portal.send(request, reply, { language, title, body });
    });
  }
}

/** So that "Strasse" finds "Straße" and "ÄMTER" finds "Ämter". */
function normalise(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
