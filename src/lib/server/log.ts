import { pino } from 'pino';

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
	// Only kind and place: a message can quote what someone typed.
	const kind = error instanceof Error ? error.name : typeof error;
	const stack =
		error instanceof Error ? error.stack?.split('\n').slice(1, 6).join('\n') : undefined;
	logger.error({ event: 'fault', where, kind, stack });
}
