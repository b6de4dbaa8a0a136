// Services of a form, for sessions that wait for them

// What servers look up before they judge
export {
  type LookUpOptions,
  lookedUp,
  lookUp,
  lookupQuestions,
  type Verdicts,
} from './lookup/judged.ts';
export type { Question } from './lookup/question.ts';
export { type ServiceOptions, type ServicePorts, withServices } from './with-services.ts';
