import type { App } from '#lib/server/app.ts';
import type { MoveOffer } from '#lib/protocol/views/moving.ts';
import { transact } from '#lib/server/transact.ts';
import { offerMove } from '#lib/server/usecases/moving/move-case.ts';
import type { Actor } from '#lib/server/work.ts';
import type { Result } from '#lib/domain/result.ts';

export type OfferedLine = MoveOffer['lines'][number];

/** What the form of a move offers someone. */
export function offered(app: App, actor: Actor, itemId: string): Promise<Result<MoveOffer>> {
	return transact(app, actor, (work) => offerMove(work, itemId), 'offer-move');
}

/** The lines that go along as they are ticked beforehand, or as `pick` says. */
export async function linesOf(
	app: App,
	actor: Actor,
	itemId: string,
	pick: (line: OfferedLine) => boolean = ({ chosen, always }) => chosen || always
): Promise<{ key: string; hash: string }[]> {
	const offer = await offered(app, actor, itemId);
	if (!offer.ok) throw new Error(offer.error);
	return offer.value.lines.filter(pick).map(({ key, hash }) => ({ key, hash }));
}
