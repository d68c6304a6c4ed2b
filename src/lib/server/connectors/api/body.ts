import { fail, ok, type Result } from '#lib/domain/result.ts';

const LARGEST = 16 * 1024;

/** The JSON of a request. */
export async function jsonBody(
	request: Request
): Promise<Result<unknown, 'unsupported-media-type' | 'too-large' | 'invalid-input'>> {
	if (mediaType(request) !== 'application/json') return fail('unsupported-media-type');
	const text = await textBody(request);
	if (!text.ok) return text;
	try {
		return ok(JSON.parse(text.value));
	} catch {
		return fail('invalid-input');
	}
}

/** The fields of a form. */
export async function formBody(
	request: Request
): Promise<Result<URLSearchParams, 'unsupported-media-type' | 'too-large' | 'invalid-input'>> {
	if (mediaType(request) !== 'application/x-www-form-urlencoded')
		return fail('unsupported-media-type');
	const text = await textBody(request);
	return text.ok ? ok(new URLSearchParams(text.value)) : text;
}

function mediaType(request: Request): string {
	const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
	return type.trim().toLowerCase();
}

/** Counted while it comes in: its own word on its length proves nothing. */
async function textBody(request: Request): Promise<Result<string, 'too-large' | 'invalid-input'>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of request.body ?? []) {
			size += part.byteLength;
			if (size > LARGEST) return fail('too-large');
			parts.push(part);
		}
	} catch (error) {
		// The server refuses what is larger still before we read it (413); else it broke off halfway.
		const isTooLarge = error instanceof Error && Reflect.get(error, 'status') === 413;
		return fail(isTooLarge ? 'too-large' : 'invalid-input');
	}
	return ok(Buffer.concat(parts).toString('utf8'));
}
