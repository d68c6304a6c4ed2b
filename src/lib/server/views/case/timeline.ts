import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import type { CaseContext } from './context.ts';
import { courseOfCase } from './timeline/course.ts';
import { signalsTimeline } from './timeline/signals.ts';
import { familyTimeline } from './timeline/family.ts';
import { groundsTimeline } from './timeline/grounds.ts';
import { meldcodeStepsTimeline } from './timeline/meldcode.ts';
import { referralsTimeline } from './timeline/referrals.ts';
import { closingTimeline } from './timeline/closing.ts';
import { movingTimeline } from './timeline/moving.ts';

const PARTS = [
	courseOfCase,
	signalsTimeline,
	familyTimeline,
	groundsTimeline,
	meldcodeStepsTimeline,
	referralsTimeline,
	closingTimeline,
	movingTimeline
];

/** All that happened to the case and that the viewer may know, newest first. */
export async function timeline(context: CaseContext): Promise<TimelineEvent[]> {
	const events: TimelineEvent[] = [];
	for (const part of PARTS) events.push(...(await part(context)));
	return events.toSorted((a, b) => b.on.localeCompare(a.on) || b.id.localeCompare(a.id));
}
