import { asksForExpertise, missingExpertise, whomToAsk } from '#lib/domain/expertise.ts';
import type { ScaleChoice } from '#lib/domain/instrument.ts';
import type { MeldcodeStepsPart } from '#lib/protocol/views/meldcode.ts';
import { professional } from '../../../usecases/meldcode/invite-expertise.ts';
import type { ItemContext } from '../context.ts';

/** Which expertise is not at the item while A asks for it (R15), and whom one click would invite. */
export async function expertisePart(
	{ store, item, meeting, seats, participants, people, viewer, runs }: ItemContext,
	sectionA: readonly (ScaleChoice | null)[]
): Promise<MeldcodeStepsPart['expertise']> {
	const why = asksForExpertise(sectionA);
	if (!why) return { why, missing: [], toInvite: [] };
	const here = participants.flatMap(({ personId }) => people.get(personId) ?? []);
	const missing = missingExpertise(here.map(professional));
	const mayInvite = (runs || item.presenterId === viewer.person.id) && meeting.status !== 'closed';
	if (!mayInvite || missing.length === 0) return { why, missing, toInvite: [] };
	const active = (await store.people.active()).map(professional);
	const seated = new Set(seats.map((seat) => seat.personId));
	return {
		why,
		missing,
		toInvite: missing.flatMap((expertise) => {
			const asked = whomToAsk(expertise, active, seated);
			return asked ? [{ expertise, name: asked.name }] : [];
		})
	};
}
