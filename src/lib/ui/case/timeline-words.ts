import { m } from '#lib/paraglide/messages.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { saySignalsEvent } from '../signals/timeline.ts';
import { sayFamilyEvent } from '../family/timeline.ts';
import { sayGroundsEvent } from '../grounds/timeline.ts';
import { sayMeldcodeStepsEvent } from '../meldcode/timeline.ts';
import { sayReferralsEvent } from '../referrals/timeline.ts';
import { sayClosingEvent } from '../closing/timeline.ts';
import { sayMovingEvent } from '../moving/timeline.ts';

type Say = (event: TimelineEvent) => string | null;

const SAY: Record<TimelineEvent['area'], Say> = {
	case: sayCourse,
	signals: saySignalsEvent,
	family: sayFamilyEvent,
	grounds: sayGroundsEvent,
	meldcode: sayMeldcodeStepsEvent,
	referrals: sayReferralsEvent,
	closing: sayClosingEvent,
	moving: sayMovingEvent
};

/** What happened, in a sentence; an event of a newer server than this page is left out. */
export function sayEvent(event: TimelineEvent): string | null {
	return SAY[event.area](event);
}

function sayCourse({ kind, detail }: TimelineEvent): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	const who = { name: text('name'), organisation: text('organisation') };
	switch (kind) {
		case 'opened':
			return m.case_event_opened();
		case 'meeting-planned':
			return m.case_event_planned({ table: text('table'), reason: text('reason') });
		case 'meeting-live':
		case 'meeting-done':
			return m.case_event_discussed({ table: text('table'), reason: text('reason') });
		case 'meeting-carried-over':
			return m.case_event_carried_over({ table: text('table') });
		case 'coordinator':
			return m.case_event_coordinator(who);
		case 'safety-watch':
			return m.case_event_safety_watch(who);
		case 'help-started':
			return m.case_event_help_started({ what: text('what') });
		default:
			return null;
	}
}
