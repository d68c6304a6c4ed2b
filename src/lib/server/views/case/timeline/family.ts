import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { dayInTheNetherlands } from '../../../days.ts';
import type { StoredInvolvement } from '../../../store/family.ts';
import type { CaseContext } from '../context.ts';

/** That parties were asked, are involved or not, and stopped: each once, in the newest words known. */
export async function familyTimeline({
	store,
	caseId,
	known
}: CaseContext): Promise<TimelineEvent[]> {
	const versions = (await store.family.involvements(caseId)).filter((one) => known.has(one.itemId));
	return [...Map.groupBy(versions, (one) => one.recordId).values()].flatMap(eventsOf);
}

function eventsOf(versions: StoredInvolvement[]): TimelineEvent[] {
	const last = versions.at(-1);
	// Taken back: it was recorded by mistake, and never happened.
	if (!last || last.standing === 'taken-back') return [];
	const events = versions.flatMap((version, index): TimelineEvent[] => {
		const before = versions[index - 1];
		const asked = version.actionId !== null && version.actionId !== before?.actionId;
		const changed = version.standing !== before?.standing && version.standing !== 'asked';
		return [
			...(asked ? [event(version, last, 'asked', dayInTheNetherlands(version.recordedAt))] : []),
			...(changed ? [event(version, last, version.standing, dayOf(version, last))] : [])
		];
	});
	return events;
}

/** An involvement begins on its day; of a month alone, or when it is unknown, on the day it was recorded. */
function dayOf(version: StoredInvolvement, last: StoredInvolvement): string {
	const isDay = version.standing === 'involved' && last.since.length === 10;
	return isDay ? last.since : version.standingOn;
}

function event(
	version: StoredInvolvement,
	{ party, name, since, purpose }: StoredInvolvement,
	kind: string,
	on: string
): TimelineEvent {
	return {
		id: `${version.id}-${kind}`,
		on,
		area: 'family',
		kind,
		detail: { party, name, since, purpose },
		tone: 'neutral'
	};
}
