import type { Environment } from '../expression/tree.ts';

const nobody = { kind: 'group' as const, get: () => null, answered: () => false };

/** What expressions see before anybody has answered anything: for texts that are read outside of a session. */
export const unanswered: Environment = {
  root: () => nobody,
  self: () => nobody,
  item: () => null,
  index: () => 0,
  define: () => undefined,
  today: () => '',
};
