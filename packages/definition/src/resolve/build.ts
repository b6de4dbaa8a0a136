import { elements, isDangerousName, isObject, isScalar, type Loose, own } from '../guard.ts';
import type { Library } from '../library.ts';
import { joinPointer } from '../pointer.ts';
import { keywordOf } from './keywords.ts';
import { listOptions } from './list-options.ts';
import { mergeOptions, mergePieces } from './merge.ts';
import { emptyPiece, inside, type OptionPiece, type Place, type SchemaPiece } from './piece.ts';
import { findTarget } from './references.ts';
import type { Report } from './report.ts';

/** Deeper answers than this are refused: nobody fills them in. */
export const deepest = 40;
/** More subschemas than this are refused: a few lines of nested `$defs` could make millions. */
export const mostPieces = 20_000;

/** What is the same for a whole form. */
export interface Build {
  readonly library: Library;
  readonly language: string;
  readonly report: Report;
  /** Subschemas so far. */
  count: number;
}

/** The file a subschema stands in: what `#/$defs/…` means there. */
export interface Scope {
  /** The root schema of the file. */
  readonly root: unknown;
  readonly place: Place;
  /** References that led here, to find cycles. */
  readonly trail: readonly string[];
  readonly depth: number;
}

/** Reads a subschema with all it refers to. Never fails: what is wrong is reported and left out. */
export function buildPiece(build: Build, schema: unknown, place: Place, scope: Scope): SchemaPiece {
  const piece = emptyPiece(place);
  build.count += 1;
  if (scope.depth > deepest) {
    build.report('data-too-deep', place.origin, { limit: deepest });
    return piece;
  }
  if (build.count > mostPieces) {
    if (build.count === mostPieces + 1) build.report('data-too-large', place.origin, { limit: mostPieces });
    return piece;
  }
  if (!isObject(schema)) return piece;
  readKeywords(build, piece, schema);
  readParts(build, piece, schema, scope);
  const reference = own(schema, '$ref');
  if (typeof reference !== 'string') return piece;
  const target = findTarget(build, reference, inside(place, '/$ref'), scope);
  if (!target) return piece;
  return mergePieces(build, buildPiece(build, target.schema, target.place, target.scope), piece);
}

function readKeywords(build: Build, piece: SchemaPiece, schema: Loose): void {
  const { place } = piece;
  for (const [name, value] of Object.entries(schema)) {
    const keyword = keywordOf(name);
    if (keyword?.shape(value)) piece.keywords.set(name, { value, place: inside(place, joinPointer('', name)) });
  }
  if (own(schema, '$defs') !== undefined && !/^(?:\/data|\/schema)$/.test(place.origin.at)) {
    build.report('defs-misplaced', inside(place, '/$defs').origin);
  }
  piece.checks = elements(own(schema, 'checks')).flatMap((check, index) =>
    isObject(check) && typeof check.id === 'string'
      ? [{ value: { ...check, id: check.id }, place: inside(place, `/checks/${index}`) }]
      : [],
  );
  piece.review = elements(own(schema, 'review')).flatMap((value, index) =>
    isObject(value) ? [{ value, place: inside(place, `/review/${index}`) }] : [],
  );
  const messages = own(schema, 'messages');
  for (const [name, value] of isObject(messages) ? Object.entries(messages) : []) {
    if (typeof value !== 'string' || isDangerousName(name)) continue;
    piece.messages.set(name, { value, place: inside(place, joinPointer('/messages', name)) });
  }
}

function readParts(build: Build, piece: SchemaPiece, schema: Loose, scope: Scope): void {
  const { place } = piece;
  const below: Scope = { ...scope, depth: scope.depth + 1 };
  const properties = own(schema, 'properties');
  if (isObject(properties)) {
    piece.propertiesPlace = inside(place, '/properties');
    piece.properties = new Map();
    for (const [name, property] of Object.entries(properties)) {
      const at = inside(place, joinPointer('/properties', name), joinPointer(place.key, name));
      if (isDangerousName(name)) build.report('name-dangerous', at.origin, { name });
      else piece.properties.set(name, buildPiece(build, property, at, below));
    }
  }
  const items = own(schema, 'items');
  if (isObject(items)) piece.items = buildPiece(build, items, inside(place, '/items', `${place.key}/*`), below);

  const written = own(schema, 'oneOf');
  if (Array.isArray(written)) {
    piece.optionsPlace = inside(place, '/oneOf');
    piece.options = written.flatMap((option, index) => readOption(option, inside(place, `/oneOf/${index}`)));
  }
  const reference = own(schema, 'options');
  if (typeof reference !== 'string') return;
  const listed = listOptions(build, reference, inside(place, '/options'));
  if (!listed) return;
  piece.options = piece.options ? mergeOptions(build, listed.options, piece.options) : listed.options;
  piece.optionsPlace ??= listed.place;
}

function readOption(option: unknown, place: Place): readonly OptionPiece[] {
  const constant = own(option, 'const');
  if (!isObject(option) || !isScalar(constant)) return [];
  return [
    {
      value: { ...option, const: constant },
      place,
      titleKey: `${place.key}#option:${constant}`,
      descriptionKey: `${place.key}#optionDescription:${constant}`,
    },
  ];
}
