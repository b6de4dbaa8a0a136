import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTexts, renderDocument, type Texts } from '@schalter/renderer-web/html';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ServerConfig, textIn } from '../config/config.ts';
import { pathOf } from '../http/security.ts';

type Body = Parameters<typeof renderDocument>[0]['body'];

export interface PortalPage {
  readonly status?: number;
  readonly language: string;
  /** Of the window. */
  readonly title: string;
  readonly body: Body;
  /** Languages the page can be had in; default those of the portal. */
  readonly languages?: readonly string[];
  /** The page holds a form: it loads the script, and the language switch posts what was typed. */
  readonly form?: boolean;
}

/** The frame of all pages: city, languages, links. */
export interface Portal {
  /** The language to show: asked for by `?lang=`, remembered, or German. */
  languageOf(request: FastifyRequest, offered?: readonly string[]): string;
  texts(language: string): Texts;
  send(request: FastifyRequest, reply: FastifyReply, page: PortalPage): FastifyReply;
}

/** Languages the portal itself speaks, German first. */
export const portalLanguages: readonly string[] = ['de', 'en'];

/** What every page shows first. */
const firstFonts = ['fonts/fira-sans-latin-400-normal.woff2', 'fonts/fira-sans-latin-600-normal.woff2'];
const languageCookie = 'schalter-language';
const defaultCity = 'Stadt Musterstadt';

/** @param assets folder of the built `<schalter-form>`; where it is missing, pages work without script and style */
export function createPortal(config: ServerConfig, assets: string | undefined): Portal {
  const stylesheet = assets && addressOf(assets, 'styles.css');
  const script = assets && addressOf(assets, 'schalter-form.js');
  const icon = assets && addressOf(assets, 'icon.svg');
  const preload = assets
    ? firstFonts.filter((name) => existsSync(join(assets, name))).map((name) => `/assets/${name}`)
    : [];
  return {
    languageOf(request, offered = portalLanguages) {
      const asked = queryOf(request).get('lang');
      const wanted = [asked, request.cookies[languageCookie], 'de'];
      return wanted.find((language) => language != null && offered.includes(language)) ?? offered[0] ?? 'de';
    },
    texts: createTexts,
    send(request, reply, { status = 200, language, title, body, languages = portalLanguages, form = false }) {
      if (queryOf(request).has('lang')) {
        reply.setCookie(languageCookie, language, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 });
      }
      const page = renderDocument({
        language,
        title,
        body,
        city: textIn(config.settings.city?.name ?? defaultCity, language),
        stylesheets: stylesheet ? [stylesheet] : [],
        scripts: form && script ? [script] : [],
        languages: languages.map((one) => ({ language: one, href: withLanguage(request, one) })),
        switchPosts: form,
        icon,
        preload,
        theme: config.settings.theme,
      });
      return reply.status(status).header('content-language', language).type('text/html; charset=utf-8').send(page);
    },
  };
}

/** Query of a request, repeated names and all. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  const start = request.url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : request.url.slice(start + 1));
}

function withLanguage(request: FastifyRequest, language: string): string {
  const query = queryOf(request);
  query.set('lang', language);
  return `${pathOf(request)}?${query}`;
}

/** The address changes with the content, so that browsers may keep the file. */
function addressOf(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  // Chunks import the script by its plain address: a second one would run it twice.
  if (name.endsWith('.js')) return `/assets/${name}`;
  return `/assets/${name}?v=${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)}`;
}
