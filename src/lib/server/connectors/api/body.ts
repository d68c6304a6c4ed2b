import { fail, ok, type Result } from '#lib/domain/result.ts';

const LARGEST = 16 * 1024;

/** The JSON of a request, counted while it comes in: its own word on its length proves nothing. */
export async function jsonBody(
	request: Request
): Promise<Result<unknown, 'too-large' | 'invalid-input'>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	if (request.body)
		for await (const part of request.body) {
			size += part.byteLength;
			if (size > LARGEST) return fail('too-large');
			parts.push(part);
		}
	try {
		return ok(JSON.parse(Buffer.concat(parts).toString('utf8')));
	} catch {
		return fail('invalid-input');
	}
}
