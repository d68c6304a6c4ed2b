import { fail, ok, type Result } from '#lib/domain/result.ts';
import { newSigningSecret, secretContext } from '../../connectors/secrets.ts';
import type { Work } from '../../work.ts';
import { administered, logConnector } from './may-administer.ts';

export interface RotatedSecret {
	/** Shown this once. */
	signingSecret: string;
	/** Until then messages are signed with both. */
	overlapUntil: string;
}

/** Time for the receiver to put the new secret in place, in which both count. */
const OVERLAP_MS = 24 * 3_600_000;

/**
 * Gives a webhook a new signing secret; the one it had counts beside it for a day, and one from before
 * that no longer. Whoever may have seen the old secret may have a token too: those end at once.
 */
export async function rotateSecret(
	work: Work,
	{ connectorId }: { connectorId: string }
): Promise<Result<RotatedSecret>> {
	const connector = await administered(work, connectorId);
	if (!connector.ok) return connector;
	if (connector.value.kind !== 'webhook') return fail('not-found');
	const signingSecret = newSigningSecret(work);
	const overlapUntil = new Date(work.now.getTime() + OVERLAP_MS);
	await work.store.delivery.changeConnector(connectorId, {
		secret: work.encrypt(signingSecret, secretContext(connectorId)),
		previousSecret: connector.value.secret,
		previousUntil: overlapUntil
	});
	await work.store.apiTokens.endOf(connectorId);
	await logConnector(work, 'rotate-secret', connectorId);
	return ok({ signingSecret, overlapUntil: overlapUntil.toISOString() });
}
