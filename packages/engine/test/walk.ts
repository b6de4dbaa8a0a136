import type { JsonObject, JsonValue } from '@schalter/definition';
import type { ContentView, FieldView, ListView, Session, View } from '../src/index.ts';

/** Every field, group, list and text of a page, in order. */
export function contentOf(view: View): ContentView[] {
  const all: ContentView[] = [];
  const visit = (content: readonly ContentView[]) => {
    for (const one of content) {
      all.push(one);
      if (one.kind === 'group') visit(one.content);
      if (one.kind === 'list') for (const entry of one.entries) visit(entry.content);
    }
  };
  visit(view.step.content);
  return all;
}

export function fieldAt(session: Session, at: string): FieldView | undefined {
  return contentOf(session.view()).find((one): one is FieldView => one.kind === 'field' && one.at === at);
}

export function listAt(session: Session, at: string): ListView {
  const list = contentOf(session.view()).find((one): one is ListView => one.kind === 'list' && one.at === at);
  if (!list) throw new TypeError(`there is no list ${at} on ${session.view().step.id}`);
  return list;
}

/** Answers every leaf of a document, one event per leaf. */
export function answerAll(session: Session, answers: JsonObject, at = ''): void {
  for (const [name, value] of Object.entries(answers)) {
    const pointer = `${at}/${name}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      answerAll(session, value as JsonObject, pointer);
    } else session.send({ type: 'answer', at: pointer, value: value as JsonValue });
  }
}

export function codes(session: Session): string[] {
  return session.view().problems.map(({ at, code }) => `${at} ${code}`);
}

export function next(session: Session): string {
  session.send({ type: 'next' });
  return where(session);
}

/** `hunde`, `hund-einzeln/0`, an entry's own page `hunde@/hunde/0`. */
export function where(session: Session): string {
  const { step } = session.view();
  return step.entry === undefined ? step.id : `${step.id}@${step.entry}`;
}
