import { InvalidArgumentError } from 'commander';
import type { CheckedForm } from '../check/check-target.ts';
import type { Terminal } from '../output.ts';
import { writeOutput } from '../write-output.ts';
import { reports } from './index.ts';
import type { Totals } from './report.ts';

/** What `--report sarif=schalter.sarif` asks for. */
export interface ReportFile {
  readonly format: string;
  readonly file: string;
}

/** Takes one more `<format>=<file>` from the command line, of the formats a command knows. */
export function reportFile(formats: readonly string[]) {
  return (value: string, others: readonly ReportFile[]): readonly ReportFile[] => {
    const at = value.indexOf('=');
    const format = value.slice(0, Math.max(at, 0));
    const file = value.slice(at + 1);
    if (!formats.includes(format) || file === '')
      throw new InvalidArgumentError(`Write <format>=<file>, with one of ${formats.join(', ')}.`);
    return [...others, { format, file }];
  };
}

/** Results that go to a file beside what the terminal shows; written when all forms are checked. */
export function openReport({ format, file }: ReportFile, terminal: Terminal) {
  const report = reports[format]?.({ ...terminal, colour: false }, undefined);
  const parts: string[] = [];
  return {
    form(checked: CheckedForm): void {
      if (report) parts.push(report.form(checked));
    },
    async end(totals: Totals): Promise<void> {
      if (report) parts.push(report.end(totals));
      await writeOutput(terminal, file, parts.join(''));
    },
  };
}
