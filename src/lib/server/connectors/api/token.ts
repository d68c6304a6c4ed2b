import { timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { type TokenAnswer, type TokenError, tokenRequest } from '#lib/protocol/api.ts';
import * as v from 'valibot';
import type { App } from '../../app.ts';
import type { Connector } from '../../store/delivery.ts';
import { repositories } from '../../store/repositories.ts';
import { sha256, transact } from '../../transact.ts';
import type { Work } from '../../work.ts';
import { actorOf, takesPart } from './authenticate.ts';
import { formBody } from './body.ts';
import { credentialsOf, type Credentials } from './credentials.ts';
import { allowanceHeaders, countAttempt, countRequest, giveBackAttempt } from './limits.ts';
import { answer, problem, refusal } from './problem.ts';

const LIFETIME_SECONDS = 15 * 60;

/** `POST /api/v1/token`: OAuth 2.0 client credentials (RFC 6749, 4.4). */
export async function postToken(app: App, request: Request, address: string): Promise<Response> {
	const attempts = await countAttempt(app, address);
	if (attempts.isSpent) return problem('too-many', { retryAfter: attempts.resetIn });
	const form = await formBody(request);
	if (!form.ok) return refused('invalid_request');
	const asked = readRequest(form.value);
	if (!asked.ok) return refused(asked.error);
	const credentials = credentialsOf(request.headers.get('authorization'), asked.value);
	if (!credentials.ok) return refused(credentials.error);

	const connector = await clientOf(app, credentials.value, address);
	if (!connector) return refused('invalid_client');
	await giveBackAttempt(app, address);
	const allowance = await countRequest(app, connector.id);
	if (allowance.isSpent) return problem('too-many', { retryAfter: allowance.resetIn });

	const token = `ctt_${app.ids.token()}`;
	const given = await transact(
		app,
		actorOf(connector, address),
		(work) => giveToken(work, connector.id, token),
		'give-token'
	);
	if (!given.ok) return refusal(given.error);
	const body: TokenAnswer = {
		access_token: token,
		token_type: 'Bearer',
		expires_in: LIFETIME_SECONDS
	};
	return answer(200, body, { pragma: 'no-cache', ...allowanceHeaders(allowance) });
}

/** Each parameter once (RFC 6749, 3.2); there are no scopes. */
function readRequest(
	form: URLSearchParams
): Result<v.InferOutput<typeof tokenRequest>, TokenError> {
	const names = [...form.keys()];
	if (new Set(names).size < names.length) return fail('invalid_request');
	const type = form.get('grant_type');
	if (!type) return fail('invalid_request');
	if (type !== 'client_credentials') return fail('unsupported_grant_type');
	if (form.get('scope')) return fail('invalid_scope');
	const read = v.safeParse(tokenRequest, Object.fromEntries(form));
	return read.success ? ok(read.output) : fail('invalid_request');
}

/** Unknown, removed, of another kind and a wrong secret: all the same answer. */
async function clientOf(
	app: App,
	{ clientId, clientSecret }: Credentials,
	address: string
): Promise<Connector | null> {
	const { delivery } = repositories(app.database.reader);
	const found = await delivery.connector(clientId);
	const isClient =
		found !== null && !found.removedAt && (found.kind === 'webhook' || found.kind === 'api');
	const given = Buffer.from(sha256(clientSecret));
	const kept = Buffer.from(isClient ? found.apiKeyHash : sha256(''));
	const isRight = given.length === kept.length && timingSafeEqual(given, kept);
	if (!isClient) return null;
	if (isRight && (await takesPart(app, found))) return found;
	// Somebody tries the secret of a connection there is: that it was refused is on the log.
	await transact(
		app,
		actorOf(found, address),
		async (work) => {
			work.about({ objectKind: 'connector', objectId: found.id });
			return fail('invalid-client');
		},
		'give-token'
	);
	return null;
}

async function giveToken(work: Work, connectorId: string, token: string): Promise<Result<void>> {
	const expiresAt = new Date(work.now.getTime() + LIFETIME_SECONDS * 1000);
	await work.store.apiTokens.add({ hash: work.hash(token), connectorId, expiresAt });
	await work.log({
		event: 'give-token',
		objectKind: 'connector',
		objectId: connectorId,
		ground: 'client-secret'
	});
	return ok();
}

const WHY: Record<TokenError, string> = {
	invalid_request:
		'Send a form (application/x-www-form-urlencoded) with grant_type, each field once.',
	invalid_client: 'Client id or client secret is wrong, or no longer in use.',
	invalid_scope: 'There are no scopes: leave scope out.',
	unsupported_grant_type: 'The only grant_type is client_credentials.'
};

/** RFC 6749, 5.2. */
function refused(error: TokenError): Response {
	const status = error === 'invalid_client' ? 401 : 400;
	return answer(
		status,
		{ error, error_description: WHY[error] },
		status === 401 ? { 'www-authenticate': 'Basic realm="casustafel"' } : {}
	);
}
