// What a page needs of the engine to run forms; bundled to see what it weighs.
export { createSession, restoreSession } from '@schalter/engine';
