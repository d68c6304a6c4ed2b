import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { TimelineEvent } from '#lib/protocol/views/case.ts';
import { sayDayLong } from '../dates.ts';
import { sayMissed, sayStuck } from './words.ts';

export function sayReferralsEvent({ kind, on, detail }: TimelineEvent): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	const between = { from: text('from'), to: text('to') };
	const stuck = { reason: sayStuck(text('reason'), text('note')) };
	switch (kind) {
		case 'referred':
			return m.referrals_event_referred({ ...between, nth: text('nth'), reason: text('reason') });
		case 'accepted':
			return m.referrals_event_accepted(between);
		case 'waiting-list':
			return m.referrals_event_waiting_list({
				...between,
				date: sayDayLong(text('expectedOn'), getLocale(), on)
			});
		case 'refused':
			return m.referrals_event_refused({ ...between, reason: text('reason') });
		case 'started':
			return m.referrals_event_started(between);
		case 'handed-over':
			return m.referrals_event_handed_over(between);
		case 'stagnated':
			return m.referrals_event_stagnated(stuck);
		case 'alternative':
			return m.referrals_event_alternative({ what: text('what') });
		case 'did-not-work':
			return m.referrals_event_did_not_work({ what: text('what') });
		case 'over':
			return m.referrals_event_over(stuck);
		case 'missed':
			return m.referrals_event_missed({
				who: text('withWhom'),
				reason: sayMissed(text('reason'))
			});
		case 'escalated':
			return m.referrals_event_escalated({
				name: text('name'),
				to: text('toWhom'),
				reason: text('reason')
			});
		case 'answered':
			return m.referrals_event_answered({ to: text('toWhom'), outcome: text('outcome') });
		case 'family-did':
			return m.referrals_event_family_did({ who: text('who'), what: text('what') });
		default:
			return null;
	}
}
