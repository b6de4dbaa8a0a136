import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit/html.js';

/**
 * A template as plain HTML: everything escaped, none of lit's comments. Same input, same text.
 * @throws whatever a template throws; asynchronous directives are not for here
 */
export function renderToString(template: TemplateResult): string {
  return tidy(collectResultSync(render(template)));
}

/**
 * lit-ssr marks where values stand, for hydration; nothing is hydrated here. Values are escaped before this runs, so a
 * `<` in the text is always ours and no value can look like a mark or a tag.
 */
function tidy(marked: string): string {
  return (
    marked
      .replaceAll(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, '')
      // The content of a textarea can't be bound in templates that run in browsers too: it travels in an attribute.
      // A newline after the tag is dropped by parsers, so that one of the value stays.
      .replaceAll(/<textarea([^>]*?)\sdata-text="([^"]*)"([^>]*)><\/textarea>/g, '<textarea$1$3>\n$2</textarea>')
      .replaceAll(/<[a-z][^>]*>/g, tidyTag)
      .replaceAll(/>\s*\n\s*</g, '>\n<')
  );
}

/** Runs of white space between attributes, as templates leave them; never inside quotes. */
function tidyTag(tag: string): string {
  return (
    tag
      .replaceAll(/"[^"]*"|\s+(?=\/?>)|\s+/g, (part) => {
        if (part.startsWith('"')) return part;
        return ' ';
      })
      // Parts are for what stands in a shadow root.
      .replaceAll(/ part="[^"]*"/g, '')
      .replace(/ (\/?>)$/, (_, end: string) => (end === '/>' ? ' />' : '>'))
      .replaceAll(/ class="([^"]*)"/g, (whole, value: string) => {
        const names = value.trim().replaceAll(/\s+/g, ' ');
        return names === '' ? '' : names === value ? whole : ` class="${names}"`;
      })
  );
}
