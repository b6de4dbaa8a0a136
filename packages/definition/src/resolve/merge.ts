import type { Build } from './build.ts';
import { combine, keywordOf } from './keywords.ts';
import type { OptionPiece, Piece, SchemaPiece } from './piece.ts';

/**
 * What `$ref` leads to (base) with what stands beside it (use): annotations of the use replace, constraints both hold,
 * `properties` merge by name in the order of the base, new ones behind; checks and messages add up by id and name.
 */
export function mergePieces(build: Build, base: SchemaPiece, use: SchemaPiece): SchemaPiece {
  return {
    place: use.place,
    keywords: mergeKeywords(build, base.keywords, use.keywords),
    options:
      base.options && use.options ? mergeOptions(build, base.options, use.options) : (use.options ?? base.options),
    optionsPlace: use.optionsPlace ?? base.optionsPlace,
    checks: [
      ...base.checks.filter(({ value }) => !use.checks.some((other) => other.value.id === value.id)),
      ...use.checks,
    ],
    review: [...base.review, ...use.review],
    messages: new Map([...base.messages, ...use.messages]),
    properties: mergeProperties(build, base.properties, use.properties),
    propertiesPlace: use.propertiesPlace ?? base.propertiesPlace,
    items: base.items && use.items ? mergePieces(build, base.items, use.items) : (use.items ?? base.items),
  };
}

function mergeKeywords(
  build: Build,
  base: ReadonlyMap<string, Piece>,
  use: ReadonlyMap<string, Piece>,
): Map<string, Piece> {
  const merged = new Map(base);
  for (const [name, piece] of use) {
    const keyword = keywordOf(name);
    const other = base.get(name);
    if (!keyword?.both || !other) {
      merged.set(name, piece);
      continue;
    }
    const value = combine(keyword, other.value, piece.value);
    if (value === undefined) {
      build.report('ref-conflict', piece.place.origin, { keyword: name, base: other.place.origin.file });
      merged.set(name, piece);
    } else {
      merged.set(name, value === other.value ? other : { ...piece, value });
    }
  }
  return merged;
}

function mergeProperties(
  build: Build,
  base: ReadonlyMap<string, SchemaPiece> | undefined,
  use: ReadonlyMap<string, SchemaPiece> | undefined,
): Map<string, SchemaPiece> | undefined {
  if (!base || !use) return base || use ? new Map(use ?? base) : undefined;
  const merged = new Map(base);
  for (const [name, piece] of use) {
    const other = base.get(name);
    merged.set(name, other ? mergePieces(build, other, piece) : piece);
  }
  return merged;
}

/** The use's options, which must be among the base's: they narrow, order and reword them. */
export function mergeOptions(
  build: Build,
  base: readonly OptionPiece[],
  use: readonly OptionPiece[],
): readonly OptionPiece[] {
  const known = new Set(base.map(({ value }) => value.const));
  return use.filter(({ value, place }) => {
    if (known.has(value.const)) return true;
    build.report('option-unknown', place.origin, { value: value.const });
    return false;
  });
}
