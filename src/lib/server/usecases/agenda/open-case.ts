import { caseCode } from '#lib/domain/case.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import { atTable } from '../at-meeting.ts';

const TRIES = 50;

/** A new case at a table, by any of its members, under a random code. */
export const openCase: UseCase<
	CheckedInput<'case.open'>,
	{ caseId: string; code: string }
> = async (work, input) => {
	const at = await atTable(work, input.tableId);
	if (!at.ok) return at;
	const code = await freeCode(work);
	if (!code) return fail('no-code-free');
	const caseId = work.id();
	await work.store.cases.add({ id: caseId, tableId: input.tableId, code, openedAt: work.now });
	for (const [position, child] of input.children.entries())
		await work.store.cases.addChild({ id: work.id(), caseId, ...child, position });
	for (const [position, adult] of input.caregivers.entries())
		await work.store.cases.addCaregiver({ id: work.id(), caseId, ...adult, position });
	await work.log({
		event: 'open-case',
		objectKind: 'case',
		objectId: caseId,
		caseId,
		ground: at.value.seat.role
	});
	return ok({ caseId, code });
};

/** A random code that no case has (see `caseCode`); null when none was found. */
export async function freeCode(work: Work): Promise<string | null> {
	const year = Number(work.today.slice(0, 4));
	for (let tries = 0; tries < TRIES; tries += 1) {
		const code = caseCode(year, (below) => work.number(below));
		if (!(await work.store.cases.byCode(code))) return code;
	}
	return null;
}
