import type { Program } from '../../program.ts';
import type { Model } from '../circuit/model.ts';
import type { AnalysedForm } from '../places.ts';
import type { Stuck } from '../questions/options.ts';
import type { Way } from '../questions/steps.ts';
import type { Subjects } from '../subjects.ts';
import type { Prover } from '../witness/prover.ts';

/** What findings are explained with. */
export interface Explaining {
  readonly model: Model;
  readonly program: Program;
  readonly form: AnalysedForm;
  readonly subjects: Subjects;
  readonly ways: readonly Way[];
  /** Choices that may be left without an option. */
  readonly stuck: readonly Stuck[];
  readonly prover: Prover;
}
