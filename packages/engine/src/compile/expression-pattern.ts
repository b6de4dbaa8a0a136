import type { Expression } from '../expression/tree.ts';

/**
 * What is wrong with a pattern of the language (`pattern`, `matches`): a JavaScript pattern with the `u` flag, written
 * `^(?:…)$`. `undefined` if nothing is; whether it runs in linear time is the checker's question.
 */
export function patternFault(source: string): string | undefined {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : 'it is not valid';
  }
  return isAnchored(source) ? undefined : 'it is not written ^(?:…)$, so it would match a part of the text';
}

/** Whether one group that opens at the start closes at the end: `^(?:a)|(?:b)$` is none. */
function isAnchored(source: string): boolean {
  if (!source.startsWith('^(?:') || !source.endsWith(')$')) return false;
  const last = source.length - 2;
  let open = 0;
  let inClass = 0;
  for (let index = 1; index <= last; index++) {
    const character = source[index];
    if (character === '\\') index++;
    else if (character === '[') inClass = 1;
    else if (character === ']') inClass = 0;
    else if (inClass === 0 && character === '(') open++;
    else if (inClass === 0 && character === ')') open--;
    if (open === 0) return index === last;
  }
  return false;
}

/** The patterns of all `matches` in a checked expression, for the check that they run in linear time. */
export function patternsOf(tree: Expression): string[] {
  const found: string[] = [];
  const collect = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (part[0] === 'call' && part[1] === 'matches') {
      const pattern: unknown = part[2]?.[1]?.[1];
      if (typeof pattern === 'string') found.push(pattern);
    }
    for (const inner of part) collect(inner);
  };
  collect(tree);
  return found;
}
