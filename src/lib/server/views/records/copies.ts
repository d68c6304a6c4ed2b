import { ageAt } from '#lib/domain/case.ts';
import { familyCopy, mayHaveCopy } from '#lib/domain/family-copy.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CopySubject, CopyVersion, CopyView, FixedCopy } from '#lib/protocol/views/records.ts';
import type { FamilyCopy } from '../../store/records.ts';
import { groundOf } from '../../usecases/at-item.ts';
import { type AtCopy, copyMaterial } from '../../usecases/records/copy-material.ts';
import type { Work } from '../../work.ts';

type Refused = 'not-found' | 'chair-or-coordinator';

/** To choose, line by line, what a family member gets, and what was given before. */
export async function copyView(
	work: Work,
	itemId: string,
	subjectId: string | null
): Promise<Result<CopyView, Refused>> {
	const found = await copyMaterial(work, itemId);
	if (!found.ok) return found;
	const { at, material, day } = found.value;
	const subjects = subjectsOf(found.value, work.today);
	const subject = subjects.find(({ id }) => id === subjectId);
	const lines = subject ? familyCopy(material, subject.id, work.today) : [];
	await logRead(work, found.value, 'read-family-copy');
	return ok({
		itemId,
		caseId: at.caseId,
		code: at.family.case.code,
		tableName: at.table.name,
		day,
		subjects,
		chosen: subject ? { subject, lines, basis: work.hash(JSON.stringify(lines)) } : null,
		versions: await versionsOf(work, found.value, await work.store.records.copies(itemId))
	});
}

/** A copy that was made, to print it. */
export async function fixedCopy(
	work: Work,
	itemId: string,
	copyId: string,
	event: 'read-family-copy' | 'print-family-copy' = 'read-family-copy'
): Promise<Result<FixedCopy, Refused>> {
	const found = await copyMaterial(work, itemId);
	if (!found.ok) return found;
	const copy = await work.store.records.copy(copyId);
	if (copy?.itemId !== itemId) return fail('not-found');
	const [version] = await versionsOf(work, found.value, [copy]);
	if (!version) return fail('not-found');
	await logRead(work, found.value, event);
	const { at, day } = found.value;
	return ok({
		...version,
		itemId,
		code: at.family.case.code,
		tableName: at.table.name,
		day,
		lines: copy.lines,
		incomplete: copy.incomplete
	});
}

function subjectsOf({ material }: AtCopy, today: string): CopySubject[] {
	const { children, caregivers } = material;
	return [
		...caregivers.map(({ id, firstName, lastName, relation }) => ({
			id,
			name: [firstName, lastName].filter(Boolean).join(' '),
			relation,
			age: null
		})),
		...children.map(({ id, firstName, birthMonth }) => ({
			id,
			name: firstName,
			relation: '',
			age: ageAt(birthMonth, today).years
		}))
	].filter(({ id }) => mayHaveCopy(material, id, today));
}

async function versionsOf(
	{ store }: Work,
	{ material }: AtCopy,
	copies: readonly FamilyCopy[]
): Promise<CopyVersion[]> {
	const makers = await store.people.findMany([...new Set(copies.map((one) => one.madeBy))]);
	const all = [...material.children, ...material.caregivers];
	return copies.map((copy) => ({
		id: copy.id,
		subjectId: copy.subjectId,
		name: all.find(({ id }) => id === copy.subjectId)?.firstName ?? '',
		version: copy.version,
		madeAt: copy.madeAt.toISOString(),
		madeBy: makers.find(({ person }) => person.id === copy.madeBy)?.person.name ?? ''
	}));
}

async function logRead(work: Work, { at }: AtCopy, event: string): Promise<void> {
	await work.log({
		event,
		objectKind: 'item',
		objectId: at.item.id,
		caseId: at.caseId,
		ground: groundOf(at)
	});
}
