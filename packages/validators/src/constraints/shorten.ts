import { SchalterError } from '@schalter/definition';
import { ranked } from '../runtime/failure.ts';
import { type Helper, requiredHelper } from './helpers.ts';

/** The script of validators: constants and one function per constraint, `check0`, `check1`, …, each giving ranked problems. */
export interface ShortScript {
  readonly code: string;
  readonly helpers: readonly Helper[];
}

/**
 * Turns what AJV writes (`lines: true`, all errors) into shorter script for pages. Its functions collect objects about
 * each failure and say yes or no; ours give the problems themselves, which are known when the code is made. Helpers are
 * named directly instead of being required. Only whole lines are read, and names only outside of texts, so that nothing
 * inside a form's texts can be mistaken for code.
 */
export function shorten(source: string): ShortScript {
  // AJV counts what it collects.
  const names = new Map([['errors', 'e.length']]);
  const helpers: Helper[] = [];
  const kept = source.split('\n').filter((line) => {
    const required = /^const (\w+) = require\("([^"\\]+)"\)(?:\.(\w+)|\["([^"\\]+)"\]);$/u.exec(line);
    if (required) {
      const [, variable = '', module = '', property, quoted] = required;
      const helper = requiredHelper(module, property ?? quoted ?? '');
      helpers.push(helper);
      names.set(variable, helper.name);
      return false;
    }
    const exported = /^export const (check\d+) = (\w+);$/u.exec(line);
    if (exported) names.set(exported[2] ?? '', exported[1] ?? '');
    return !exported && line !== '"use strict";' && line !== '';
  });
  const code = renamed(failuresAsProblems(kept.map(options)).join('\n'), names);
  // A newer AJV may write otherwise: better no module than one that fails in pages.
  if (/\b(?:vErrors|err\d+)\b/u.test(code.replace(text, '')))
    throw new SchalterError('constraint-unusable', { detail: 'AJV writes code that is not known' });
  return { code: withoutUnused(code), helpers };
}

const text = /("(?:[^"\\\n]|\\.)*")/gu;

/** A chain of comparisons with constants as one list of them. */
function options(line: string): string {
  const chain = /^if\(!(\(.*\))\)\{$/u.exec(line)?.[1];
  if (chain === undefined) return line;
  const pieces = [...chain.matchAll(/([()]+)|( \|\| )|(\w+) === (true|false|null|-?\d[\w.+-]*|"(?:[^"\\]|\\.)*")/gu)];
  const compared = pieces.filter((piece) => piece[3] !== undefined);
  const isWhole = pieces.map(([text]) => text).join('') === chain;
  const [first] = compared;
  if (!isWhole || compared.length < 2 || compared.some((piece) => piece[3] !== first?.[3])) return line;
  return `if(![${compared.map((piece) => piece[4]).join()}].includes(${first?.[3]})){`;
}

/** What AJV writes around its errors, as patterns of lines from a start on, and what stands for them. */
const replaced: readonly (readonly [lines: readonly RegExp[], text: (found: readonly RegExpExecArray[]) => string])[] =
  [
    [[/^function (\w+)\(data, \{.*\}=\{\}\)\{$/u], ([head]) => `function ${head?.[1]}(data){`],
    [[/^let vErrors = null;$/u, /^let errors = 0;$/u], () => 'const e=[];'],
    [
      [
        /^const (err\d+) = (\{.*\});$/u,
        /^if\(vErrors === null\)\{$/u,
        /^vErrors = \[err\d+\];$/u,
        /^\}$/u,
        /^else \{$/u,
        /^vErrors\.push\(err\d+\);$/u,
        /^\}$/u,
        /^errors\+\+;$/u,
      ],
      ([error]) => `e.push(${problemOf(error?.[2] ?? '')});`,
    ],
    [[/^const (_errs\d+) = errors;$/u], ([count]) => `const ${count?.[1]}=e.length;`],
    [[/^var (\w+) = (_errs\d+) === errors;$/u], ([same]) => `var ${same?.[1]}=${same?.[2]}===e.length;`],
    [
      [
        /^errors = (_errs\d+);$/u,
        /^if\(vErrors !== null\)\{$/u,
        /^if\(_errs\d+\)\{$/u,
        /^vErrors\.length = _errs\d+;$/u,
        /^\}$/u,
        /^else \{$/u,
        /^vErrors = null;$/u,
        /^\}$/u,
        /^\}$/u,
      ],
      ([count]) => `e.length=${count?.[1]};`,
    ],
    [[/^\w+\.errors = vErrors;$/u, /^return errors === 0;$/u], () => 'return e;'],
    [[/^\w+\.errors = null;$/u, /^return true;$/u], () => 'return [];'],
    [[/^else \{$/u], () => 'else{'],
  ];

function failuresAsProblems(lines: readonly string[]): string[] {
  const short: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let taken = 1;
    let text = lines[at] ?? '';
    for (const [patterns, write] of replaced) {
      const found = patterns
        .map((pattern, offset) => pattern.exec(lines[at + offset] ?? ''))
        .filter((one) => one !== null);
      if (found.length < patterns.length) continue;
      taken = patterns.length;
      text = write(found);
      break;
    }
    short.push(text);
    at += taken;
  }
  return short;
}

/** The literal of AJV's error object as that of a problem: what it needs of its parameters are constants. */
function problemOf(literal: string): string {
  const found = /^\{instancePath.*?,schemaPath:("(?:[^"\\]|\\.)*"),keyword:("\w+"),params:\{(.*)\}\}$/u.exec(literal);
  if (!found) return '0';
  const [, path = '""', keyword = '""', inner = ''] = found;
  const params = [...inner.matchAll(/(\w+): ?(-?\d[\w.+-]*|"(?:[^"\\]|\\.)*")/gu)].map(
    ([, name = '', value = '']) => [name, JSON.parse(value)] as const,
  );
  const problem = ranked({
    keyword: JSON.parse(keyword),
    instancePath: '',
    schemaPath: JSON.parse(path),
    params: Object.fromEntries(params),
  });
  return JSON.stringify(problem);
}

/** Names replaced wherever they stand outside of texts. */
function renamed(code: string, names: ReadonlyMap<string, string>): string {
  return code
    .split(text)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(/[A-Za-z_]\w*/gu, (name) => names.get(name) ?? name)))
    .join('');
}

/** Without the schemas that nobody reads. */
function withoutUnused(code: string): string {
  return code.replace(/^const (schema\d+) = .*;\n/gmu, (line, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`, 'u')).length > 2 ? line : '',
  );
}
