import type { CheckedForm } from '../check/check-target.ts';
import type { LocatedProblem } from '../check/located.ts';
import { xml } from '../xml.ts';
import type { Report } from './report.ts';

/** JUnit XML: a suite per form, a failed case per error; warnings stand in the suite's output and fail nothing. */
export function junitReport(): Report {
  const suites: string[] = [];
  return {
    form(checked) {
      suites.push(suite(checked));
      return '';
    },
    end({ errors }) {
      const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
      return `${head}<testsuites name="schalter check" failures="${errors}">\n${suites.join('')}</testsuites>\n`;
    },
  };
}

function suite({ form, problems }: CheckedForm): string {
  const name = form === '' ? 'shared files' : form;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const cases =
    errors.length > 0
      ? errors.map((problem) => failed(name, problem))
      : [`    <testcase classname="${xml(name)}" name="check"/>\n`];
  const output = warnings.map((problem) => `${placed(problem)} ${problem.code}: ${problem.message}`).join('\n');
  const noted = output === '' ? '' : `    <system-out>${xml(output)}</system-out>\n`;
  const attributes = `name="${xml(name)}" tests="${cases.length}" failures="${errors.length}"`;
  return `  <testsuite ${attributes}>\n${cases.join('')}${noted}  </testsuite>\n`;
}

function failed(form: string, problem: LocatedProblem): string {
  const name = `${problem.code} ${problem.path}${problem.at && `#${problem.at}`}`;
  const failure = `<failure type="${xml(problem.code)}" message="${xml(problem.message)}">${xml(placed(problem))}</failure>`;
  return `    <testcase classname="${xml(form)}" name="${xml(name)}">\n      ${failure}\n    </testcase>\n`;
}

function placed({ path, range }: LocatedProblem): string {
  return range ? `${path}:${range.start.line}:${range.start.column}` : path;
}
