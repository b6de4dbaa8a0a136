// Services of a form, for sessions that wait for them

export { type ServiceOptions, type ServicePorts, withServices } from './with-services.ts';
