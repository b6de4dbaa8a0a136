import { xml } from '../xml.ts';
import { differenceLines } from './differences.ts';
import { missSentence } from './print-results.ts';
import type { FormResult } from './run-forms.ts';

/** Results as one HTML page: no scripts, nothing loaded from elsewhere. */
export function htmlReport(results: readonly FormResult[]): string {
  const cases = results.flatMap((result) => result.cases);
  const failed = cases.filter(({ ok }) => !ok).length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cases of ${results.length} forms: ${failed} failed</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Cases of forms</h1>
<p>${cases.length - failed} passed, <strong>${failed} failed</strong> of ${cases.length} cases.</p>
<div class="wide" tabindex="0" role="region" aria-label="Coverage">
<table>
<caption>What the cases try out: steps reached, conditions both true and not true, checks both passed and failed</caption>
<thead><tr><th scope="col">Form</th><th scope="col">Cases</th><th scope="col">Steps</th><th scope="col">Conditions</th><th scope="col">Checks</th></tr></thead>
<tbody>
${results.map(coverageRow).join('\n')}
</tbody>
</table>
</div>
${results.map(formSection).join('\n')}
</main>
</body>
</html>
`;
}

const style = [
  ':root{color-scheme:light}body{margin:0;font:18px/28px "Fira Sans","Noto Sans",Arial,sans-serif;color:#131525;background:#fff}',
  'main{max-width:60rem;margin:0 auto;padding:32px 24px}h1{font-size:32px;line-height:40px}h2{margin-top:48px;font-size:24px;line-height:32px}',
  'table{border-collapse:collapse;width:100%}caption{text-align:left;color:#51577a;padding-bottom:8px}th,td{text-align:left;padding:8px 16px 8px 0;border-bottom:1px solid #c0c3d5}',
  'td:not(:first-child){white-space:nowrap}meter{width:6rem;vertical-align:middle;margin-right:8px}.wide{overflow-x:auto}',
  'ul{padding-left:24px}li{margin:4px 0}.pass::marker{content:"✓ "}.fail::marker{content:"✗ "}.fail{font-weight:600}',
  'pre{font:16px/24px "Fira Mono",Consolas,monospace;background:#f3f4f7;padding:16px;overflow-x:auto;font-weight:400}',
  'del{background:#cdf2e4;text-decoration:none}ins{background:#fee4e0;text-decoration:none}code{font-family:"Fira Mono",Consolas,monospace;font-size:16px}',
  'summary{cursor:pointer;color:#2044aa;text-decoration:underline}a{color:#2044aa}',
].join('');

function coverageRow({ form, cases, coverage }: FormResult): string {
  const cell = (value: number) =>
    `<td><meter min="0" max="100" value="${value}" aria-hidden="true"></meter>${value} %</td>`;
  const { steps, conditions, checks } = coverage;
  return `<tr><th scope="row"><a href="#${xml(form)}">${xml(form)}</a></th><td>${cases.length}</td>${cell(steps)}${cell(conditions)}${cell(checks)}</tr>`;
}

function formSection({ form, title, cases, coverage }: FormResult): string {
  const missed = coverage.missed.map(
    (one) => `<li>${xml(missSentence(one))} <code>${xml(`${one.file}#${one.at}`)}</code></li>`,
  );
  const misses =
    missed.length === 0
      ? ''
      : `<details><summary>What no case does (${missed.length})</summary><ul>${missed.join('\n')}</ul></details>`;
  return `<section id="${xml(form)}">
<h2>${xml(title)}</h2>
<ul>
${cases.map(caseItem).join('\n')}
</ul>
${misses}
</section>`;
}

function caseItem({ name, ok, differences }: FormResult['cases'][number]): string {
  const blocks = differences.map((difference) => {
    const lines = differenceLines(difference).map(({ sign, text }) => {
      const line = xml(`${sign} ${text}`);
      return sign === '-' ? `<del>${line}</del>` : sign === '+' ? `<ins>${line}</ins>` : line;
    });
    const what = xml([difference.what, difference.at].filter(Boolean).join(' '));
    return `<pre tabindex="0" aria-label="${what}">${what}: - expected, + actual\n${lines.join('\n')}</pre>`;
  });
  return `<li class="${ok ? 'pass' : 'fail'}">${xml(name)}${ok ? '' : ` (failed)${blocks.join('')}`}</li>`;
}
