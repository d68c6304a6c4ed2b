import { pino } from 'pino';
import { faultOf } from './fault.ts';

const logger = pino({
	level: process.env.LOG_LEVEL ?? 'info',
	base: null,
	redact: {
		paths: ['*.password', '*.secret', '*.token', '*.email', '*.title', '*.text'],
		remove: true
	}
});

/** Technical log: events by name, never content of a case. */
export function log(event: object): void {
	logger.info(event);
}

export function logError(where: string, error: unknown): void {
	logger.error({ event: 'fault', where, ...faultOf(error) });
}
