import { entryOf } from '#lib/domain/grounds.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { StoredGround } from '../../store/grounds.ts';
import type { Colleague } from '../../store/people.ts';
import type { Work } from '../../work.ts';

interface Item {
	id: string;
	caseId: string;
}

/**
 * Gives each organisation that comes to an item its ground: the one it has there, the one it takes along,
 * or the default of its kind. One that has none is refused (GC3), unless these are `holding` the case:
 * they bring it or run its table, so they know it already and are asked to record their ground.
 */
export async function giveGrounds(
	work: Work,
	item: Item,
	people: readonly Pick<Colleague, 'organisation'>[],
	{ holding = false } = {}
): Promise<Result<void, 'ground-required'>> {
	const { store, now, today } = work;
	const { here, earlier } = await groundsUpTo(work, item);
	const organisations = new Map(people.map(({ organisation }) => [organisation.id, organisation]));
	for (const { id: organisationId, kind, name } of organisations.values()) {
		const newest = (rows: readonly StoredGround[]) =>
			rows.findLast((row) => row.organisationId === organisationId) ?? null;
		const standing = { here: newest(here), earlier: newest(earlier) };
		const entry = entryOf(kind, standing, today);
		const row = { id: work.id(), itemId: item.id, caseId: item.caseId, organisationId };
		switch (entry.kind) {
			case 'there':
				break;
			case 'along': {
				const { ground, explanation, endsOn, recordedBy } = entry.from;
				await store.grounds.add({
					...row,
					ground,
					explanation,
					endsOn,
					recordedBy,
					recordedAt: now
				});
				break;
			}
			case 'default':
				await store.grounds.add({ ...row, ground: entry.ground, recordedAt: now });
				break;
			case 'required':
				if (!holding) return fail('ground-required', { organisation: name, organisationId });
				if (!standing.here) await store.grounds.add({ ...row, recordedAt: now });
		}
	}
	return ok();
}

/** The grounds of a new item: `holding` are who bring the case and who run its table, by person id. */
export async function groundsOfNew(
	work: Work,
	item: Item,
	people: readonly Colleague[],
	holding: readonly string[]
): Promise<Result<void, 'ground-required'>> {
	const holds = ({ person }: Colleague) => holding.includes(person.id);
	const given = await giveGrounds(
		work,
		item,
		people.filter((one) => !holds(one))
	);
	return given.ok ? giveGrounds(work, item, people.filter(holds), { holding: true }) : given;
}

/** With a carried-over item goes what was recorded of sharing it, as it was (GC4). */
export async function carryGrounds(work: Work, from: string, to: Item): Promise<void> {
	const { store } = work;
	const here = new Set(
		(await store.agenda.participants(from)).map(({ organisationId }) => organisationId)
	);
	const newest = new Map(
		(await store.grounds.ofItem(from)).map((row) => [row.organisationId, row])
	);
	for (const row of newest.values())
		if (here.has(row.organisationId) && !row.endedAt)
			await store.grounds.add({ ...row, id: work.id(), itemId: to.id, revision: 0 });
	const reason = (await store.grounds.reasons(to.caseId)).find(({ itemId }) => itemId === from);
	if (reason) await store.grounds.setReason({ ...reason, itemId: to.id, revision: 0 });
}

/** Of the items of the case up to this one: a later one says nothing here (CK1). */
async function groundsUpTo(
	{ store }: Work,
	{ id, caseId }: Item
): Promise<{ here: StoredGround[]; earlier: StoredGround[] }> {
	const rows = await store.grounds.ofCase(caseId);
	const dated = await store.agenda.datedOfCase(caseId);
	const here = dated.find(({ item }) => item.id === id);
	const order = dated
		.filter(({ item, startsAt }) => item.id !== id && here && startsAt <= here.startsAt)
		.map(({ item }) => item.id);
	return {
		here: rows.filter(({ itemId }) => itemId === id),
		earlier: order.flatMap((itemId) => rows.filter((row) => row.itemId === itemId))
	};
}
