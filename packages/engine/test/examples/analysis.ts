import { program, resolved, validate } from './parkausweis.ts';

// In the page:

import { analyse } from '@schalter/engine/analysis';

const { steps, findings, effort } = analyse(program, resolved.form, { validate });
console.log(steps[1]?.id, steps[1]?.reached.possible); // auto true
console.log(findings.map(({ code, at }) => `${code} ${at}`)); // [ 'step-unreachable /steps/2/when' ]
console.log(effort.undecided, effort.leftOut); // 0 0
