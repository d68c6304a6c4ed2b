import type { ExtractLine } from '#lib/domain/moving.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { CaseMove } from '../../store/moving.ts';
import type { UseCase, Work } from '../../work.ts';
import { addCaseItem } from '../agenda/add-case-item.ts';
import { freeCode } from '../agenda/open-case.ts';
import { arrivedMove, tellBoth } from './at-move.ts';

/** Who runs the other table takes it: a new case, on the agenda of a meeting (MV8). */
export const receiveMove: UseCase<
	CheckedInput<'move.receive'>,
	{ itemId: string; meetingId: string }
> = async (work, input) => {
	const found = await arrivedMove(work, input.moveId);
	if (!found.ok) return found;
	const { move, ground } = found.value;
	const { store } = work;
	const meeting = await store.tables.meeting(input.meetingId);
	if (meeting?.tableId !== move.toTableId) return fail('unknown-meeting');
	const table = await store.tables.find(move.toTableId);
	const code = await freeCode(work);
	if (!table || !code) return fail('no-code-free');
	const caseId = work.id();
	await store.cases.add({ id: caseId, tableId: table.id, code, openedAt: work.now });
	await addFamily(work, caseId, move.lines);
	await store.moving.answer(move.id, {
		status: 'received',
		answeredBy: work.actor.personId,
		answeredAt: work.now,
		newCaseId: caseId
	});
	for (const about of [caseId, move.fromCaseId])
		await work.log({
			event: 'move.receive',
			objectKind: 'case',
			objectId: about,
			caseId: about,
			ground
		});
	const item = await addCaseItem(work, {
		meetingId: meeting.id,
		caseId,
		reason: move.reason,
		news: newsOf(move),
		minutes: table.minutesPerCase,
		participants: await invited(work, move, input)
	});
	if (!item.ok) return item;
	await tellBoth(work, { ...move, newCaseId: caseId });
	return ok({ itemId: item.value.itemId, meetingId: meeting.id });
};

/** Not for this table: with a reason, and then nothing of it is left here (MV7). */
export const returnMove: UseCase<CheckedInput<'move.return'>> = async (work, input) => {
	const found = await arrivedMove(work, input.moveId);
	if (!found.ok) return found;
	const { move, ground } = found.value;
	await work.store.moving.answer(move.id, {
		status: 'returned',
		answeredBy: work.actor.personId,
		answeredAt: work.now,
		returnReason: input.reason
	});
	await work.log({
		event: 'move.return',
		objectKind: 'case',
		objectId: move.fromCaseId,
		caseId: move.fromCaseId,
		ground
	});
	await tellBoth(work, move);
	return ok();
};

async function addFamily(work: Work, caseId: string, lines: readonly ExtractLine[]): Promise<void> {
	const fact = ({ facts }: ExtractLine, name: string) => String(facts[name] ?? '');
	for (const [position, line] of lines.filter(({ kind }) => kind === 'child').entries())
		await work.store.cases.addChild({
			...{ id: work.id(), caseId, position },
			firstName: line.text,
			birthMonth: fact(line, 'birthMonth')
		});
	for (const [position, line] of lines.filter(({ kind }) => kind === 'caregiver').entries())
		await work.store.cases.addCaregiver({
			...{ id: work.id(), caseId, position },
			firstName: fact(line, 'firstName'),
			lastName: fact(line, 'lastName'),
			relation: fact(line, 'relation')
		});
}

/** "Wat is er nieuw?" is what was new, else what was asked before. */
function newsOf({ lines, reason }: CaseMove): string {
	const said = (kind: ExtractLine['kind']) => lines.find((line) => line.kind === kind)?.text;
	return said('news') || said('question') || reason;
}

async function invited(
	{ store }: Work,
	move: CaseMove,
	{ inviteTable, inviteMover }: CheckedInput<'move.receive'>
): Promise<string[]> {
	const ids = inviteTable
		? (await store.tables.seats(move.toTableId)).map(({ personId }) => personId)
		: [];
	const asked = await store.people.findMany(inviteMover ? [...ids, move.movedBy] : ids);
	return asked.flatMap(({ person }) => (person.disabledAt ? [] : person.id));
}
