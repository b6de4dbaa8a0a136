import { formatPointer, type JsonValue } from '@schalter/definition';
import { findNodeAtOffset, getNodeValue, type Node, parseTree } from 'jsonc-parser';

/** A JSON text that may still be half written. */
export interface JsonDocument {
  readonly text: string;
  readonly tree: Node | undefined;
  /** What could be read of it. */
  readonly json: JsonValue | undefined;
}

/** A stretch of a text, in characters from its start. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A string of a document with where it stands. */
export interface StringPlace {
  readonly pointer: string;
  readonly path: readonly (string | number)[];
  readonly value: string;
  /** Between the quotation marks. */
  readonly inner: Stretch;
  /** The name of a property, not a value. */
  readonly isName: boolean;
}

export function readDocument(text: string): JsonDocument {
  const tree = parseTree(text);
  return { text, tree, json: tree && (getNodeValue(tree) as JsonValue) };
}

/** The string an offset stands in. */
export function stringAt({ tree }: JsonDocument, offset: number): StringPlace | undefined {
  const node = tree && findNodeAtOffset(tree, offset, true);
  return node?.type === 'string' ? placeOf(node) : undefined;
}

/** Every string of a document, names of properties included. */
export function* stringsOf({ tree }: JsonDocument): Generator<StringPlace> {
  const waiting: Node[] = tree ? [tree] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'string') yield placeOf(node);
    for (const child of node.children ?? []) waiting.push(child);
  }
}

/** The node at a path, of a property its value. */
export function nodeAt({ tree }: JsonDocument, path: readonly (string | number)[]): Node | undefined {
  let node = tree;
  for (const name of path) {
    if (node?.type === 'array') node = node.children?.[Number(name)];
    else node = node?.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
  }
  return node;
}

/** Where the name of a property stands (between its quotation marks), of anything else the node itself. */
export function nameStretch(document: JsonDocument, path: readonly (string | number)[]): Stretch | undefined {
  const node = nodeAt(document, path);
  const name = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  if (name) return { start: name.offset + 1, end: name.offset + name.length - 1 };
  return node && { start: node.offset, end: node.offset + node.length };
}

function placeOf(node: Node): StringPlace {
  const isName = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  const path = pathOf(isName ? (node.parent as Node) : node);
  if (isName) path.push(String(node.value));
  return {
    pointer: formatPointer(path),
    path,
    value: String(node.value),
    inner: { start: node.offset + 1, end: node.offset + Math.max(1, node.length - 1) },
    isName,
  };
}

function pathOf(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  for (let inner = node; inner.parent; inner = inner.parent) {
    const { parent } = inner;
    if (parent.type === 'array') path.unshift(parent.children?.indexOf(inner) ?? 0);
    else if (parent.type === 'property' && parent.children?.[1] === inner)
      path.unshift(String(parent.children[0]?.value));
  }
  return path;
}

/** Offsets in a string's value as offsets in the text: escapes are longer than what they stand for. */
export function textOffset({ text }: JsonDocument, { inner }: StringPlace, at: number): number {
  const written = text.slice(inner.start, inner.end);
  let seen = 0;
  for (const unit of written.matchAll(/\\u[0-9a-fA-F]{4}|\\.|[\s\S]/g)) {
    if (seen === at) return inner.start + unit.index;
    seen += 1;
  }
  return inner.end;
}

/** The other way round. */
export function valueOffset({ text }: JsonDocument, { inner }: StringPlace, offset: number): number {
  const written = text.slice(inner.start, Math.min(offset, inner.end));
  return [...written.matchAll(/\\u[0-9a-fA-F]{4}|\\.|[\s\S]/g)].length;
}

/** Member of a JSON value by its own name. */
export function memberOf(value: JsonValue | undefined, name: string | number): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string | number, JsonValue>>)[name];
}
