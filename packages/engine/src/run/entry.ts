import type { Value } from '../expression/tree.ts';
import type { GroupCell } from './group.ts';
import type { LeafCell } from './leaf.ts';
import type { ListCell } from './list.ts';
import { type Cell, type Read, signal } from './signals.ts';

/** An entry of a list. It keeps its key while others are removed or moved. */
export class EntryCell {
  readonly key: string;
  readonly list: ListCell;
  readonly position: Cell<number>;
  /** Conditions of the steps that visit this entry, by step. */
  readonly #conditions = new Map<string, Read<boolean>>();
  #content: GroupCell | LeafCell | undefined;
  #dispose: (() => void) | undefined;

  constructor(list: ListCell, key: string, position: number) {
    this.list = list;
    this.key = key;
    this.position = signal(position);
  }

  /** A group, or the leaf of a list of plain values. */
  get content(): GroupCell | LeafCell | undefined {
    return this.#content;
  }

  set content(content: GroupCell | LeafCell | undefined) {
    this.#content = content;
  }

  pointer(): string {
    return `${this.list.pointer()}/${this.position()}`;
  }

  value(): Value {
    const content = this.#content;
    return content?.kind === 'leaf' ? content.value() : content;
  }

  setStepCondition(id: string, read: Read<boolean>): void {
    this.#conditions.set(id, read);
  }

  stepCondition(id: string): Read<boolean> | undefined {
    return this.#conditions.get(id);
  }

  /** What gives up all that is computed inside. */
  set disposer(dispose: () => void) {
    this.#dispose = dispose;
  }

  dispose(): void {
    this.#dispose?.();
    this.#dispose = undefined;
  }
}
