import { type RoleStanding } from '#lib/domain/coordination.ts';
import { watchAfterReport, type WatchAfterReport } from '#lib/domain/watch-after-report.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import type { MeldcodeRecord } from '../../store/judgements.ts';
import type { Repositories } from '../../store/repositories.ts';

export interface Reports {
	/** What was decided in the Veilig Thuis step, at the items one knows. */
	decisions: MeldcodeRecord[];
	watch: WatchAfterReport | null;
}

/** Where the watch on safety goes after what was decided at the items that someone knows (CO10, CO11). */
export async function reportsAt(
	store: Repositories,
	known: ReadonlySet<string>,
	terms: readonly StoredTerm[],
	{ holder }: RoleStanding<StoredTerm>
): Promise<Reports> {
	const decisions: MeldcodeRecord[] = [];
	for (const itemId of known) decisions.push(...(await store.judgements.meldcode(itemId)));
	const received = terms.flatMap(({ receivedOn, answeredAt }) =>
		receivedOn && answeredAt ? [answeredAt.getTime()] : []
	);
	const who = holder?.personId ? await store.people.find(holder.personId) : null;
	return {
		decisions,
		watch: watchAfterReport({
			decisions: decisions.map(({ decision, createdAt }) => ({
				decision,
				at: createdAt.getTime()
			})),
			receivedAt: received.length > 0 ? Math.max(...received) : null,
			heldByVeiligThuis:
				holder !== null && (holder.personId === null || who?.organisation.kind === 'veilig-thuis')
		})
	};
}
