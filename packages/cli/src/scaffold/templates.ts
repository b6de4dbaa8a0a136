import { printJson, textHash } from '@schalter/definition';
import { type Asset, assetsIn } from './assets.ts';

/** Forms to begin with, by name: what each is good for. */
export const templates = {
  empty: 'one question',
  registration: 'a registration: a choice, a person, how to reach them',
  application: 'an application: a person with address, a proof to upload, a fee that is computed and paid',
  appointment: 'an appointment: what it is about, a free slot, how to reach the person',
  survey: 'a survey without names: choices, several at once, a remark',
} as const;

export type Template = keyof typeof templates;

/** What a new form is called, in its own language and in English. */
export interface Titles {
  readonly title?: string;
  readonly titleEn?: string;
}

/** The files of a new form. The template's own title is never left as the translation of another one. */
export function fromTemplate(template: Template, id: string, { title, titleEn }: Titles): Asset[] {
  return assetsIn(`templates/${template}`).map((asset) => {
    if (asset.path === 'form.json') {
      const said = title === undefined ? {} : { title: plain(title) };
      return { ...asset, text: printJson({ ...JSON.parse(asset.text), id, ...said }) };
    }
    if (title === undefined || !asset.path.startsWith('locales/')) return asset;
    const { 'form#title': _, ...texts } = JSON.parse(asset.text);
    const translated =
      titleEn === undefined ? {} : { 'form#title': { text: plain(titleEn), source: textHash(plain(title)) } };
    return { ...asset, text: printJson({ ...translated, ...texts }) };
  });
}

/** Two braces would begin an expression. */
function plain(text: string): string {
  return text.replaceAll('{{', '\\{{');
}
