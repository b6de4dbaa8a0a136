import type { Expression } from '../expression/tree.ts';
import { type Context, report } from './context.ts';
import { compileExpression } from './expression.ts';
import { orderOf, type Unit } from './order.ts';
import { below, objectOf } from './raw.ts';

/** Compiles the named expressions, each after those it uses, because it is typed by its expression. */
export function compileDefines(context: Context): Record<string, Expression> {
  const texts = new Map<string, string>();
  for (const [name, text] of Object.entries(objectOf(context.form, 'define'))) {
    if (typeof text === 'string') texts.set(name, text);
  }
  const units = new Map<string, Unit>();
  for (const [name, text] of texts) {
    units.set(name, { reads: namesIn(text).filter((other) => texts.has(other)) });
  }
  const { order, cycles } = orderOf(units);
  const cyclic = new Set<string>();
  for (const cycle of cycles) {
    for (const name of cycle) cyclic.add(name);
    report(context, 'cycle', below('/define', cycle[0] ?? ''), { cycle: cycle.join(' → ') });
  }
  context.failed.push(...cyclic);
  const compiled: Record<string, Expression> = {};
  for (const name of order) {
    if (cyclic.has(name)) continue;
    const { tree, type, problems } = compileExpression(texts.get(name) ?? '', {
      root: context.root.selfType,
      defines: context.defines,
      failed: context.failed,
    });
    for (const { code, severity, params, start, end } of problems) {
      report(context, code, below('/define', name), { ...params, start, end }, severity);
    }
    if (tree && type) {
      compiled[name] = tree;
      context.defines[name] = type;
    } else context.failed.push(name);
  }
  return compiled;
}

/** Names an expression may mean, texts and members left out. */
function namesIn(text: string): string[] {
  const code = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "''");
  return [...code.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].map(([name]) => name);
}
