import {
  type DefinitionProblem,
  type ErrorCode,
  type ErrorParams,
  errorMessage,
  SchalterError,
} from '@schalter/definition';
import type { Problem } from '@schalter/engine';
import { statusOf } from './status.ts';

/** A refusal with what a client needs to mend it. Becomes problem+json, or a page. */
export class RequestProblem extends SchalterError {
  readonly problems: readonly (Problem | DefinitionProblem)[] | undefined;

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options: { at?: string; problems?: readonly (Problem | DefinitionProblem)[] } = {},
  ) {
    super(code, params, options.at === undefined ? {} : { at: options.at });
    this.problems = options.problems;
  }
}

/** RFC 9457, with the code of the error table and the table's parameters. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly at?: string;
  readonly problems?: readonly (Problem | DefinitionProblem)[];
  /** Parameters of the code, such as the current `revision`. */
  readonly [parameter: string]: unknown;
}

/** What a client is told: sentence, code and status from the tables, never more of an error than that. */
export function problemDocument(error: SchalterError): ProblemDocument {
  const status = statusOf(error.code);
  const told = status >= 500 && error.code !== 'not-ready' ? 'internal' : error.code;
  const detail = told === error.code ? error.message : errorMessage(told);
  const problems = error instanceof RequestProblem ? error.problems : undefined;
  return {
    ...(told === error.code ? error.params : {}),
    type: `urn:schalter:problem:${told}`,
    title: titles[status] ?? 'Error',
    status,
    detail,
    code: told,
    ...(error.at === undefined ? {} : { at: error.at }),
    ...(problems === undefined ? {} : { problems }),
  };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
