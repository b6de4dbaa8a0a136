import { formId } from '../ids.ts';
import { createTexts, type TextKey } from '../texts.ts';

// The page around the element, when it is one of ours: header and footer follow a change of language.

const switchSelector = '[data-schalter-language]';

/** Whether the page has a language switch of its own. */
export const hasLanguageSwitch = (): boolean => document.querySelector(switchSelector) !== null;

/** The language that a click on the page's switch asks for. */
export function languageClicked(event: Event): string | undefined {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>(switchSelector) : null;
  if (!target || target.hasAttribute('aria-current')) return undefined;
  return target.dataset.schalterLanguage;
}

/** Puts the frame's own texts and its switch into another language. Does nothing on pages that are not ours. */
export function translateFrame(language: string): void {
  const frame = document.querySelectorAll<HTMLElement>('[data-schalter-text]');
  if (frame.length === 0) return;
  const t = createTexts(language);
  document.documentElement.lang = language;
  document.documentElement.dir = t.direction;
  for (const element of frame) element.textContent = t(element.dataset.schalterText as TextKey);
  for (const item of document.querySelectorAll<HTMLElement>(switchSelector)) {
    const own = item.dataset.schalterLanguage ?? '';
    if ((own === language) !== item.hasAttribute('aria-current'))
      item.replaceWith(switchItem(own, own === language, item));
  }
}

function switchItem(language: string, current: boolean, old: HTMLElement): HTMLElement {
  const item = document.createElement(current ? 'span' : 'button');
  if (item instanceof HTMLButtonElement) {
    item.type = 'submit';
    item.className = 'link';
    item.name = 'do';
    item.value = `language:${language}`;
    item.setAttribute('form', formId);
  } else {
    item.setAttribute('aria-current', 'true');
    // The pressed button is gone with this: the focus stays in its place.
    if (document.activeElement === old) item.tabIndex = -1;
  }
  item.lang = language;
  item.dataset.schalterLanguage = language;
  item.textContent = old.textContent;
  if (item.tabIndex === -1) queueMicrotask(() => item.focus());
  return item;
}
