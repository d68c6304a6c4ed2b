import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { execute } from '../execute.ts';
import { repositories } from '../store/repositories.ts';
import type { Actor } from '../work.ts';
import { type CaseKey, CASES, type TableKey } from './cases.ts';
import type { OrganisationKey, PersonKey } from './people.ts';
import { CHAIRS } from './tables.ts';

/** Noorderveld as it stands in the database: ids by the names used in the vignettes. */
export interface NoorderveldIds {
	organisation: Record<OrganisationKey, string>;
	people: Record<PersonKey, { id: string; name: string; organisationId: string }>;
	table: Record<TableKey, string>;
	meeting: Record<TableKey, string>;
	case: Record<CaseKey, string>;
	item: Record<CaseKey, string>;
	children: Record<CaseKey, string[]>;
	caregivers: Record<CaseKey, string[]>;
}

/** The same, with its people to act for. */
export interface Noorderveld extends NoorderveldIds {
	actor(person: PersonKey): Actor;
	/** Runs a command that must succeed. */
	do<T = void>(person: PersonKey, name: string, input: unknown): Promise<T>;
	/** Starts the item's meeting if need be, sets the item live, and lets in who is present: everyone invited. */
	goLive(item: CaseKey, present?: readonly PersonKey[]): Promise<void>;
}

/** Noorderveld where it has been settled before. */
export function noorderveldOf(app: App, ids: NoorderveldIds): Noorderveld {
	const { people, meeting, item } = ids;
	const actor = (person: PersonKey): Actor => ({
		personId: people[person].id,
		organisationId: people[person].organisationId,
		administers: person === 'petra' ? 'everything' : 'nothing',
		client: 'noorderveld',
		address: '127.0.0.1'
	});
	const carryOut = async <T>(person: PersonKey, name: string, input: unknown): Promise<T> => {
		const outcome = await execute(app, actor(person), { id: randomUUID(), name, input });
		if (!outcome.ok)
			throw new Error(
				`${person} could not ${name}: ${outcome.error} ${JSON.stringify(outcome.detail ?? {})}`
			);
		return outcome.value as T;
	};

	return Object.assign(ids, {
		actor,
		do: carryOut,
		async goLive(key: CaseKey, present: readonly PersonKey[] = CASES[key].participants) {
			const at = CASES[key].table;
			const chair = CHAIRS[at];
			const stored = await repositories(app.database.reader).tables.meeting(meeting[at]);
			if (stored?.status === 'planned')
				await carryOut(chair, 'meeting.start', { meetingId: meeting[at] });
			await carryOut(chair, 'item.set-live', { itemId: item[key] });
			for (const person of present)
				if (person !== chair)
					await carryOut(chair, 'item.admit', { itemId: item[key], personId: people[person].id });
		}
	});
}
