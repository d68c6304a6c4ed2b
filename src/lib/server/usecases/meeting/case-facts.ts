import type { SectionFacts } from '#lib/domain/case-section.ts';
import { daysWithoutHelp } from '#lib/domain/coordination.ts';
import { daysBetween } from '#lib/domain/day.ts';
import type { Safety } from '#lib/domain/judgement.ts';
import { firstSignalOn } from '#lib/domain/signals.ts';
import { type Urgency, worstSafety } from '#lib/domain/safety-order.ts';
import { skipsSince } from '#lib/domain/safety-skip.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { Action } from '../../store/actions.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { DatedSkip } from '../../store/safety-skips.ts';

/** How a case stands, for its place on an agenda. */
export interface CaseFacts extends Urgency, SectionFacts {
	caseId: string;
	/** Items at meetings of before the moment asked about, oldest first. */
	earlier: { item: AgendaItem; startsAt: Date }[];
	/** The day it was last discussed to the end. */
	lastDiscussedOn: string | null;
	open: Action[];
	/** Left an agenda without a judgement since the last one. */
	skips: DatedSkip[];
}

/**
 * The facts of several cases, read together. With `before`, of meetings that began before it only: whoever
 * is at an item of that meeting may know those (CK1). Without, all there is: for who runs the table.
 */
export async function caseFacts(
	store: Repositories,
	caseIds: readonly string[],
	today: string,
	before?: Date
): Promise<Map<string, CaseFacts>> {
	const past = ({ startsAt }: { startsAt: Date }) => !before || startsAt < before;
	const dated = (await store.agenda.datedOfCases(caseIds)).filter(past);
	const itemIds = dated.map(({ item }) => item.id);
	const joint = await store.judgements.jointOfItems(itemIds);
	const actions = await store.actions.ofItems(itemIds);
	const skips = (await store.safetySkips.ofCases(caseIds)).filter(past);
	const children = await store.cases.childrenOf(caseIds);
	const help = await store.coordination.ofCases(caseIds);
	const signals = (await store.signals.ofCases(caseIds)).filter(
		(one) => !before || itemIds.includes(one.itemId)
	);
	const rows = await store.cases.findMany(caseIds);

	return new Map(
		rows.map(({ id: caseId, code, openedAt }) => {
			const earlier = dated.filter(({ item }) => item.caseId === caseId);
			const judged = joint
				.filter((each) => earlier.some(({ item }) => item.id === each.itemId))
				.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
			const safetyOf = (childId: string): Safety | null =>
				judged.findLast((each) => each.childId === childId)?.safety ?? null;
			const last = earlier.findLastIndex(({ item }) => item.status === 'done');
			const lastMeeting = earlier[last];
			const openedOn = dayInTheNetherlands(openedAt);
			const lastDiscussedOn = lastMeeting ? dayInTheNetherlands(lastMeeting.startsAt) : null;
			const open = actions.filter(
				(action) =>
					earlier.some(({ item }) => item.id === action.itemId) &&
					action.status !== 'done' &&
					action.status !== 'withdrawn'
			);
			const helpStartedOn = help.find((one) => one.caseId === caseId)?.helpStartedOn ?? null;
			const facts: CaseFacts = {
				caseId,
				code,
				earlier,
				lastDiscussedOn,
				waitingDays: Math.max(0, daysBetween(lastDiscussedOn ?? openedOn, today)),
				safety: worstSafety(
					children.filter((each) => each.caseId === caseId).map(({ id }) => safetyOf(id))
				),
				discussed: earlier.filter(({ item }) => item.status === 'done').length,
				carriedOver: earlier.slice(last + 1).filter(({ item }) => item.status === 'carried-over')
					.length,
				daysWithoutHelp: daysWithoutHelp(
					{
						openedOn,
						firstSignalOn: firstSignalOn(signals.filter((one) => one.caseId === caseId))
					},
					helpStartedOn,
					today
				),
				open,
				openActions: open.length,
				skips: skipsSince(
					skips.filter((skip) => skip.caseId === caseId),
					judged.at(-1)?.createdAt ?? null
				)
			};
			return [caseId, facts];
		})
	);
}
