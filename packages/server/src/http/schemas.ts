// JSON Schemas that several routes share: they validate, and they describe the API.

export const uuid = { type: 'string', format: 'uuid' } as const;
export const formId = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]*$',
} as const;
export const version = { type: 'string', minLength: 1, maxLength: 60 } as const;
export const isoDate = { type: 'string', format: 'date' } as const;
export const language = { type: 'string', minLength: 2, maxLength: 35, pattern: '^[A-Za-z0-9-]+$' } as const;

export const idParams = { type: 'object', required: ['id'], properties: { id: uuid } } as const;
export const formParams = { type: 'object', required: ['id'], properties: { id: formId } } as const;

export const formVersion = {
  type: 'object',
  required: ['id', 'version'],
  additionalProperties: false,
  properties: { id: formId, version },
} as const;

/** RFC 9457 with `code` of the error table; `problems` as the engine reports them. */
export const problem = {
  type: 'object',
  description: 'problem+json',
  required: ['type', 'title', 'status', 'detail', 'code'],
  additionalProperties: true,
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    at: { type: 'string', description: 'JSON Pointer of what is wrong' },
    problems: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
} as const;

export const receipt = {
  type: 'object',
  required: ['id', 'reference', 'receivedAt', 'state'],
  properties: {
    id: uuid,
    reference: { type: 'string' },
    receivedAt: { type: 'string', format: 'date-time' },
    state: {
      enum: [
        'received',
        'awaiting-payment',
        'released',
        'delivered',
        'cancelled',
        'expired',
        'needs-attention',
        'withdrawn',
      ],
    },
    document: {
      type: 'object',
      required: ['url', 'bytes'],
      properties: { url: { type: 'string' }, bytes: { type: 'integer' } },
    },
    mailedTo: { type: 'string' },
    paymentLater: { type: 'boolean' },
  },
} as const;

/** A persisted session as the engine writes it. */
export const persistedSession = {
  type: 'object',
  required: ['format', 'form', 'language', 'today', 'answers', 'flow'],
  additionalProperties: false,
  properties: {
    format: { const: 1 },
    form: {
      type: 'object',
      required: ['id', 'version', 'hash'],
      additionalProperties: false,
      properties: { id: formId, version, hash: { type: 'string', maxLength: 100 } },
    },
    language,
    today: isoDate,
    answers: { type: 'object', additionalProperties: true },
    flow: {
      type: 'object',
      required: ['step', 'left', 'fromSummary'],
      additionalProperties: true,
      properties: {
        step: { type: 'string', maxLength: 300 },
        entry: { type: 'string', maxLength: 500 },
        // The pages of entries are among them: lists may be long.
        left: { type: 'array', maxItems: 20_000, items: { type: 'string', maxLength: 300 } },
        fromSummary: { type: 'boolean' },
      },
    },
  },
} as const;
