import type { Terminal } from '../output.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { peopleReport } from './people.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';

/** Every way results can be written, by the name that `--format` takes. */
export const reports: Readonly<Record<string, (terminal: Terminal, most: number | undefined) => Report>> = {
  text: peopleReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  gitlab: gitlabReport,
};

export type { Report, Totals } from './report.ts';
