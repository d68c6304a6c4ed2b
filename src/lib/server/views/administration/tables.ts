import type { MeetingFormat } from '#lib/domain/format.ts';
import type { App } from '../../app.ts';
import type { Colleague } from '../../store/people.ts';
import { type Repositories, repositories } from '../../store/repositories.ts';
import type { RequiredSeat, SeatRole } from '../../store/schema/index.ts';
import type { Table } from '../../store/tables.ts';
import type { Actor } from '../../work.ts';

export interface TableRow {
	id: string;
	name: string;
	format: MeetingFormat;
	archived: boolean;
	seats: number;
	chair: string | null;
	/** Labels (message keys) of required seats that nobody fills. */
	empty: string[];
}

export interface SeatRow {
	personId: string;
	name: string;
	function: string;
	organisation: string;
	role: SeatRole;
	remote: boolean;
	disabled: boolean;
}

export interface TablePage extends TableRow {
	minutes: number;
	minutesPerCase: number;
	seated: SeatRow[];
	/** Who can be seated; not the administrator self. */
	others: { id: string; name: string; organisation: string }[];
}

/** All tables, archived ones last; null for who does not administer everything. */
export async function tableList(app: App, actor: Actor): Promise<TableRow[] | null> {
	if (actor.administers !== 'everything') return null;
	const store = repositories(app.database.reader);
	const rows: TableRow[] = [];
	for (const table of await store.tables.all())
		rows.push(rowOf(table, await seatsOf(store, table.id)));
	return rows.toSorted((one, other) => Number(one.archived) - Number(other.archived));
}

export async function tablePage(
	app: App,
	actor: Actor,
	tableId: string
): Promise<TablePage | null> {
	if (actor.administers !== 'everything') return null;
	const store = repositories(app.database.reader);
	const table = await store.tables.find(tableId);
	if (!table) return null;
	const seated = await seatsOf(store, tableId);
	const taken = new Set([actor.personId, ...seated.map(({ person }) => person.id)]);
	const others = (await store.people.active()).filter(({ person }) => !taken.has(person.id));
	return {
		...rowOf(table, seated),
		minutes: table.minutes,
		minutesPerCase: table.minutesPerCase,
		seated: seated.map(({ person, organisation, role, remote }) => ({
			personId: person.id,
			name: person.name,
			function: person.function,
			organisation: organisation.name,
			role,
			remote,
			disabled: person.disabledAt !== null
		})),
		others: others.map(({ person, organisation }) => ({
			id: person.id,
			name: person.name,
			organisation: organisation.name
		}))
	};
}

/**
 * The required seats that nobody fills. A seat asks for a kind of organisation, so two seats of one kind
 * need two people.
 */
export function emptySeats(required: readonly RequiredSeat[], kinds: readonly string[]): string[] {
	const left = [...kinds];
	return required
		.filter(({ kind }) => {
			const at = left.indexOf(kind);
			if (at >= 0) left.splice(at, 1);
			return at < 0;
		})
		.map(({ label }) => label);
}

type Seated = Colleague & { role: SeatRole; remote: boolean };
const ORDER: Record<SeatRole, number> = { chair: 0, deputy: 1, member: 2 };

async function seatsOf(store: Repositories, tableId: string): Promise<Seated[]> {
	const seats = await store.tables.seats(tableId);
	const people = await store.people.findMany(seats.map((seat) => seat.personId));
	return people
		.flatMap((colleague) => {
			const seat = seats.find((one) => one.personId === colleague.person.id);
			return seat ? [{ ...colleague, role: seat.role, remote: seat.remote }] : [];
		})
		.toSorted((one, other) => ORDER[one.role] - ORDER[other.role]);
}

function rowOf(table: Table, seated: readonly Seated[]): TableRow {
	const active = seated.filter(({ person }) => !person.disabledAt);
	return {
		id: table.id,
		name: table.name,
		format: table.format,
		archived: table.archivedAt !== null,
		seats: seated.length,
		chair: active.find(({ role }) => role === 'chair')?.person.name ?? null,
		empty: emptySeats(
			table.requiredSeats,
			active.map(({ organisation }) => organisation.kind)
		)
	};
}
