import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import type { CaseContext } from '../context.ts';

export async function closingTimeline(context: CaseContext): Promise<TimelineEvent[]> {
	void context;
	return [];
}
