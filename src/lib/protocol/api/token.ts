import * as v from 'valibot';
import { means } from './words.ts';

/** Body of `POST /api/v1/token` (RFC 6749, 4.4.2 and 2.3.1), as a form. */
export const tokenRequest = v.object({
	grant_type: v.literal('client_credentials'),
	client_id: v.optional(
		v.pipe(
			v.string(),
			means('Als u geen Basic-authenticatie gebruikt.', 'When you do not use Basic authentication.')
		)
	),
	client_secret: v.optional(v.string())
});

/** RFC 6749, 5.1. */
export const tokenAnswer = v.object({
	access_token: v.pipe(v.string(), v.regex(/^ctt_[\w-]{43}$/)),
	token_type: v.literal('Bearer'),
	expires_in: v.pipe(
		v.number(),
		v.integer(),
		v.minValue(1),
		means('Seconden; vraag daarna een nieuw token.', 'Seconds; ask for a new token after that.')
	)
});
export type TokenAnswer = v.InferOutput<typeof tokenAnswer>;

export const TOKEN_ERRORS = [
	'invalid_request',
	'invalid_client',
	'invalid_scope',
	'unsupported_grant_type'
] as const;
export type TokenError = (typeof TOKEN_ERRORS)[number];

/** RFC 6749, 5.2. */
export const tokenRefusal = v.object({
	error: v.picklist(TOKEN_ERRORS),
	error_description: v.string()
});
