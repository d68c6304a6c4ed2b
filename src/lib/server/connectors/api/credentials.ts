import { fail, ok, type Result } from '#lib/domain/result.ts';

export interface Credentials {
	clientId: string;
	clientSecret: string;
}

/**
 * A client's id and secret, from the header or from the form; one of both (RFC 6749, 2.3 and 2.3.1).
 * In the header each was encoded as in a form before they were put together.
 */
export function credentialsOf(
	header: string | null,
	form: { client_id?: string; client_secret?: string }
): Result<Credentials, 'invalid_request' | 'invalid_client'> {
	const inForm = form.client_secret !== undefined;
	if (!header)
		return form.client_id && form.client_secret
			? ok({ clientId: form.client_id, clientSecret: form.client_secret })
			: fail('invalid_client');
	if (inForm) return fail('invalid_request');
	const encoded = /^Basic +([A-Za-z0-9+/_-]{1,400}={0,2})$/i.exec(header)?.[1];
	const [id, secret, ...more] = Buffer.from(encoded ?? '', 'base64')
		.toString('utf8')
		.split(':');
	const [clientId, clientSecret] = [decoded(id), decoded(secret)];
	if (!clientId || !clientSecret || more.length > 0) return fail('invalid_client');
	if (form.client_id !== undefined && form.client_id !== clientId) return fail('invalid_request');
	return ok({ clientId, clientSecret });
}

function decoded(text = ''): string | null {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return null;
	}
}
