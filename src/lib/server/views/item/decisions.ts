import type { DecisionsPart } from '#lib/protocol/views.ts';
import type { ItemContext } from './context.ts';

/** The exact text of the decisions as it stands, who confirmed it and who is asked; null before there is any. */
export async function decisionsPart(context: ItemContext): Promise<DecisionsPart | null> {
	const { store, item, participants } = context;
	const versions = await store.decisions.versions(item.id);
	const current = versions.at(-1);
	if (!current) return null;
	const ratified = await store.decisions.ratifications(item.id, current.version);
	return {
		version: current.version,
		text: current.text,
		hash: current.hash,
		createdAt: current.createdAt.toISOString(),
		ratifiedAt: current.ratifiedAt?.toISOString() ?? null,
		ratifiedBy: ratified.map(({ personId, at }) => ({ personId, at: at.toISOString() })),
		attendees: participants.filter((one) => one.attendedAt).map((one) => one.personId),
		reopened:
			current.ratifiedAt === null &&
			versions.some((one) => one.version < current.version && one.ratifiedAt !== null)
	};
}
