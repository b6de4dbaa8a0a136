// npm run bench:check: checking, validating and bundling forms; fails if a figure misses its bar.
import { bundle } from './check/bundle.ts';
import { checkMany } from './check/check-many.ts';
import { validateField } from './check/validate-field.ts';
import { watch } from './check/watch.ts';
import { report } from './harness/report.ts';
import { row } from './harness/result.ts';

const rows = [...(await validateField()), ...(await watch()), ...bundle(), ...checkMany()];
process.exitCode = report({ name: 'check', rows: rows.map(row) });
