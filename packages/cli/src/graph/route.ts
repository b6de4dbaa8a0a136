import type { FormDefinition, StepDefinition } from '@schalter/definition';

/** A step as a drawing of the route shows it. */
export interface RouteNode {
  readonly id: string;
  readonly kind: 'page' | 'exit' | 'summary';
  readonly title: string;
  /** As written; absent where everybody comes by. */
  readonly when?: string;
  /** The list whose entries the step visits. */
  readonly forEach?: string;
  /** Of exits: the service that takes over. */
  readonly handover?: string;
}

/** Words of the drawing, in the form's language. */
export interface RouteWords {
  readonly start: string;
  readonly sent: string;
  readonly yes: string;
  readonly no: string;
  readonly each: string;
  readonly summary: string;
}

const words: Readonly<Record<'de' | 'en', RouteWords>> = {
  de: { start: 'Start', sent: 'Gesendet', yes: 'ja', no: 'nein', each: 'je Eintrag von', summary: 'Angaben prüfen' },
  en: { start: 'Start', sent: 'Sent', yes: 'yes', no: 'no', each: 'per entry of', summary: 'Check your answers' },
};

export function wordsFor(language: string): RouteWords {
  return language.startsWith('de') ? words.de : words.en;
}

/** The steps of a form in their order; a summary is always among them. A task list leads everywhere: it is left out. */
export function routeOf(form: Omit<FormDefinition, 'data'>): RouteNode[] {
  const nodes = form.steps.flatMap(nodeOf);
  if (nodes.some(({ kind }) => kind === 'summary')) return nodes;
  // It follows the last page; exits that hand over come behind it.
  const last = nodes.findLastIndex(({ kind }) => kind === 'page');
  const summary: RouteNode = { id: 'summary', kind: 'summary', title: wordsFor(form.language).summary };
  return nodes.toSpliced(last + 1, 0, summary);
}

function nodeOf(step: StepDefinition): RouteNode[] {
  const { id, kind = 'page', title = id, when, forEach, handover } = step;
  if (kind === 'tasks') return [];
  const node = {
    id,
    kind,
    title,
    ...(when === undefined ? {} : { when }),
    ...(forEach === undefined ? {} : { forEach }),
    ...(handover === undefined ? {} : { handover }),
  };
  return [node];
}
