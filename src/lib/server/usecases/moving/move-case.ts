import type { MeetingFormat } from '#lib/domain/format.ts';
import { chooseLines, goesAlways, isChosenBeforehand, mayMove } from '#lib/domain/moving.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { MoveOffer } from '#lib/protocol/views/moving.ts';
import type { UseCase, Work } from '../../work.ts';
import { groundOf } from '../at-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { handles, tellBoth } from './at-move.ts';
import { extractOf, markOf } from './extract.ts';
import { knownItems } from './known-items.ts';

/** What the form of a move offers: the other tables, and every line that could go along. A reading of the case. */
export async function offerMove(work: Work, itemId: string): Promise<Result<MoveOffer>> {
	const found = await atOpenCase(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	if (!handles(at, work.actor.personId)) return fail('presenter-only');
	const lines = (await extractOf(work, at)).map((line) => ({
		...line,
		hash: markOf(work, line),
		chosen: isChosenBeforehand(line.kind),
		always: goesAlways(line.kind)
	}));
	await work.log({
		event: 'offer-move',
		objectKind: 'item',
		objectId: itemId,
		caseId: at.caseId,
		ground: groundOf(at)
	});
	return ok({ tables: await otherTables(work, at.table.id), lines });
}

/** Hands a case over to another table, with the lines that were chosen (MV1–MV6). */
export const moveCase: UseCase<CheckedInput<'case.move'>, { moveId: string }> = async (
	work,
	input
) => {
	const found = await atOpenCase(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	if (!handles(at, work.actor.personId)) return fail('presenter-only');
	const table = (await otherTables(work, at.table.id)).find(({ id }) => id === input.tableId);
	if (!table) return fail('unknown-table');
	const may = mayMove(await work.store.moving.ofCase(at.caseId), table.id);
	if (!may.ok) return may;
	const offered = await extractOf(work, at);
	const marks = new Map(offered.map((line) => [line.key, markOf(work, line)]));
	if (input.lines.some(({ key, hash }) => marks.get(key) !== hash)) return fail('extract-changed');
	const lines = chooseLines(offered, new Set(input.lines.map(({ key }) => key)));
	if (!lines.ok) return lines;
	const moveId = work.id();
	await work.store.moving.add({
		id: moveId,
		fromCaseId: at.caseId,
		fromItemId: at.item.id,
		fromTableName: at.table.name,
		toTableId: table.id,
		toTableName: table.name,
		reason: input.reason,
		lines: lines.value,
		movedBy: work.actor.personId,
		movedAt: work.now,
		status: 'waiting'
	});
	await told(work, at, 'case.move');
	await tellAbout(work, moveId);
	return ok({ moveId });
};

/** The mover thinks better of it, as long as the other table has not answered. */
export const takeBack: UseCase<CheckedInput<'move.take-back'>> = async (work, input) => {
	const found = await atOpenCase(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	const move = await work.store.moving.find(input.moveId);
	const known = await knownItems(work, at);
	if (move?.fromCaseId !== at.caseId || !known.includes(move.fromItemId)) return fail('not-found');
	if (!handles(at, work.actor.personId)) return fail('presenter-only');
	if (move.status !== 'waiting') return fail('move-answered');
	await work.store.moving.answer(move.id, {
		status: 'taken-back',
		answeredBy: work.actor.personId,
		answeredAt: work.now
	});
	await told(work, at, 'move.take-back');
	await tellAbout(work, move.id);
	return ok();
};

async function tellAbout(work: Work, moveId: string): Promise<void> {
	const move = await work.store.moving.find(moveId);
	if (move) await tellBoth(work, move);
}

/** By name and kind of meeting, and no more (MV2). */
async function otherTables(
	{ store }: Work,
	ownId: string
): Promise<{ id: string; name: string; format: MeetingFormat }[]> {
	return (await store.tables.all()).flatMap(({ id, name, format, archivedAt }) =>
		id === ownId || archivedAt ? [] : [{ id, name, format }]
	);
}
