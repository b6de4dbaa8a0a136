import { formats } from '../src/formats/index.ts';
import { postalCodes } from '../src/keywords/postal-codes.ts';

/**
 * The text of form.schema.json with the formats as they are (their names, and what editors say about each) and the
 * countries of `postalCode`. Everything else stays as it is written.
 */
export function withFormats(schema: string): string {
  const names = formats.map(({ name }) => name);
  const descriptions = formats.map(({ title, hint, valid }) => `${title.en}: ${valid[0]}. ${hint.en}`);
  const withCountries = schema.replace(
    /("postalCode": \{\n)( +)"enum": \[[^\]]*\]/u,
    (_, start: string, indent: string) => `${start}${indent}"enum": ${list([...postalCodes.keys()], indent)}`,
  );
  return withCountries.replace(
    /("format": \{\n)( +)"enum": \[[\s\S]*?\],\n(?: +"enumDescriptions": \[[\s\S]*?\n +\],\n)?/u,
    (_, start: string, indent: string) =>
      `${start}${indent}"enum": ${list(names, indent)},\n${indent}"enumDescriptions": ${list(descriptions, indent)},\n`,
  );
}

function list(texts: readonly string[], indent: string): string {
  return `[\n${texts.map((text) => `${indent}  ${JSON.stringify(text)}`).join(',\n')}\n${indent}]`;
}
