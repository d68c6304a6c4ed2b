import { HANDOVER_POINTS } from '#lib/domain/handover.ts';
import { type WatchPlace, watchPlace } from '#lib/domain/moving.ts';
import type { HandoverView, MoverView } from '#lib/protocol/views/moving.ts';
import type { CaseMove } from '../store/moving.ts';
import type { Repositories } from '../store/repositories.ts';
import { roleOf } from '../usecases/coordination/role-of.ts';

/** How far both sides are with the handover; `mine` is the side the viewer may confirm. */
export async function handoverView(
	store: Repositories,
	moveId: string,
	mine: HandoverView['mine']
): Promise<HandoverView> {
	const all = await store.moving.confirmations(moveId);
	const of = (side: 'given' | 'taken') =>
		HANDOVER_POINTS.filter((point) => all.some((one) => one.side === side && one.point === point));
	return { given: of('given'), taken: of('taken'), mine };
}

/** Where the watch on safety lies, from both cases; neither side is told who holds it at the other (MV9, MV11). */
export async function watchOf(store: Repositories, move: CaseMove): Promise<WatchPlace> {
	const holds = async (caseId: string | null) =>
		caseId !== null && (await roleOf(store, caseId, 'safety-watch')).holder !== null;
	return watchPlace({ atOld: await holds(move.fromCaseId), atNew: await holds(move.newCaseId) });
}

/** Who moved it, to call: a warm handover begins with speaking to each other. */
export async function moverView(store: Repositories, personId: string): Promise<MoverView> {
	const found = await store.people.find(personId);
	return {
		name: found?.person.name ?? '',
		function: found?.person.function ?? '',
		organisation: found?.organisation.name ?? '',
		email: found?.person.email ?? '',
		phone: found?.person.phone ?? ''
	};
}
