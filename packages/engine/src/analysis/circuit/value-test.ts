import { order } from '../../expression/operators.ts';
import type { Cell, Scalar } from './cell.ts';
import { decided, isFalse, isTrue, isUnknown, type Results } from './result.ts';

/** A question about one value, as expressions ask it, answered per cell. */
export interface Test {
  /** The same for the same question. */
  readonly key: string;
  /** Values that it tells from their neighbours. */
  readonly points: readonly Scalar[];
  /** Whether it asks for the order of texts. */
  readonly ordered?: true;
  /** Whether the answer is never unknown. */
  readonly decided?: true;
  of(cell: Cell): Results;
}

/** `x == constant`; never unknown. */
export function equals(constant: Scalar): Test {
  return {
    key: `= ${JSON.stringify(constant)}`,
    points: [constant],
    decided: true,
    of: (cell) => {
      // What is answered somehow may be equal to anything.
      if (cell.kind === 'some') return decided;
      return cell.kind === 'value' && cell.value === constant ? isTrue : isFalse;
    },
  };
}

/** `x in [constants]`; never unknown. */
export function isAmong(constants: readonly Scalar[]): Test {
  const known = new Set(constants);
  return {
    key: `in ${JSON.stringify(constants)}`,
    points: constants,
    decided: true,
    of: (cell) => {
      if (cell.kind === 'some') return decided;
      return cell.kind === 'value' && known.has(cell.value) ? isTrue : isFalse;
    },
  };
}

/** `x != null`, `answered(x)`; never unknown. */
export const isAnswered: Test = {
  key: 'answered',
  points: [],
  decided: true,
  of: (cell) => (cell.kind === 'none' ? isFalse : isTrue),
};

/** A yes/no answer as a condition. */
export const isYes: Test = {
  key: 'yes',
  points: [],
  of: (cell) => {
    if (cell.kind === 'some') return isTrue | isFalse | isUnknown;
    if (cell.kind !== 'value' || typeof cell.value !== 'boolean') return isUnknown;
    return cell.value ? isTrue : isFalse;
  },
};

export type Operator = 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';

/** The operator with its sides exchanged. */
export const flipped: Readonly<Record<Operator, Operator>> = {
  less: 'greater',
  lessOrEqual: 'greaterOrEqual',
  greater: 'less',
  greaterOrEqual: 'lessOrEqual',
};

/** `x < constant` and the like; unknown for what is unanswered. */
export function compares(operator: Operator, constant: Scalar): Test {
  const less = operator === 'less' || operator === 'lessOrEqual' ? isTrue : isFalse;
  const greater = less === isTrue ? isFalse : isTrue;
  return {
    key: `${operator} ${JSON.stringify(constant)}`,
    points: [constant],
    ordered: true,
    of: (cell) => {
      switch (cell.kind) {
        case 'value': {
          const result = order(operator, cell.value as number | string, constant as number | string);
          return result === undefined ? isUnknown : result ? isTrue : isFalse;
        }
        case 'numbers':
          if (typeof constant !== 'number') return isUnknown;
          return cell.below <= constant ? less : cell.above >= constant ? greater : decided;
        case 'texts':
          if (typeof constant !== 'string') return isUnknown;
          if (cell.below !== undefined && cell.below <= constant) return less;
          return cell.above !== undefined && cell.above >= constant ? greater : decided;
        case 'some':
          return isTrue | isFalse | isUnknown;
        default:
          return isUnknown;
      }
    },
  };
}
