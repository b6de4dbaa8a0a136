import { originOf } from '@schalter/definition';
import { asJson } from '../files.ts';
import { below, member, members } from '../place.ts';
import type { AdvisedForm, AdvisedText } from './advice.ts';
import { isBuiltIn } from './advised-form.ts';

const markdownKinds = new Set(['summary', 'description', 'help', 'text', 'optionDescription']);

/** Every text of a form in its own language and in those it is translated into; a text that many use comes once. */
export function* advisedTexts({ resolved, source }: AdvisedForm): Generator<AdvisedText> {
  const seen = new Set<string>();
  for (const [pointer, key] of Object.entries(resolved.keys)) {
    const place = originOf(resolved, pointer);
    if (seen.has(key) || isBuiltIn(place)) continue;
    seen.add(key);
    const text = Object.hasOwn(resolved.texts, key) ? resolved.texts[key] : undefined;
    if (text !== undefined) yield textOf(key, text, resolved.form.language, place);
  }
  for (const [language, locale] of Object.entries(source.locales)) {
    for (const [key, entry] of members(asJson(locale))) {
      const text = member(entry, 'text');
      if (typeof text !== 'string') continue;
      yield textOf(key, text, language, below({ file: `locales/${language}.json`, at: '' }, key, 'text'));
    }
  }
}

function textOf(key: string, text: string, language: string, place: AdvisedText['place']): AdvisedText {
  const kind = /#([a-zA-Z]+)/u.exec(key)?.[1] ?? 'text';
  const isMarkdown = markdownKinds.has(kind);
  const plain = plainOf(text, isMarkdown);
  return {
    key,
    // Codes of a list have texts of their own kind: list:rassen@1#dackel.
    kind: key.startsWith('list:') && !key.includes('#title') ? 'option' : kind,
    text,
    plain,
    sentences: sentencesOf(plain),
    language,
    isMarkdown,
    place,
  };
}

/** Words as they are read: links by their text, list items and headings on lines of their own. */
function plainOf(text: string, isMarkdown: boolean): string {
  const filled = text.replace(/\{\{.*?\}\}/gsu, '…');
  if (!isMarkdown) return filled;
  return filled
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^ {0,3}(?:[-*+]|\d+[.)]|#{1,6}|>)\s+/gmu, '')
    .replace(/[*_`]{1,3}([^*_`]+)[*_`]{1,3}/gu, '$1')
    .replace(/^\|?[\s:|-]+\|?$/gmu, '')
    .replaceAll('|', '. ');
}

/** Ends of sentences that are none: `z. B.`, `Nr. 3`, `1. Mai`. */
const inner =
  /\b(?:z|u|d|i|o|bzw|ca|etc|evtl|ggf|Nr|Abs|Art|Str|St|Dr|Prof|vgl|inkl|max|min|usw|e\.g|i\.e|Mr|Mrs|No)\.$|\b\d{1,2}\.$|\b\p{L}\.$/u;

function sentencesOf(plain: string): string[] {
  const sentences: string[] = [];
  for (const line of plain.split(/\n+/u)) {
    let current = '';
    for (const part of line.split(/(?<=[.!?…])\s+/u)) {
      current = current === '' ? part : `${current} ${part}`;
      if (inner.test(current)) continue;
      if (current.trim() !== '') sentences.push(current.trim());
      current = '';
    }
    if (current.trim() !== '') sentences.push(current.trim());
  }
  return sentences;
}
