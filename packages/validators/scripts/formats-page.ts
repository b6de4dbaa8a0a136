import { type Format, type FormatGroup, formatGroups } from '../src/formats/format.ts';
import { formats } from '../src/formats/index.ts';
import { type KeywordGuide, keywordGuides } from '../src/keywords/guide.ts';
import { postalCodes } from '../src/keywords/postal-codes.ts';
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
    '# Formats and keywords of answers',
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
    '## Keywords',
    '',
    'What constrains an answer and is no keyword of JSON Schema. (`multipleOf` is one, but exact in decimals here: 0.07 is a multiple',
    'of 0.01.)',
    '',
    ...keywordGuides.flatMap(keywordSection),
    '## Countries of postalCode',
    '',
    'With an example of each. Countries without postal codes are missing.',
    '',
    [...postalCodes].map(([country, { example }]) => `${country} ${code(example)}`).join(' · '),
    '',
  ].join('\n');
}

function keywordSection({ name, code: problem, title, hint, example, source }: KeywordGuide): string[] {
  return [
    `### ${name}`,
    '',
    `${title.en}. ${hint.en}`,
    '',
    `- German: ${title.de}. ${hint.de}`,
    `- Example: ${code(JSON.stringify(example))}`,
    `- Source: ${source}`,
    ...messages(problem),
    '',
  ];
}

/** The problem's text in each language; where it depends on a number, that for several. */
function messages(problem: string): string[] {
  const text = (language: 'en' | 'de' | 'de-x-leicht') =>
    (problemTexts[language][problem] ?? problemTexts[language][`${problem}_other`] ?? '').replace(
      /\{\{[^}]*\}\}/gu,
      '…',
    );
  return [`- Message: ${text('en')}`, `- In German: ${text('de')}`, `- In Leichte Sprache: ${text('de-x-leicht')}`];
}

function section({ name, title, hint, source, valid, invalid }: Format): string[] {
  return [
    `### ${name}`,
    '',
    `${title.en}. ${hint.en}`,
    '',
    `- German: ${title.de}. ${hint.de}`,
    `- Source: ${source}`,
    `- Taken: ${valid.slice(0, shown).map(code).join(', ')}`,
    `- Refused: ${invalid.slice(0, shown).map(code).join(', ')}`,
    ...messages(`format:${name}`),
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
