import type { MeldcodePart } from '#lib/protocol/views.ts';
import { stepState } from '../../usecases/judgement/step-state.ts';
import type { ItemContext } from './context.ts';

/** The Veilig Thuis step per child: whether it is open, what was decided, who still has to decide. */
export async function meldcodePart(context: ItemContext): Promise<MeldcodePart> {
	const { store, item, family, participants, people } = context;
	const organisations = participants.flatMap(({ personId }) => {
		const colleague = people.get(personId);
		return colleague ? [colleague.organisation] : [];
	});
	const childIds = family.children.map(({ id }) => id);
	const { open, outstanding } = await stepState(store, item.id, childIds, organisations);
	const decisions = await store.judgements.meldcode(item.id);
	return {
		open,
		decisions: decisions.map((each) => ({
			childId: each.childId,
			organisationId: each.organisationId,
			decision: each.decision,
			because: each.because,
			decidedOn: each.decidedOn,
			personId: each.personId,
			revision: each.revision
		})),
		outstanding
	};
}
