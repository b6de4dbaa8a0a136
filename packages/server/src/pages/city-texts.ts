import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseMarkdown, SchalterError, type TextTree } from '@schalter/definition';
import { type LocalText, type ServerConfig, textIn } from '../config/config.ts';
import { exampleTexts } from './example-texts.ts';

export type CityPage = 'imprint' | 'privacy' | 'accessibility';

/** Imprint, privacy and accessibility statement in a language, from the configuration or the examples. */
export type CityTexts = (page: CityPage, language: string) => TextTree;

/**
 * Reads the city's texts: Markdown in the configuration, or files beside it.
 * @throws SchalterError `config-unreadable`
 */
export function readCityTexts(config: ServerConfig): CityTexts {
  const trees = new Map<string, TextTree>();
  const read = (page: CityPage, language: string): TextTree => {
    const configured = config.settings.pages?.[page];
    const text =
      configured === undefined ? textIn(exampleTexts[page], language) : markdownOf(config, configured, language);
    // Nothing is interpolated here: there are no answers on these pages.
    return withoutParts(text);
  };
  // Everything configured is read at start: a missing file is found then, not by a citizen.
  for (const page of ['imprint', 'privacy', 'accessibility'] as const) {
    for (const language of ['de', 'en']) trees.set(`${page}/${language}`, read(page, language));
  }
  return (page, language) => {
    const key = `${page}/${language}`;
    const tree = trees.get(key) ?? read(page, language);
    trees.set(key, tree);
    return tree;
  };
}

function markdownOf(config: ServerConfig, text: LocalText, language: string): string {
  const value = textIn(text, language);
  if (!/^[^\n]+\.md$/.test(value)) return value;
  const path = resolve(config.folder, value);
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new SchalterError('config-unreadable', { path, detail }, { cause });
  }
}

/** `{{` stands for itself in these texts. */
function withoutParts(text: string): TextTree {
  return parseMarkdown(text.replaceAll('{{', '{\u200b{')) as TextTree;
}
