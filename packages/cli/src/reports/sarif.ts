import { type ErrorCode, errorTable } from '@schalter/definition';
import type { LocatedProblem } from '../check/located.ts';
import { fingerprint } from './fingerprint.ts';
import { pageOf, type Report } from './report.ts';

/** SARIF 2.1.0 (OASIS), as GitHub code scanning and IDEs read it. Columns count UTF-16 units. */
export function sarifReport(): Report {
  const problems: LocatedProblem[] = [];
  return {
    form(checked) {
      problems.push(...checked.problems);
      return '';
    },
    end() {
      const codes = [...new Set(problems.map(({ code }) => code))].sort();
      const driver = {
        name: 'schalter',
        informationUri: 'https://schalter.dev',
        semanticVersion: '0.1.0',
        rules: codes.map(rule),
      };
      const run = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        results: problems.map((one) => result(one, codes)),
      };
      const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
      return `${JSON.stringify(log, null, 2)}\n`;
    },
  };
}

function rule(code: ErrorCode): object {
  return { id: code, shortDescription: { text: errorTable[code] }, helpUri: pageOf(code) };
}

function result(problem: LocatedProblem, codes: readonly ErrorCode[]): object {
  const { code, severity, message, path, at, range } = problem;
  const region = range && {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(path) }, ...(region ? { region } : {}) },
        logicalLocations: [{ fullyQualifiedName: at }],
      },
    ],
    partialFingerprints: { 'schalter/v1': fingerprint(problem) },
  };
}
