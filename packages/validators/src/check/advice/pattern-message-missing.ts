import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** The engine can only say that a text does not match: what is expected, the author knows. */
export const patternMessageMissing: Advice = {
  code: 'pattern-message-missing',
  group: 'usability',
  field({ schema, isAsked, name, place }, say) {
    if (schema.pattern === undefined || !isAsked || schema.messages?.pattern !== undefined) return;
    say({ name }, { ...place, at: joinPointer(place.at, 'pattern') });
  },
};
