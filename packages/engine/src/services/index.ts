// Services of a form, for sessions that wait for them

export { type ServicePorts, withServices } from './with-services.ts';
