import type { JsonObject, JsonValue } from '@schalter/definition';
import type { LeafNode } from '../../program.ts';
import type { Cell, Scalar } from '../circuit/cell.ts';
import type { Model } from '../circuit/model.ts';
import type { Variable } from '../circuit/variable.ts';
import { datesBetween } from '../sample/date.ts';
import { numbersBetween } from '../sample/number.ts';
import { type FormatExamples, textCandidates } from '../sample/text.ts';

/** Finds values for parts of domains, and keeps what it has found. */
export class Samples {
  readonly #model: Model;
  readonly #today: string;
  readonly #examples: FormatExamples;
  readonly #texts = new Map<string, readonly string[]>();
  readonly #plain = new Map<LeafNode, readonly JsonValue[]>();
  readonly #known = new Map<Variable, Map<number, readonly JsonValue[]>>();

  /** @param today dates near it are preferred */
  constructor(model: Model, today: string, examples: FormatExamples) {
    this.#model = model;
    this.#today = today;
    this.#examples = examples;
  }

  /** A few values of an atom, the plainest first; none where nobody knows any. */
  of(variable: Variable, atom: number): readonly JsonValue[] {
    const atoms = this.#known.get(variable) ?? new Map<number, readonly JsonValue[]>();
    this.#known.set(variable, atoms);
    let found = atoms.get(atom);
    if (!found) {
      found = (variable.atoms[atom]?.cells ?? []).slice(0, 8).flatMap((cell) => this.#inCell(variable, cell));
      atoms.set(atom, found);
    }
    return found;
  }

  /** Different answers to a field, whatever conditions ask of it. */
  plain(leaf: LeafNode): readonly JsonValue[] {
    const known = this.#plain.get(leaf);
    if (known) return known;
    const valid = this.#anyOf(leaf).filter((value) => this.#model.validate(leaf.template, value).length === 0);
    this.#plain.set(leaf, valid);
    return valid;
  }

  #anyOf(leaf: LeafNode): readonly JsonValue[] {
    const schema = this.#model.schemas.get(leaf.template) ?? {};
    if (leaf.type === 'object') return filesFor(leaf);
    if (leaf.type === 'array') return choicesOf(leaf, []);
    if (leaf.options) return leaf.options.map(({ value }) => value);
    if (leaf.type === 'boolean') return [true, false];
    if (leaf.type === 'string') {
      const date = leaf.format === 'date' ? datesBetween(undefined, undefined, this.#today) : [];
      return [...date, ...textCandidates(schema, this.#examples)];
    }
    const least = leaf.minimum ?? 0;
    return numbersBetween(least - 1, least + 60, leaf.type === 'integer' ? { multipleOf: 1, ...schema } : schema);
  }

  #inCell(variable: Variable, cell: Cell): JsonValue[] {
    const { domain, source } = variable;
    const schema = source.kind === 'leaf' ? (this.#model.schemas.get(source.leaf.template) ?? {}) : {};
    const valid = (value: Scalar) => domain.valid?.(value) ?? true;
    switch (cell.kind) {
      case 'none':
        return [null];
      case 'value':
        return [cell.value];
      case 'numbers':
        return numbersBetween(cell.above, cell.below, domain.whole ? { multipleOf: 1, ...schema } : schema)
          .filter((number) => !domain.whole || Number.isInteger(number))
          .filter(valid);
      case 'texts':
        if (domain.kind === 'date') return datesBetween(cell.above, cell.below, this.#today).filter(valid);
        return this.#textsOf(source.kind === 'leaf' ? source.leaf : undefined, schema, valid).filter(
          (text) =>
            !variable.points.has(text) &&
            (cell.above === undefined || text > cell.above) &&
            (cell.below === undefined || text < cell.below),
        );
      case 'some':
        return source.kind === 'leaf' ? this.#some(source.leaf) : [];
    }
  }

  #textsOf(leaf: LeafNode | undefined, schema: JsonObject, valid: (value: Scalar) => boolean): readonly string[] {
    const key = leaf?.template ?? '';
    const known = this.#texts.get(key) ?? textCandidates(schema, this.#examples).filter(valid);
    this.#texts.set(key, known);
    return known;
  }

  /** Any answer at all: a file, or some of the options. */
  #some(leaf: LeafNode): JsonValue[] {
    const candidates: JsonValue[] = leaf.type === 'object' ? filesFor(leaf) : choicesOf(leaf, []);
    return candidates.filter((value) => this.#model.validate(leaf.template, value).length === 0);
  }

  /** A list of chosen values that has some and not others; the ways to do so, short ones first. */
  choices(leaf: LeafNode, wanted: readonly Scalar[], unwanted: readonly Scalar[]): JsonValue[] {
    const others = (leaf.options ?? []).map(({ value }) => value).filter((value) => !unwanted.includes(value));
    return choicesOf(leaf, wanted)
      .filter((value) => Array.isArray(value) && value.every((one) => others.includes(one)))
      .filter((value) => this.#model.validate(leaf.template, value).length === 0);
  }
}

function choicesOf(leaf: LeafNode, wanted: readonly Scalar[]): JsonValue[] {
  const options = leaf.options ?? [];
  const plain = options.filter(({ exclusive }) => !exclusive).map(({ value }) => value);
  const lists: (readonly Scalar[])[] = wanted.length > 0 ? [wanted] : [];
  for (const { value } of options) lists.push(wanted.length > 0 ? [...new Set([...wanted, value])] : [value]);
  for (let size = 2; size <= plain.length; size++) lists.push([...new Set([...wanted, ...plain.slice(0, size)])]);
  return lists.filter((list) => list.length < 2 || !options.some((one) => one.exclusive && list.includes(one.value)));
}

function filesFor(leaf: LeafNode): JsonValue[] {
  const kinds: readonly (readonly [name: string, type: string])[] = [
    ['nachweis.pdf', 'application/pdf'],
    ['foto.jpg', 'image/jpeg'],
    ['foto.png', 'image/png'],
    ['liste.csv', 'text/csv'],
    ['brief.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ...(leaf.accept ?? []).map((accept): readonly [string, string] =>
      accept.startsWith('.') ? [`datei${accept}`, 'application/octet-stream'] : ['datei', accept.replace('*', 'plain')],
    ),
  ];
  return kinds.map(([name, type]) => ({ id: 'datei-1', name, type, size: 1 }));
}
