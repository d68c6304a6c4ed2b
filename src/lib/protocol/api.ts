/**
 * What organisations' systems exchange with Casustafel: the data of events (webhook) and the bodies of
 * `/api/v1`. Types, checks and `/api/v1/openapi.json` are made from the same schemas.
 */
export * from './api/action.ts';
export * from './api/event.ts';
export * from './api/problem.ts';
export * from './api/request.ts';
export * from './api/token.ts';

/** Of the whole API (semantic versioning); its first number is in the path. */
export const API_VERSION = '1.0.0';
