import type { HolidaySource, Value } from '../expression/tree.ts';
import type { Validate } from '../problem.ts';
import type { CheckNode, Program } from '../program.ts';
import type { AnswerServices } from '../session/services.ts';
import type { GroupCell } from './group.ts';
import type { Read } from './signals.ts';

/** A check and what it stands on: a node, or a step (whose checks hold while the step is relevant). */
export interface CheckPlace {
  readonly check: CheckNode;
  /** Template of the group that is `self`. */
  readonly self: string;
  /** A check on a leaf or list: its template. */
  readonly on?: string;
  readonly step?: string;
}

/** What all cells of a session share. */
export interface World {
  readonly program: Program;
  readonly validate: Validate;
  readonly holidays: HolidaySource | undefined;
  readonly services: AnswerServices | undefined;
  today(): string;
  root(): GroupCell;
  define(name: string): Value;
  /** Condition of a step that stands once; `undefined` where it has none. */
  stepCondition(id: string): Read<boolean> | undefined;
  /** Checks whose problem appears at a node, by its template. */
  readonly checks: ReadonlyMap<string, readonly CheckPlace[]>;
  /** Next key of an entry: never given twice in a session. */
  nextKey(): string;
}

/** A problem before it is known where it is shown. */
export interface Finding {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** Text key of the form's own message. */
  readonly message?: string;
}
