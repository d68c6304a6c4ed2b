import { escalationTone } from '#lib/domain/escalation.ts';
import type { EscalationView } from '#lib/protocol/views/coordination.ts';
import type { ItemContext } from './context.ts';

/** What was put to someone who can decide more, as far as the viewer knows it; the last one first. */
export async function escalationsOf({
	store,
	caseId,
	known,
	today
}: ItemContext): Promise<EscalationView[]> {
	const rows = (await store.coordination.escalations(caseId)).filter((row) =>
		known.has(row.itemId)
	);
	const people = await store.people.findMany([...new Set(rows.map((row) => row.createdBy))]);
	return rows.map((row) => ({
		id: row.id,
		by: people.find(({ person }) => person.id === row.createdBy)?.person.name ?? '',
		toWhom: row.toWhom,
		reason: row.reason,
		on: row.escalatedOn,
		answeredOn: row.answeredOn,
		outcome: row.outcome,
		tone: escalationTone({ on: row.escalatedOn, answeredOn: row.answeredOn }, today)
	}));
}
