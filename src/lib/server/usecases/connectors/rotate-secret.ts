import { fail, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';

export interface RotatedSecret {
	/** Shown this once. */
	signingSecret: string;
	/** Until then messages are signed with both. */
	overlapUntil: string;
}

/** Gives a webhook a new signing secret; the old one counts beside it for a while. */
export async function rotateSecret(
	_work: Work,
	_input: { connectorId: string }
): Promise<Result<RotatedSecret>> {
	return fail('not-found');
}
