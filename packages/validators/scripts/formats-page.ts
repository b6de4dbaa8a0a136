import { type Format, type FormatGroup, formatGroups } from '../src/formats/format.ts';
import { formats } from '../src/formats/index.ts';
import { problemTexts } from '../src/texts.ts';

const headings: Readonly<Record<FormatGroup, string>> = {
  time: 'Dates and times',
  contact: 'Ways to reach people',
  bank: 'Bank',
  organisation: 'Organisations',
  person: 'Persons',
  place: 'Places',
  thing: 'Things',
  text: 'Characters of a text',
};

/** How many examples of each kind the page shows; tests know more. */
const shown = 4;

/** The text of docs/formats.md. */
export function formatsPage(): string {
  return [
    '<!-- Made by `npm run generate` from packages/validators/src/formats/guide. Change these, not this page. -->',
    '',
    '# Formats',
    '',
    'What a text must look like: `"format": "<name>"` on a field of type `string`. An answer reaches its format trimmed and in',
    'Unicode NFC. Formats say how something is written, with check digits where there are any; whether it exists, only a register',
    'knows. A page loads the formats that its form uses, and no others.',
    '',
    '| format | answer | example |',
    '| --- | --- | --- |',
    ...formats.map(({ name, title, valid }) => `| [\`${name}\`](#${name}) | ${title.en} | ${code(valid[0])} |`),
    '',
    ...formatGroups.flatMap((group) => [
      `## ${headings[group]}`,
      '',
      ...formats.filter((format) => format.group === group).flatMap(section),
    ]),
  ].join('\n');
}

function section({ name, title, hint, source, valid, invalid }: Format): string[] {
  const message = (language: 'en' | 'de' | 'de-x-leicht') =>
    (problemTexts[language][`format:${name}`] ?? '').replace(/\{\{label\}\}/gu, '…');
  return [
    `### ${name}`,
    '',
    `${title.en}. ${hint.en}`,
    '',
    `- German: ${title.de}. ${hint.de}`,
    `- Source: ${source}`,
    `- Taken: ${valid.slice(0, shown).map(code).join(', ')}`,
    `- Refused: ${invalid.slice(0, shown).map(code).join(', ')}`,
    `- Message: ${message('en')}`,
    `- In German: ${message('de')}`,
    `- In Leichte Sprache: ${message('de-x-leicht')}`,
    '',
  ];
}

/** A text as code, line breaks and marks that nobody sees written as escapes. */
function code(text: string): string {
  const visible = text.replace(
    /[\n\t\u00a0\u00ad\u200b]|^\p{M}/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
  return `\`${visible}\``;
}
