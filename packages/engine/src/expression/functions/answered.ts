import { isGroup, isList, isMadeList } from '../lists.ts';
import type { Value } from '../tree.ts';
import type { ProfileFunction } from './function.ts';

function isAnswered(value: Value): boolean {
  if (isGroup(value) || isList(value)) return value.answered();
  if (isMadeList(value)) return value.some(isAnswered);
  return value !== null && value !== undefined;
}

/** A leaf that is not null (`false` and `0` count), a group or list with an answered leaf inside. Never unknown. */
export const answered: ProfileFunction = {
  decides: true,
  run: ([value]) => isAnswered(value),
};

/** The first argument, or the second where the first is unanswered or unknown. */
export const or: ProfileFunction = {
  decides: true,
  run: ([value, fallback]) => value ?? fallback,
};
