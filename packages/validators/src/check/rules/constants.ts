import type { JsonValue } from '@schalter/definition';
import { type CheckContext, type Rule, report } from '../context.ts';
import { below, elements, member, type Place } from '../place.ts';
import { constraintsOf, visitSchemas } from '../schemas.ts';

/** Constants are as answers are: trimmed, in Unicode NFC, not empty. No answer could equal others. */
export const constants: Rule = {
  name: 'constants',
  run(context) {
    visitSchemas(context, (schema, place) => {
      for (const [constraint, at] of constraintsOf(schema, place)) {
        checkConstant(context, member(constraint, 'const'), below(at, 'const'));
        elements(member(constraint, 'enum')).forEach((value, index) => {
          checkConstant(context, value, below(at, 'enum', index));
        });
      }
      elements(member(schema, 'oneOf')).forEach((option, index) => {
        checkConstant(context, member(option, 'const'), below(place, 'oneOf', index, 'const'));
      });
    });
    for (const { kind, file, content } of context.files) {
      if (kind !== 'list') continue;
      elements(member(content, 'entries')).forEach((entry, index) => {
        checkConstant(context, member(entry, 'const'), { file, at: `/entries/${index}/const` });
      });
    }
  },
};

function checkConstant(context: CheckContext, value: JsonValue | undefined, place: Place): void {
  if (typeof value !== 'string' || !isUnusual(value)) return;
  report(context, 'constant-not-trimmed', place, { value: JSON.stringify(value) });
}

/** Whether a text is not written as answers are. */
export function isUnusual(text: string): boolean {
  return text === '' || text !== text.trim().normalize('NFC');
}
