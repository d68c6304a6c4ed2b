import type { RecordContent } from '#lib/protocol/my-actions.ts';
import { factsRoot, groundsRoot, worriesRoot } from '#lib/document/roots.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Meeting, Table } from '../../store/tables.ts';
import type { Work } from '../../work.ts';
import { agreedActions, decidedOf } from './refresh-decisions.ts';

/**
 * What stands on the record of a case item as it is now: fixed when its meeting closes, and what a dossier
 * or the family gets a part of.
 */
export async function recordContent(
	work: Work,
	item: AgendaItem,
	meeting: Meeting,
	table: Table
): Promise<RecordContent | null> {
	const { store } = work;
	const family = item.caseId ? await store.cases.family(item.caseId) : null;
	const decided = await decidedOf(store, item.id);
	if (!family || !decided) return null;
	const texts = (await work.texts(item.id)) ?? {};
	const attended = await store.agenda.attended(item.id);
	const attendees = await store.people.findMany(attended.map((one) => one.personId));
	return {
		version: 1,
		tableName: table.name,
		day: dayInTheNetherlands(meeting.startedAt ?? meeting.startsAt),
		code: family.case.code,
		reason: item.reason,
		news: item.news,
		carriedOver: item.status === 'carried-over',
		children: family.children.map(({ firstName, birthMonth }) => ({ firstName, birthMonth })),
		caregivers: family.caregivers.map(({ firstName, lastName, relation }) => ({
			firstName,
			lastName,
			relation
		})),
		attendees: attendees.map(({ person, organisation }) => ({
			name: person.name,
			function: person.function,
			organisation: organisation.name
		})),
		facts: factsOf(texts, await store.people.organisations()),
		judgements: decided.judgements.map((one) => {
			const child = family.children.find(({ firstName }) => firstName === one.firstName);
			return {
				...one,
				worries: texts[worriesRoot(child?.id ?? '')] ?? '',
				grounds: texts[groundsRoot(child?.id ?? '')] ?? '',
				dissents: [...one.dissents]
			};
		}),
		meldcode: await meldcodeOf(work, item.id, family.children),
		actions: await actionsOf(work, item.id, decided.actions),
		decisions: await decisionsOf(work, item.id)
	};
}

function factsOf(
	texts: Readonly<Record<string, string>>,
	organisations: { id: string; name: string }[]
): RecordContent['facts'] {
	const common = { organisation: '', text: texts.common ?? '' };
	const own = organisations.map(({ id, name }) => ({
		organisation: name,
		text: texts[factsRoot(id)] ?? ''
	}));
	return [...own, common].filter(({ text }) => text.trim() !== '');
}

async function meldcodeOf(
	work: Work,
	itemId: string,
	children: { id: string; firstName: string }[]
): Promise<RecordContent['meldcode']> {
	const names = new Map((await work.store.people.organisations()).map((one) => [one.id, one.name]));
	const rows = await work.store.judgements.meldcode(itemId);
	return rows.map((row) => ({
		firstName: children.find((child) => child.id === row.childId)?.firstName ?? '',
		organisation: names.get(row.organisationId) ?? '',
		decision: row.decision,
		because: row.because,
		decidedOn: row.decidedOn
	}));
}

async function actionsOf(
	work: Work,
	itemId: string,
	decided: { owner: string | null }[]
): Promise<RecordContent['actions']> {
	const rows = await agreedActions(work.store, itemId);
	return rows
		.map(({ title, due, tellTo, status }, at) => ({
			title,
			owner: decided[at]?.owner ?? null,
			due,
			tellTo,
			status
		}))
		.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

async function decisionsOf(work: Work, itemId: string): Promise<RecordContent['decisions']> {
	const current = await work.store.decisions.current(itemId);
	if (!current) return null;
	const ratified = await work.store.decisions.ratifications(itemId, current.version);
	const people = await work.store.people.findMany(ratified.map((one) => one.personId));
	return {
		version: current.version,
		hash: current.hash,
		text: current.text,
		ratifiedAt: current.ratifiedAt?.toISOString() ?? null,
		ratifiedBy: ratified.map((one) => ({
			name: people.find(({ person }) => person.id === one.personId)?.person.name ?? '',
			at: one.at.toISOString()
		}))
	};
}
