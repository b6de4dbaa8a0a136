import { compareVersions, SchalterError } from '@schalter/definition';
import { hasPhoneNumbers, type Program, type TranslateProblem, usePhoneNumbers, type Validate } from '@schalter/engine';
import { compileValidate, createTranslate, type PatternMaker } from '@schalter/validators';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Connection, Statements } from '../database/database.ts';
import { builds, forms } from '../database/schema.ts';

/** A published version, ready to run. */
export interface PublishedForm {
  readonly id: string;
  readonly version: string;
  readonly program: Program;
  readonly programText: string;
  readonly programHash: string;
  /** Program and validators as the text of one ES module. */
  readonly module: string;
  readonly moduleHash: string;
  /** JSON Schema of the submission, as text. */
  readonly schema: string;
  readonly validate: Validate;
  readonly translate: TranslateProblem;
}

/** The forms people can fill in. */
export interface PublishedForms {
  /** The newest version of each form that is offered, by id. */
  current(): readonly PublishedForm[];
  /** @throws SchalterError `unknown-form` */
  currentOf(id: string): PublishedForm;
  /** A version that may no longer be the newest: drafts stay on theirs. @throws SchalterError `unknown-form` */
  versionOf(id: string, version: string): Promise<PublishedForm>;
  /** Whether a version is offered no more: its drafts move on. */
  isRetired(id: string, version: string): boolean;
  /** Reads again which versions there are. */
  refresh(): Promise<void>;
}

/** Versions beside the newest that are kept compiled. */
const keptVersions = 50;

/**
 * @param isServed whether all services a form needs are mapped; others are not offered
 * @param patterns makes the patterns of validators
 */
export async function createPublishedForms(
  connection: Connection,
  isServed: (program: Program) => boolean,
  patterns: PatternMaker,
): Promise<PublishedForms> {
  const translate = createTranslate();
  let newest = new Map<string, PublishedForm>();
  const older = new Map<string, Promise<PublishedForm>>();
  let retired: ReadonlySet<string> = new Set();

  const load = async (id: string, version: string): Promise<PublishedForm> => {
    const [row] = await connection
      .select()
      .from(builds)
      .where(and(eq(builds.id, id), eq(builds.version, version)));
    if (!row) throw new SchalterError('unknown-form', { id });
    const form = toPublished(row, translate, patterns);
    if (form.program.leaves.some(({ format }) => format === 'phone')) await loadPhoneNumbers();
    return form;
  };

  const published: PublishedForms = {
    current: () => [...newest.values()],
    currentOf(id) {
      const form = newest.get(id);
      if (!form) throw new SchalterError('unknown-form', { id });
      return form;
    },
    async versionOf(id, version) {
      const current = newest.get(id);
      if (current?.version === version) return current;
      const key = `${id}@${version}`;
      const known = older.get(key);
      if (known) return await known;
      const loading = load(id, version);
      older.set(key, loading);
      const oldest = older.keys().next().value;
      if (older.size > keptVersions && oldest !== undefined) older.delete(oldest);
      try {
        return await loading;
      } catch (error) {
        older.delete(key);
        throw error;
      }
    },
    isRetired: (id, version) => retired.has(`${id}@${version}`),
    async refresh() {
      retired = await retiredVersions(connection);
      const versions = await newestVersions(connection);
      const next = new Map<string, PublishedForm>();
      for (const [id, version] of versions) {
        const known = newest.get(id);
        const form = known?.version === version ? known : await load(id, version);
        if (isServed(form.program)) next.set(id, form);
      }
      newest = next;
      older.clear();
    },
  };
  await published.refresh();
  return published;
}

/** Telephone numbers are read and printed only where forms ask for them. */
async function loadPhoneNumbers(): Promise<void> {
  if (hasPhoneNumbers()) return;
  const { createPhoneNumbers } = await import('@schalter/engine/phone');
  usePhoneNumbers(createPhoneNumbers());
}

/** Form id → its newest version that is not retired, among those that are built. */
async function newestVersions(statements: Statements): Promise<ReadonlyMap<string, string>> {
  const rows = await statements
    .select({ id: forms.id, version: forms.version })
    .from(forms)
    .innerJoin(builds, and(eq(builds.id, forms.id), eq(builds.version, forms.version)))
    .where(isNull(forms.retiredAt));
  const newest = new Map<string, string>();
  for (const { id, version } of rows.sort((left, right) => (left.id < right.id ? -1 : 1))) {
    const other = newest.get(id);
    if (other === undefined || compareVersions(other, version) < 0) newest.set(id, version);
  }
  return newest;
}

/** `id@version` of all that are retired. */
async function retiredVersions(statements: Statements): Promise<ReadonlySet<string>> {
  const rows = await statements
    .select({ id: forms.id, version: forms.version })
    .from(forms)
    .where(isNotNull(forms.retiredAt));
  return new Set(rows.map(({ id, version }) => `${id}@${version}`));
}

function toPublished(
  row: typeof builds.$inferSelect,
  translate: TranslateProblem,
  patterns: PatternMaker,
): PublishedForm {
  const program: Program = JSON.parse(row.program);
  // Compiled on first use: most requests need no validation, and a warm start has no time for it.
  let compiled: Validate | undefined;
  return {
    id: row.id,
    version: row.version,
    program,
    programText: row.program,
    programHash: row.programHash,
    module: row.module,
    moduleHash: row.moduleHash,
    schema: row.schema,
    validate(template, value) {
      compiled ??= compileValidate(JSON.parse(row.data), { patterns });
      return compiled(template, value);
    },
    translate,
  };
}
