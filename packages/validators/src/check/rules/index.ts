import type { Rule } from '../context.ts';
import { advice } from './advice.ts';
import { analysis } from './analysis.ts';
import { cases } from './cases.ts';
import { compile } from './compile.ts';
import { constants } from './constants.ts';
import { constraints } from './constraints.ts';
import { patterns } from './patterns.ts';
import { references } from './references.ts';
import { review } from './review.ts';
import { structure } from './structure.ts';
import { texts } from './texts.ts';
import { titles } from './titles.ts';
import { translations } from './translations.ts';

/** All rules in the order in which they run: later ones use what earlier ones found out. */
export const rules: readonly Rule[] = [
  structure,
  references,
  compile,
  constants,
  patterns,
  constraints,
  analysis,
  titles,
  translations,
  texts,
  review,
  cases,
  advice,
];
