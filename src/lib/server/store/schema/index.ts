export * from './people.ts';
export * from './tables.ts';
export * from './cases.ts';
export * from './assessment.ts';
export * from './actions.ts';
export * from './delivery.ts';
export * from './documents.ts';
export * from './accountability.ts';
