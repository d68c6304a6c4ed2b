import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import type { CaseContext } from '../context.ts';

export async function familyTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	void context;
	return [];
}
