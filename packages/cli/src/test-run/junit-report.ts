import { xml } from '../xml.ts';
import { differenceLines } from './differences.ts';
import type { CaseResult, FormResult } from './run-forms.ts';

/** JUnit XML: a suite per form, a case per case; what differs stands in the failure. */
export function junitReport(results: readonly FormResult[]): string {
  const failures = results.reduce((sum, { cases }) => sum + failed(cases), 0);
  const suites = results.map(({ form, cases }) => {
    const attributes = `name="${xml(form)}" tests="${cases.length}" failures="${failed(cases)}"`;
    return `  <testsuite ${attributes}>\n${cases.map((one) => testcase(form, one)).join('')}  </testsuite>\n`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  return `${head}<testsuites name="schalter test" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
}

function failed(cases: readonly CaseResult[]): number {
  return cases.filter(({ ok }) => !ok).length;
}

function testcase(form: string, { name, ok, differences }: CaseResult): string {
  const start = `    <testcase classname="${xml(form)}" name="${xml(name)}"`;
  if (ok) return `${start}/>\n`;
  const lines = differences.flatMap((difference) => [
    `${difference.what} ${difference.at ?? ''}`.trim(),
    ...differenceLines(difference).map(({ sign, text }) => `  ${sign} ${text}`),
  ]);
  const message = `differs from what is expected: ${differences.map(({ what }) => what).join(', ')}`;
  return `${start}>\n      <failure message="${xml(message)}">${xml(lines.join('\n'))}</failure>\n    </testcase>\n`;
}
