import type { DefinitionProblem, FormSource, Library } from '@schalter/definition';
import { and, eq } from 'drizzle-orm';
import type { Connection } from '../database/database.ts';
import { builds, forms } from '../database/schema.ts';
import { fileProblem } from '../forms/read-json.ts';
import { RequestProblem } from '../http/problem.ts';
import { type Build, buildForm, moduleOf } from './build.ts';
import { compilerStamp } from './compiler-stamp.ts';
import type { ServiceMap } from './service-map.ts';
import { parseSource, publishedSource, serialiseSource } from './source.ts';

/** Makes versions that never change out of forms. */
export interface Publisher {
  /**
   * Publishes a form. Content that is published already is left as it is.
   * @throws RequestProblem `version-exists` when this version has other content; `form-not-publishable` with all
   *   problems when the checker found errors or a service nobody serves
   */
  publish(source: FormSource, library: Library): Promise<Published>;
  /** Compiles anew what another compiler built. @returns ids of versions that can no longer be compiled */
  rebuild(): Promise<readonly string[]>;
}

export interface Published {
  readonly id: string;
  readonly version: string;
  /** False when the same content was there already. */
  readonly isNew: boolean;
  /** Warnings only. */
  readonly problems: readonly DefinitionProblem[];
}

export function createPublisher(options: {
  readonly connection: Connection;
  readonly services: ServiceMap;
  readonly now: () => Date;
}): Publisher {
  const { connection, services, now } = options;
  const compiler = compilerStamp();

  return {
    async publish(source, library) {
      const { id, version } = source.form;
      const stored = serialiseSource(publishedSource(source, library));
      const [existing] = await connection
        .select({ hash: forms.hash })
        .from(forms)
        .where(and(eq(forms.id, String(id)), eq(forms.version, String(version))));
      if (existing?.hash === stored.hash) return { id, version, isNew: false, problems: [] };
      if (existing) throw new RequestProblem('version-exists', { id, version }, { at: '/version' });

      const { problems, program, build } = await buildForm(source, library);
      const unserved = program ? services.unserved(program).map(({ name, kind }) => unmapped(name, kind)) : [];
      const found = [...problems, ...unserved];
      if (!build || unserved.length > 0) {
        const count = found.filter(({ severity }) => severity === 'error').length;
        throw new RequestProblem('form-not-publishable', { id: String(id), count }, { problems: found });
      }
      await connection.transaction(async (transaction) => {
        await transaction
          .insert(forms)
          .values({ id, version, hash: stored.hash, source: stored.text, publishedAt: now() });
        await transaction.insert(builds).values({ id, version, compiler, ...build });
      });
      return { id, version, isNew: true, problems: found };
    },

    async rebuild() {
      const rows = await connection
        .select({ id: forms.id, version: forms.version, source: forms.source, built: builds })
        .from(forms)
        .leftJoin(builds, and(eq(builds.id, forms.id), eq(builds.version, forms.version)));
      const lost: string[] = [];
      for (const row of rows) {
        if (row.built?.compiler === compiler) continue;
        const { form, locales, library } = parseSource(row.source);
        const { build } = await buildForm({ form, locales, cases: {} }, library);
        if (build) {
          await saveBuild(connection, { id: row.id, version: row.version, compiler, ...build });
          continue;
        }
        lost.push(`${row.id} ${row.version}`);
        // What was built before keeps running: its program is frozen data. Only its module is made anew.
        const { built } = row;
        if (built) {
          const module = await moduleOf(JSON.parse(built.program), JSON.parse(built.data));
          await saveBuild(connection, { ...built, ...module });
        }
      }
      return lost;
    },
  };
}

async function saveBuild(
  connection: Connection,
  row: Build & { id: string; version: string; compiler: string },
): Promise<void> {
  await connection
    .insert(builds)
    .values(row)
    .onConflictDoUpdate({ target: [builds.id, builds.version], set: row });
}

function unmapped(name: string, kind: string): DefinitionProblem {
  return fileProblem('service-unmapped', 'form.json', `/services/${name}`, { name, kind });
}
