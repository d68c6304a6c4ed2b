import { fail, ok, type Result } from '#lib/domain/result.ts';
import * as v from 'valibot';

type Schema<T> = v.GenericSchema<unknown, T>;

/** The query of a request; refused with the name of the parameter that is wrong. A parameter we do not know is passed by. */
export function readQuery<T>(request: Request, schema: Schema<T>): Result<T, string> {
	const query = Object.fromEntries(new URL(request.url).searchParams);
	const read = v.safeParse(schema, query);
	if (read.success) return ok(read.output);
	return fail(v.getDotPath(read.issues[0]) ?? '');
}

/** `Link: <…>; rel="next"` (RFC 8288): the same request from another cursor on. */
export function nextLink(request: Request, publicUrl: URL, name: string, cursor: string): string {
	const { pathname, search } = new URL(request.url);
	const next = new URL(pathname + search, publicUrl);
	next.searchParams.set(name, cursor);
	return `<${next.href}>; rel="next"`;
}
