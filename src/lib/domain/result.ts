/** An outcome: expected failure is a value with a stable code, never a throw. */
export type Result<T = void, E extends string = string> =
	{ ok: true; value: T } | { ok: false; error: E; detail?: FailureDetail };

/** What the screen needs to word a failure: small, and never another person's content. */
export type FailureDetail = Readonly<Record<string, string | number>>;

export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok(value?: unknown): Result<unknown, never> {
	return { ok: true, value };
}

export function fail<E extends string>(error: E, detail?: FailureDetail): Result<never, E> {
	return detail ? { ok: false, error, detail } : { ok: false, error };
}
