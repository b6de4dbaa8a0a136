import { SchalterError } from '@schalter/definition';
import { programHeader } from '@schalter/engine';
import { plainText } from '@schalter/renderer-web/html';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ServerContext } from '../context.ts';
import { formId, formParams, language, problem, version } from '../http/schemas.ts';
import type { PublishedForm } from '../published/published-forms.ts';
import { dateIn } from '../time.ts';

const hashed = {
  type: 'object',
  required: ['id', 'version', 'hash'],
  properties: { id: formId, version, hash: { type: 'string' } },
} as const;
const facts = {
  id: { type: 'string' },
  version: { type: 'string' },
  title: { type: 'string' },
  languages: { type: 'array', items: { type: 'string' } },
} as const;

/** What a page or a program needs to run a form. */
export function formRoutes(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Querystring: { lang?: string } }>(
    '/api/forms',
    {
      schema: {
        tags: ['forms'],
        summary: 'All forms that can be filled in',
        querystring: { type: 'object', properties: { lang: language } },
        response: {
          200: {
            type: 'array',
            items: { type: 'object', properties: { ...facts, summary: { type: 'string', description: 'Plain text' } } },
          },
        },
      },
    },
    async (request) =>
      context.forms.current().map(({ id, version, program }) => {
        const wanted = request.query.lang ?? program.language;
        const { title, summary } = programHeader(
          program,
          program.languages.includes(wanted) ? wanted : program.language,
        );
        return { id, version, title, summary: summary ? plainText(summary) : '', languages: program.languages };
      }),
  );

  app.get<{ Params: { id: string }; Querystring: { version?: string } }>(
    '/api/forms/:id',
    {
      schema: {
        tags: ['forms'],
        summary: "A form's newest version, or the one asked for, and where its program is",
        params: formParams,
        querystring: { type: 'object', properties: { version } },
        response: {
          200: {
            type: 'object',
            properties: {
              ...facts,
              today: { type: 'string', format: 'date', description: "The server's date in the form's time zone" },
              module: {
                type: 'string',
                description: 'Address of an ES module for pages, with `program` and `validate`; never changes',
              },
              program: { type: 'string', description: 'Address of the program as JSON; never changes' },
              schema: { type: 'string', description: 'Address of the JSON Schema of a submission' },
            },
          },
          404: problem,
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const wanted = request.query.version;
      const form = wanted === undefined ? context.forms.currentOf(id) : await context.forms.versionOf(id, wanted);
      const { program } = form;
      const base = `/api/forms/${encodeURIComponent(id)}/${encodeURIComponent(form.version)}`;
      return {
        id,
        version: form.version,
        title: programHeader(program, program.language).title,
        languages: program.languages,
        today: dateIn(program.timeZone, context.now()),
        module: `${base}/module.${form.moduleHash}.js`,
        program: `${base}/program.${form.programHash}.json`,
        schema: `${base}/schema.json`,
      };
    },
  );

  type File = { Params: { id: string; version: string; hash: string } };
  const found = async (params: File['Params'], hashOf: (form: PublishedForm) => string) => {
    const form = await context.forms.versionOf(params.id, params.version);
    if (hashOf(form) !== params.hash) throw new SchalterError('not-found');
    return form;
  };
  app.get<File>(
    '/api/forms/:id/:version/program.:hash(^[0-9a-f]+).json',
    { schema: { tags: ['forms'], summary: 'The compiled form', params: hashed, response: { 404: problem } } },
    async (request, reply) => {
      const { programText } = await found(request.params, ({ programHash }) => programHash);
      return forEver(reply).type('application/json').send(programText);
    },
  );
  app.get<File>(
    '/api/forms/:id/:version/module.:hash(^[0-9a-f]+).js',
    { schema: { tags: ['forms'], summary: 'The form as an ES module', params: hashed, response: { 404: problem } } },
    async (request, reply) => {
      const { module } = await found(request.params, ({ moduleHash }) => moduleHash);
      return forEver(reply).type('text/javascript').send(module);
    },
  );
  app.get<{ Params: { id: string; version: string } }>(
    '/api/forms/:id/:version/schema.json',
    {
      schema: {
        tags: ['forms'],
        summary: 'JSON Schema 2020-12 of a submission',
        params: { type: 'object', required: ['id', 'version'], properties: { id: formId, version } },
        response: { 404: problem },
      },
    },
    async (request, reply) => {
      const { schema } = await context.forms.versionOf(request.params.id, request.params.version);
      return reply.type('application/schema+json').send(schema);
    },
  );
}

/** The address holds a hash of the content. */
function forEver(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'public, max-age=31536000, immutable');
}
