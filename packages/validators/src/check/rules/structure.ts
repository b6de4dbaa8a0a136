import { type CheckContext, type Rule, report } from '../context.ts';
import { below, elements, member } from '../place.ts';
import { visitSchemas } from '../schemas.ts';
import { faultsOf } from '../structure/faults.ts';
import { refusedKeywords, refusedOnGroups } from '../structure/refused.ts';
import { structureErrors } from '../structure/schema.ts';

/**
 * Every file has the shape that the schema of the form language describes: misspelt, missing and misplaced keywords,
 * values that are not possible, keywords of JSON Schema that the language does without.
 */
export const structure: Rule = {
  name: 'structure',
  isLanguage: true,
  run(context) {
    const settled = refuseOnGroups(context);
    for (const { kind, file, content } of context.files) {
      for (const { at, code, params } of faultsOf(structureErrors(kind, content))) {
        if (!isSettled(settled, file, at)) report(context, code, { file, at }, params);
      }
    }
  },
};

/** Refuses keywords that belong to single values where they stand on groups; answers where. */
function refuseOnGroups(context: CheckContext): ReadonlySet<string> {
  const settled = new Set<string>();
  visitSchemas(context, (schema, place) => {
    const refuse = (keyword: string) => {
      const at = below(place, keyword);
      settled.add(`${at.file}#${at.at}`);
      report(context, 'keyword-refused', at, { keyword, instead: refusedKeywords[keyword] ?? '' });
    };
    if (Array.isArray(member(schema, 'type'))) refuse('type');
    const isGroup = member(schema, 'type') === 'object' || member(schema, 'properties') !== undefined;
    const describesGroups = (keyword: string) =>
      elements(member(schema, keyword)).some(
        (branch) => member(branch, 'properties') !== undefined || member(branch, '$ref') !== undefined,
      );
    for (const keyword of refusedOnGroups) {
      if (member(schema, keyword) !== undefined && (isGroup || describesGroups(keyword))) refuse(keyword);
    }
    // The rules `references` and `constants` say more about these.
    settled.add(`${place.file}#${place.at}/$ref`);
    elements(member(schema, 'oneOf')).forEach((option, index) => {
      if (typeof member(option, 'const') === 'string') settled.add(`${place.file}#${place.at}/oneOf/${index}/const`);
    });
  });
  for (const { kind, file, content } of context.files) {
    if (kind !== 'list') continue;
    elements(member(content, 'entries')).forEach((entry, index) => {
      if (typeof member(entry, 'const') === 'string') settled.add(`${file}#/entries/${index}/const`);
    });
  }
  return settled;
}

/** Whether a place, or one around it, was reported already. */
function isSettled(settled: ReadonlySet<string>, file: string, at: string): boolean {
  for (let path = at; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    if (settled.has(`${file}#${path}`)) return true;
  }
  return false;
}
