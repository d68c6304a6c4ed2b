/** What may be known of a fault outside the request it happened in. */
export interface Fault {
	/** The error's class, or the type of what was thrown. */
	kind: string;
	/** Of the system or the database: `SQLITE_FULL`, `ENOSPC`. */
	code?: string;
	/** The first places of the stack. */
	at?: string[];
}

const NAME = /^[A-Z]\w{0,40}$/i;
const CODE = /^[A-Z][A-Z0-9_]{2,40}$/;
const FRAME = /^\s+at [^\n]*:\d+:\d+\)?$/;
const FRAMES = 5;

/**
 * Kind, code and place of a fault, without a word of its message: a failed query quotes the statement
 * with all its values, and so what someone typed (OWASP ASVS 16.2.5).
 */
export function faultOf(error: unknown): Fault {
	if (!(error instanceof Error)) return { kind: typeof error };
	const kind = NAME.test(error.name) ? error.name : 'Error';
	const code = codeOf(error) ?? codeOf(error.cause);
	return { kind, ...(code && { code }), at: framesOf(error) };
}

function codeOf(error: unknown): string | null {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return typeof code === 'string' && CODE.test(code) ? code : null;
}

/** The message stands in the stack too, on as many lines as it has. */
function framesOf({ stack = '', message }: Error): string[] {
	const from = message === '' ? 0 : stack.indexOf(message);
	return stack
		.slice(Math.max(0, from) + message.length)
		.split('\n')
		.filter((line) => FRAME.test(line))
		.slice(0, FRAMES)
		.map((line) => line.trim());
}
