import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import type { AskedAnonymously } from '#lib/protocol/views/grounds.ts';
import type { ActionLine } from '#lib/server/views/actions-today.ts';
import type { WaitingItem } from '#lib/server/views/left-lying.ts';
import type { PausedConnector } from '#lib/server/views/paused-connectors.ts';
import type { MeetingLine } from '#lib/server/views/today.ts';
import { sayDuty } from '#lib/ui/case/duty-words.ts';
import { sayDay } from '#lib/ui/dates.ts';
import { sayAge } from '#lib/ui/grounds/words.ts';

/** One thing on "Vandaag", with where it can be done. */
export interface TodayLine {
	id: string;
	href: string;
	text: string;
	/** Under it, smaller. */
	sub: string;
	/** At the latest; null when there is no such day. */
	due: string | null;
}

interface Found {
	today: string;
	meetings: readonly MeetingLine[];
	waiting: readonly ActionLine[];
	open: readonly ActionLine[];
	duties: readonly Duty[];
	lying: readonly WaitingItem[];
	/** Cases that another table handed over and that nobody took yet. */
	arrivals: readonly {
		id: string;
		tableId: string;
		tableName: string;
		fromTableName: string;
		on: string;
	}[];
	questions: readonly AskedAnonymously[];
	/** Connections that were paused because nothing arrived, for who administers them. */
	connectors: readonly PausedConnector[];
}

/** What waits for an answer: actions, questions at a case and anonymous ones, cases handed over, in one list (VD1). */
export function waitingLines({
	waiting,
	duties,
	arrivals,
	questions,
	connectors,
	today
}: Found): TodayLine[] {
	return sorted([
		...connectors.map(({ id, organisation, because }) => ({
			id,
			href: `/beheer/koppelingen#koppeling-${id}`,
			text: m.connections_duty_paused({ organisation }),
			sub: because === 'gone' ? m.koppelingen_paused_gone() : m.connections_paused_failing(),
			due: null
		})),
		...arrivals.map((one) => ({
			id: one.id,
			href: `/tafels/${one.tableId}#overgedragen`,
			text: m.moving_arrived_line({ table: one.fromTableName }),
			sub: m.moving_arrived_at({ table: one.tableName, day: sayDay(one.on, today, getLocale()) }),
			due: null
		})),
		...questions.map(({ id, age }) => ({
			id,
			href: `/vraag/${id}`,
			text: m.grounds_question_today({ age: sayAge(age) }),
			sub: m.grounds_questions_today(),
			due: null
		})),
		...waiting.map((action) => actionLine(action, m.today_action_asked({ code: action.code }))),
		...duties.filter((duty) => duty.group === 'wait' && duty.area !== 'signals').flatMap(dutyLine)
	]);
}

export function feedbackLines({ duties }: Found): TodayLine[] {
	return sorted(
		duties.filter((duty) => duty.group === 'wait' && duty.area === 'signals').flatMap(dutyLine)
	);
}

export function openLines({ open }: Found): TodayLine[] {
	return sorted(open.map((action) => actionLine(action, m.room_case({ code: action.code }))));
}

/** A line for each case in which one has a role, with what that is (VD3). */
export function heldLines({ duties }: Found): TodayLine[] {
	return byCase(duties.filter(({ group }) => group === 'hold'));
}

function byCase(duties: readonly Duty[]): TodayLine[] {
	return [...new Set(duties.map(({ caseId }) => caseId))].flatMap((caseId) => {
		const here = duties.filter((duty) => duty.caseId === caseId);
		const [first] = here;
		const said = here.flatMap((duty) => sayDuty(duty) ?? []);
		if (!first || said.length === 0) return [];
		const due = here.flatMap((duty) => duty.due ?? []).toSorted()[0] ?? null;
		return [
			{
				id: caseId,
				href:
					here.length === 1 && first.href
						? first.href
						: `/casus/${caseId}${here.length === 1 ? `#${first.target}` : ''}`,
				text: m.room_case({ code: first.code }),
				sub: said.join(' · '),
				due
			}
		];
	});
}

/** What nobody takes further unless who runs the table does (VD2). */
export function leftLines({ duties, lying, meetings, today }: Found): TodayLine[] {
	const locale = getLocale();
	const past = meetings.filter((one) => one.runs && isPast(one, today));
	return [
		...sorted(byCase(duties.filter(({ group }) => group === 'left'))),
		...past.map((one) => ({
			id: one.id,
			href: `/overleg/${one.id}`,
			text:
				one.status === 'running'
					? m.today_not_closed({ table: one.tableName })
					: m.today_not_started({ table: one.tableName }),
			sub: m.today_planned_for({ date: sayDay(one.day, today, locale) }),
			due: null
		})),
		...lying.map((one) => ({
			id: one.itemId,
			href: `/tafels/${one.tableId}`,
			text: m.today_waits_for_meeting({
				item: one.code ? m.room_case({ code: one.code }) : one.title
			}),
			sub: m.today_waits_since({
				table: one.tableName,
				date: sayDay(one.since, today, locale)
			}),
			due: null
		}))
	];
}

/** Of an earlier day, and never started or never closed. */
export function isPast({ day, status }: MeetingLine, today: string): boolean {
	return day < today && status !== 'closed';
}

const actionLine = ({ id, title, due }: ActionLine, sub: string): TodayLine => ({
	id,
	href: `/acties/${id}`,
	text: title,
	sub,
	due
});

function dutyLine(duty: Duty): TodayLine[] {
	const text = sayDuty(duty);
	if (!text) return [];
	return [
		{
			id: duty.id,
			href: duty.href ?? `/casus/${duty.caseId}#${duty.target}`,
			text,
			sub: m.room_case({ code: duty.code }),
			due: duty.due
		}
	];
}

/** A question without a last day waits already: it comes first. */
function sorted(lines: TodayLine[]): TodayLine[] {
	return lines.toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
}
