import { SchalterError } from '@schalter/definition';

/** Fastify's own refusals, and anything unforeseen, as errors of the one table. @param bodyLimit of the route, bytes */
export function toSchalterError(error: unknown, bodyLimit: number): SchalterError {
  if (error instanceof SchalterError) return error;
  const { code, message, validation, validationContext } = shapeOf(error);
  // An address whose parts cannot be names of anything leads nowhere.
  if (Array.isArray(validation) && validationContext === 'params')
    return new SchalterError('not-found', {}, { cause: error });
  if (Array.isArray(validation)) {
    const first: unknown = validation[0];
    const path = isObject(first) && typeof first.instancePath === 'string' ? first.instancePath : '';
    const what = isObject(first) && typeof first.message === 'string' ? first.message : 'is wrong';
    const detail = `${validationContext ?? 'body'}${path} ${what}`;
    return new SchalterError('body-invalid', { detail }, { at: path, cause: error });
  }
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new SchalterError('body-too-large', { limit: bodyLimit }, { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new SchalterError('media-type', { type: message.replace(/^.*: /, '') }, { cause: error });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new SchalterError('body-syntax', {}, { cause: error });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
      return new SchalterError('body-invalid', { detail: message }, { cause: error });
    default:
      return new SchalterError('internal', {}, { cause: error });
  }
}

function shapeOf(error: unknown) {
  const shape = isObject(error) ? error : {};
  return {
    code: String(shape.code ?? ''),
    message: String(shape.message ?? ''),
    validation: shape.validation,
    validationContext: typeof shape.validationContext === 'string' ? shape.validationContext : undefined,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
