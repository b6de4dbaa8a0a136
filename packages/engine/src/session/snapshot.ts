import type { JsonObject } from '@schalter/definition';
import { EngineError } from '../engine-error.ts';
import { nearestBefore } from '../flow/destination.ts';
import type { Flow } from '../flow/flow.ts';
import { type Page, routeId } from '../flow/page.ts';
import type { PersistedSession } from '../persisted.ts';
import type { Program } from '../program.ts';

/**
 * A session as JSON.
 * @param services what services keep of it
 */
export function takeSnapshot(flow: Flow, services: JsonObject | undefined): PersistedSession {
  const { store } = flow;
  const receipt = flow.receipt();
  const { program } = store;
  const page = flow.current();
  const opened = flow.opened();
  return {
    format: 1,
    form: { id: program.id, version: program.version, hash: program.hash },
    language: flow.language(),
    today: store.today(),
    answers: store.kept(),
    flow: {
      step: routeId(page),
      ...(page.edit ? { entry: page.edit.pointer() } : {}),
      left: [...flow.left()].filter((left) => flow.pages.exists(left)).map(nameOf),
      fromSummary: flow.fromSummary(),
      ...(opened && flow.pages.exists(opened) ? { opened: nameOf(opened) } : {}),
      ...(flow.missed() ? { missed: true as const } : {}),
    },
    ...(flow.status() === 'submitted' && receipt ? { receipt } : {}),
    ...(services ? { services } : {}),
  };
}

/** `hunde`, `hund-einzeln/0`, an entry's own page `hunde@/hunde/0`. */
function nameOf(page: Page): string {
  return page.edit ? `${routeId(page)}@${page.edit.pointer()}` : routeId(page);
}

/**
 * Refuses what is no snapshot of this form: another form's, another version's, cut off.
 * @throws EngineError `snapshot-invalid`, `snapshot-other-form`
 */
export function checkSnapshot(program: Program, snapshot: unknown): asserts snapshot is PersistedSession {
  checkForm(program, snapshot, program.version);
}

/**
 * Refuses what is no snapshot of this form; of one version, if it is given.
 * @throws EngineError `snapshot-invalid`, `snapshot-other-form`
 */
export function checkForm(program: Program, snapshot: unknown, version?: string): asserts snapshot is PersistedSession {
  const detail = defectOf(snapshot);
  if (detail !== undefined) throw new EngineError('snapshot-invalid', { detail });
  const { form } = snapshot as PersistedSession;
  if (form.id !== program.id || form.version !== (version ?? form.version)) {
    throw new EngineError('snapshot-other-form', {
      found: `${form.id} ${form.version}`,
      expected: `${program.id} ${program.version}`,
    });
  }
}

/** What is missing or not what it has to be. */
function defectOf(snapshot: unknown): string | undefined {
  if (!isObject(snapshot)) return 'it is no object';
  const { form, flow, answers, language, today, receipt, services } = snapshot;
  const sound = {
    format: snapshot.format === 1,
    form: isObject(form) && typeof form.id === 'string' && typeof form.version === 'string',
    answers: isObject(answers),
    language: typeof language === 'string',
    today: typeof today === 'string',
    receipt: receipt === undefined || isReceipt(receipt),
    services: services === undefined || isObject(services),
    flow: isObject(flow) && typeof flow.step === 'string' && Array.isArray(flow.left),
  };
  const defect = Object.entries(sound).find(([, is]) => !is);
  return defect && `"${defect[0]}" is not what it has to be`;
}

function isReceipt(value: unknown): boolean {
  if (!isObject(value)) return false;
  return ['id', 'reference', 'receivedAt', 'state'].every((name) => typeof value[name] === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts a person back to where they were, or as near as the answers allow today. */
export function restoreFlow(flow: Flow, snapshot: PersistedSession): void {
  const { step, entry, left, fromSummary, opened, missed } = snapshot.flow;
  const pages = new Map<string, Page>();
  for (const page of flow.pages.route()) pages.set(routeId(page), page);
  const find = (name: string, pointer: string | undefined): Page | undefined => {
    if (pointer === undefined) return pages.get(name);
    const found = flow.store.findEntry(pointer);
    const page = found && flow.pages.editPage(found);
    return page && routeId(page) === name && flow.pages.exists(page) ? page : pages.get(name);
  };
  const named = (name: string): Page | undefined => {
    const at = name.indexOf('@');
    return at === -1 ? find(name, undefined) : find(name.slice(0, at), name.slice(at + 1));
  };
  const pagesLeft = left.flatMap((name) => (typeof name === 'string' ? (named(name) ?? []) : []));
  flow.left(new Set(pagesLeft));
  const page = find(step, entry);
  if (page) {
    flow.current(page);
    flow.missed(missed === true);
  } else {
    const [id, ...entries] = step.split('/');
    const position = flow.store.program.steps.findIndex((one) => one.id === id);
    const near = position === -1 ? undefined : nearestBefore(flow, [position, ...entries.map(Number)]);
    if (near) flow.current(near);
  }
  flow.fromSummary(fromSummary === true);
  flow.opened(typeof opened === 'string' ? named(opened) : undefined);
  if (snapshot.receipt) {
    flow.receipt(snapshot.receipt);
    flow.status('submitted');
  }
}
