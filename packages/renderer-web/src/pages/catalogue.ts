import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import { searchIcon } from '../parts/icons.ts';
import type { Ui } from '../ui.ts';

export interface CatalogueEntry {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** One or two sentences, plain text. */
  readonly summary: string;
  readonly languages?: readonly string[] | undefined;
  readonly authority?: string | undefined;
}

export interface CatalogueContext extends Ui {
  /** The forms that fit the search, in their order. */
  readonly forms: readonly CatalogueEntry[];
  readonly query?: string | undefined;
  /** Heading; default "Formulare". */
  readonly title?: string | undefined;
  readonly lead?: string | undefined;
}

/** All forms, a search on top: it is a GET form, so that results have addresses. */
export function cataloguePage(context: CatalogueContext): TemplateResult {
  const { t, forms } = context;
  const query = (context.query ?? '').trim();
  const count = forms.length;
  return html`<div class="page page--wide catalogue">
    <div class="catalogue__head">
      <h1 class="heading" id=${headingId} tabindex="-1">${context.title ?? t('catalogue.title')}</h1>
      <p class="lead">${context.lead ?? t('catalogue.lead')}</p>
      <form class="search" role="search" method="get" action=${context.action}>
        <label class="label" for="suche">${t('catalogue.search')}</label>
        <div class="search__line">
          <input class="input search__input" id="suche" type="search" name="q" value=${query} autocomplete="off" enterkeyhint="search" />
          <button class="button search__button" type="submit">${searchIcon()}<span>${t('catalogue.submit')}</span></button>
        </div>
      </form>
    </div>
    <div class="catalogue__count">
      <h2>${query === '' ? t('catalogue.count', { count }) : t('catalogue.found', { count, query })}</h2>
      ${query === '' ? nothing : html`<a href=${context.action}>${t('catalogue.clear')}</a>`}
    </div>
    ${
      count === 0
        ? html`<p>${t('catalogue.none-text')}</p>`
        : html`<ul class="catalogue__list">${forms.map((form) => html`<li>${entryTemplate(form, context)}</li>`)}</ul>`
    }
  </div>`;
}

function entryTemplate(form: CatalogueEntry, { t }: CatalogueContext): TemplateResult {
  const languages = (form.languages ?? []).map((language) => t.languageName(language)).join(', ');
  const facts = [t('catalogue.online'), form.authority, languages].filter((fact) => fact !== undefined && fact !== '');
  return html`<article class="card service">
    <h3 class="service__title"><a href=${form.href}>${form.title}</a></h3>
    <p class="service__summary">${form.summary}</p>
    <p class="service__facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
  </article>`;
}

export const catalogueStyles = css`
  .catalogue { padding-block-start: var(--space-7); }
  .catalogue__head { max-inline-size: var(--column); }
  .search { margin-block-start: var(--space-6); }
  .search__line { display: flex; gap: 12px; margin-block-start: 8px; }
  .search__input.input { flex: 1; min-inline-size: 0; block-size: 56px; font-size: 20px; }
  .search__button { min-block-size: 56px; gap: 10px; }
  .catalogue__count { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px 24px; margin-block: var(--space-8) var(--space-5); }
  .catalogue__count h2 { margin: 0; font-size: 20px; line-height: 28px; }
  .catalogue__list { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; margin: 0; padding: 0; list-style: none; }
  .catalogue__list > li { display: grid; }
  .service { position: relative; display: flex; flex-direction: column; padding: 24px; transition: border-color 120ms; }
  .service:hover { border-color: var(--action); }
  .service__title { margin: 0 0 8px; font-size: 20px; line-height: 28px; }
  .service__title a::after { content: ''; position: absolute; inset: 0; border-radius: var(--card-radius); }
  .service__title a:focus-visible { outline: none; box-shadow: none; }
  .service__title a:focus-visible::after { outline: 3px solid var(--focus-outer); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-inner); }
  .service__summary { margin: 0 0 16px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
  .service__facts { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: auto 0 0; color: var(--muted); font-size: 16px; line-height: 24px; }
  @media (min-width: 768px) { .catalogue__list { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  @media (max-width: 575px) { .search__button span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); } .search__button { padding-inline: 18px; } }
`;
