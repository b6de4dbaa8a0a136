import { isObject, own } from '../guard.ts';
import { joinPointer } from '../pointer.ts';
import type { LocaleTexts } from '../resolved.ts';
import type { Build, Scope } from './build.ts';
import type { Place } from './piece.ts';

/** What a `$ref` leads to. */
export interface Target {
  readonly schema: unknown;
  readonly place: Place;
  readonly scope: Scope;
}

/** References one after the other, those of what is around included. */
const longestTrail = 100;

/**
 * Follows `block:<id>` and `#/$defs/<name>`. Everything else is refused: remote references are never fetched.
 * @param at the `$ref` itself
 */
export function findTarget(build: Build, reference: string, at: Place, scope: Scope): Target | undefined {
  const target = reference.startsWith('block:')
    ? findBlock(build, reference, at, scope)
    : findDefinition(build, reference, at, scope);
  if (!target) return undefined;
  const step = `${target.place.origin.file} ${target.place.origin.at}`;
  if (scope.trail.includes(step)) {
    const names = [...scope.trail.slice(scope.trail.indexOf(step)), step].map(nameOf);
    build.report('ref-cycle', at.origin, { cycle: names.join(' → ') });
    return undefined;
  }
  if (scope.trail.length >= longestTrail) {
    build.report('ref-too-long', at.origin, { limit: longestTrail });
    return undefined;
  }
  return { ...target, scope: { ...target.scope, trail: [...scope.trail, step], depth: scope.depth } };
}

function findBlock(build: Build, reference: string, at: Place, scope: Scope): Target | undefined {
  const id = reference.slice('block:'.length);
  const block = own(build.library.blocks, id);
  const schema = own(block, 'schema');
  if (!isObject(schema)) {
    const known = Object.keys(build.library.blocks).sort().join(', ');
    build.report('ref-unknown-block', at.origin, { id, known });
    return undefined;
  }
  const place = blockPlace(reference, block, build.language);
  return { schema, place, scope: { ...scope, root: schema, place } };
}

/** The root of a block's schema; its texts in the form's language where the block is written in another. */
export function blockPlace(key: string, block: unknown, language: string): Place {
  const place = { key, origin: { file: key, at: '/schema' } };
  const translated = own(own(block, 'locales'), language);
  if ((own(block, 'language') ?? 'de') === language || !isObject(translated)) return place;
  return { ...place, translated: { prefix: key, texts: translated as LocaleTexts } };
}

function findDefinition(build: Build, reference: string, at: Place, scope: Scope): Target | undefined {
  const name = /^#\/\$defs\/([^/~]+)$/.exec(reference)?.[1];
  if (name === undefined) {
    build.report('ref-refused', at.origin, { reference });
    return undefined;
  }
  const schema = own(own(scope.root, '$defs'), name);
  if (!isObject(schema)) {
    const defs = own(scope.root, '$defs');
    build.report('ref-unknown-definition', at.origin, {
      name,
      known: isObject(defs) ? Object.keys(defs).join(', ') : '–',
    });
    return undefined;
  }
  const { origin, key } = scope.place;
  const place: Place = {
    ...scope.place,
    key: key === '' ? `def:${name}` : `${key}/def:${name}`,
    origin: { file: origin.file, at: joinPointer(origin.at, '$defs', name) },
  };
  return { schema, place, scope };
}

/** `form.json /data/$defs/hund` → `#/$defs/hund`, `block:person /schema` → `block:person`. */
function nameOf(step: string): string {
  const [file = '', at = ''] = step.split(' ');
  const local = /\/\$defs\/.*$/.exec(at)?.[0];
  return local === undefined ? file : file === 'form.json' ? `#${local}` : `${file}#${local}`;
}
