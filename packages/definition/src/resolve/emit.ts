import type { FieldSchema } from '../form.generated.ts';
import { own } from '../guard.ts';
import { joinPointer } from '../pointer.ts';
import type { Origin } from '../resolved.ts';
import { unitKind } from '../unit.ts';
import type { Build } from './build.ts';
import { keywordOf } from './keywords.ts';
import type { OptionPiece, Piece, Place, SchemaPiece } from './piece.ts';

/** What the resolved form knows about its parts; see `ResolvedForm`. */
export interface Ledger {
  readonly texts: Record<string, string>;
  readonly keys: Record<string, string>;
  readonly origins: Record<string, Origin>;
}

/**
 * Writes a subschema at `pointer` of the resolved form and notes texts, keys and origins.
 * @param expected where the node would come from if nothing is noted for it
 */
export function emitPiece(
  build: Build,
  ledger: Ledger,
  piece: SchemaPiece,
  pointer: string,
  expected: Origin,
): FieldSchema {
  noteOrigin(ledger, pointer, piece.place.origin, expected);
  const { origin } = piece.place;
  const below = (path: string): Origin => ({ file: origin.file, at: origin.at + path });
  const schema: { [keyword: string]: unknown } = {};

  for (const [name, { value, place }] of piece.keywords) {
    const at = joinPointer(pointer, name);
    noteOrigin(ledger, at, place.origin, below(joinPointer('', name)));
    schema[name] =
      keywordOf(name)?.text && typeof value === 'string' && isTranslated(name, value)
        ? noteText(ledger, at, place, `${place.key}#${name}`, value)
        : value;
  }
  const options = finishOptions(build, piece);
  if (options) {
    const at = `${pointer}/oneOf`;
    const place = piece.optionsPlace ?? piece.keywords.get('enum')?.place ?? piece.place;
    noteOrigin(ledger, at, place.origin, below('/oneOf'));
    schema.oneOf = options.map((option, index) => emitOption(ledger, option, `${at}/${index}`, place.origin, index));
    delete schema.enum;
  }
  if (piece.properties) {
    const at = `${pointer}/properties`;
    const place = piece.propertiesPlace ?? piece.place;
    noteOrigin(ledger, at, place.origin, below('/properties'));
    const properties: { [name: string]: FieldSchema } = {};
    for (const [name, property] of piece.properties) {
      const there = { file: place.origin.file, at: joinPointer(place.origin.at, name) };
      properties[name] = emitPiece(build, ledger, property, joinPointer(at, name), there);
    }
    schema.properties = properties;
  }
  if (piece.items) schema.items = emitPiece(build, ledger, piece.items, `${pointer}/items`, below('/items'));
  if (piece.messages.size > 0) schema.messages = emitMessages(ledger, piece, pointer, below);
  if (piece.checks.length > 0) {
    schema.checks = piece.checks.map((check, index) => emitCheck(ledger, check, `${pointer}/checks/${index}`, below));
  }
  if (piece.review.length > 0) {
    schema.review = piece.review.map(({ value, place }, index) => {
      noteOrigin(ledger, `${pointer}/review/${index}`, place.origin, below(`/review/${index}`));
      return value;
    });
  }
  // Every keyword was tested for its shape when it was read.
  return schema as FieldSchema;
}

/** Notes where a node was written, unless that follows from the node around it. */
export function noteOrigin(ledger: Ledger, pointer: string, origin: Origin, expected: Origin): void {
  if (origin.file !== expected.file || origin.at !== expected.at) ledger.origins[pointer] = origin;
}

/** Notes a text under its key. Blocks and lists in another language give theirs in the form's where they have it. */
export function noteText(ledger: Ledger, pointer: string, place: Place, key: string, text: string): string {
  const { translated } = place;
  const found = translated && own(own(translated.texts, key.slice(translated.prefix.length)), 'text');
  const said = typeof found === 'string' ? found : text;
  ledger.keys[pointer] = key;
  ledger.texts[key] = said;
  return said;
}

/** Codes of currencies and measures are the same in every language. */
function isTranslated(name: string, value: string): boolean {
  return name !== 'unit' || unitKind(value) === 'text';
}

/** `enum` beside options narrows them; alone it is a choice whose constants are their own titles. */
function finishOptions(build: Build, { keywords, options, place }: SchemaPiece): readonly OptionPiece[] | undefined {
  const narrowed = keywords.get('enum');
  if (!narrowed || !Array.isArray(narrowed.value)) return options;
  const constants: readonly (string | number | boolean)[] = narrowed.value;
  if (!options) {
    return constants.map((constant, index) => ({
      value: { const: constant, title: String(constant) },
      place: { ...place, origin: { file: narrowed.place.origin.file, at: `${narrowed.place.origin.at}/${index}` } },
      titleKey: `${narrowed.place.key}#option:${constant}`,
      descriptionKey: `${narrowed.place.key}#optionDescription:${constant}`,
    }));
  }
  for (const [index, constant] of constants.entries()) {
    if (options.some(({ value }) => value.const === constant)) continue;
    const { file, at } = narrowed.place.origin;
    build.report('option-unknown', { file, at: `${at}/${index}` }, { value: constant });
  }
  return options.filter(({ value }) => constants.includes(value.const));
}

function emitOption(ledger: Ledger, option: OptionPiece, pointer: string, list: Origin, index: number): object {
  noteOrigin(ledger, pointer, option.place.origin, { file: list.file, at: `${list.at}/${index}` });
  const { title, description, ...rest } = option.value;
  const text = typeof title === 'string' ? title : String(rest.const);
  return {
    ...rest,
    title: noteText(ledger, `${pointer}/title`, option.place, option.titleKey, text),
    ...(typeof description === 'string'
      ? { description: noteText(ledger, `${pointer}/description`, option.place, option.descriptionKey, description) }
      : {}),
  };
}

function emitMessages(
  ledger: Ledger,
  piece: SchemaPiece,
  pointer: string,
  below: (path: string) => Origin,
): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const [name, { value, place }] of piece.messages) {
    const path = joinPointer('/messages', name);
    noteOrigin(ledger, pointer + path, place.origin, below(path));
    messages[name] = noteText(ledger, pointer + path, place, `${place.key}#message:${name}`, value);
  }
  return messages;
}

/** A check with its message noted; also used for the checks of steps and of the form. */
export function emitCheck(
  ledger: Ledger,
  { value, place }: Piece<{ readonly [name: string]: unknown; readonly id: string }>,
  pointer: string,
  below: (path: string) => Origin,
): object {
  noteOrigin(ledger, pointer, place.origin, below(pointer.slice(pointer.lastIndexOf('/checks/'))));
  const { message, ...rest } = value;
  if (typeof message !== 'string') return value;
  return { ...rest, message: noteText(ledger, `${pointer}/message`, place, `${place.key}#check:${value.id}`, message) };
}
