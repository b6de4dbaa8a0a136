import { own } from '../guard.ts';
import type { Library } from '../library.ts';
import { type Build, buildPiece } from './build.ts';
import { emitPiece, type Ledger } from './emit.ts';
import { blockPlace } from './references.ts';
import { createReport } from './report.ts';

/** The texts of a block in its own language: text key (`block:person/vorname#title`) → text. */
export function blockTexts(id: string, library: Library): Readonly<Record<string, string>> {
  const block = own(library.blocks, id);
  const schema = own(block, 'schema');
  const language = own(block, 'language') ?? 'de';
  const build: Build = { library, language: String(language), report: createReport(), count: 0 };
  const place = blockPlace(`block:${id}`, block, build.language);
  const ledger: Ledger = { texts: {}, keys: {}, origins: {} };
  emitPiece(
    build,
    ledger,
    buildPiece(build, schema, place, { root: schema, place, trail: [], depth: 0 }),
    '',
    place.origin,
  );
  return ledger.texts;
}
