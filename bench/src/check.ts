// npm run bench:check: how fast answers are validated; fails if a figure misses its bar.
import { validateField } from './check/validate-field.ts';
import { report } from './harness/report.ts';
import { row } from './harness/result.ts';

process.exitCode = report({ name: 'check', rows: (await validateField()).map(row) });
