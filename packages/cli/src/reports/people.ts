import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedProblem } from '../check/located.ts';
import { count, paint, type Terminal } from '../output.ts';
import { excerpt } from '../source/excerpt.ts';
import type { Report } from './report.ts';

/** Problems of one form that are written out; the rest is counted. */
const writtenOut = 50;

/** For people: place, sentence, and the line with the place underlined. */
export function peopleReport(terminal: Terminal, most = writtenOut): Report {
  const problemText = (problem: LocatedProblem, text: string | undefined): string => {
    const { severity, code, message, path, range, at } = problem;
    const colour = severity === 'error' ? 'red' : 'yellow';
    const line = range ? `:${range.start.line}:${range.start.column}` : '';
    const lines = [
      `${paint(terminal, 'bold', path + line)}${at === '' ? '' : paint(terminal, 'dim', `#${at}`)}`,
      `  ${paint(terminal, colour, severity)} ${paint(terminal, 'dim', code)} ${message}`,
    ];
    // What concerns a whole file has no line of its own.
    const hasLine = at !== '' || problem.params.line !== undefined;
    if (hasLine && range && text !== undefined)
      lines.push(excerpt(text, range, (underline) => paint(terminal, colour, underline)));
    return `${lines.join('\n')}\n`;
  };

  return {
    form({ problems }) {
      const texts = new Map<string, string | undefined>();
      const textOf = (path: string) => {
        if (!texts.has(path)) texts.set(path, read(join(terminal.folder, path)));
        return texts.get(path);
      };
      const shown = problems.slice(0, most).map((problem) => problemText(problem, textOf(problem.path)));
      const rest = problems.length - shown.length;
      if (rest > 0) shown.push(`… and ${count(rest, 'more problem')} of this form: --most shows more\n`);
      return shown.join('');
    },

    end({ forms, errors, warnings, fixed }) {
      const verdict = errors > 0 ? paint(terminal, 'red', count(errors, 'error')) : paint(terminal, 'green', 'sound');
      const repaired = fixed > 0 ? `, ${count(fixed, 'problem')} repaired` : '';
      return `${count(forms, 'form')} checked: ${verdict}, ${count(warnings, 'warning')}${repaired}\n`;
    },
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
