import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from './open-case-item.ts';

export interface Speaker {
	personId: string;
	organisationId: string;
}

/**
 * Whose answer this is: the actor's own, or "namens" someone else. Only a participant of this item can
 * be spoken for: nobody who was not asked is made to have said something.
 */
export async function whoSays(
	work: Work,
	at: OpenCaseItem,
	personId: string | undefined
): Promise<Result<Speaker, 'not-a-participant'>> {
	const { actor, store } = work;
	if (personId === undefined || personId === actor.personId)
		return ok({ personId: actor.personId, organisationId: actor.organisationId });
	const participant = await store.agenda.participant(at.item.id, personId);
	if (!participant) return fail('not-a-participant');
	return ok({ personId, organisationId: participant.organisationId });
}
