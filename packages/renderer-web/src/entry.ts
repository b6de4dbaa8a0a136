import type { JsonValue } from '@schalter/definition';

/** What stands in a text input, trimmed; nothing is `null`. */
export function readText(entered: readonly string[]): JsonValue {
  const text = (entered[0] ?? '').trim().normalize('NFC');
  return text === '' ? null : text;
}

/** Lines as JSON keeps them: a posted form has `\r\n`. */
export function readLines(entered: readonly string[]): JsonValue {
  const text = (entered[0] ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC');
  return text === '' ? null : text;
}
