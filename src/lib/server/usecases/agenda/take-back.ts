import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Work } from '../../work.ts';
import { hasContent } from './has-content.ts';

/**
 * An item that was carried over is taken up again here: its place on the later agenda goes, unless
 * someone has prepared it there already.
 */
export async function takeBack(work: Work, item: AgendaItem): Promise<Result<void>> {
	const later = item.carriedToId ? await work.store.agenda.find(item.carriedToId) : null;
	if (item.status !== 'carried-over' || !later) return ok();
	if (later.status !== 'planned' || (await hasContent(work, later.id)))
		return fail('already-on-agenda');
	await work.store.agenda.remove(later.id);
	await work.store.agenda.change(item.id, { carriedToId: null });
	work.touch(`item:${later.id}`, `meeting:${later.meetingId}`);
	return ok();
}
