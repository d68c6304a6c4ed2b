import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { sayStuck } from './words.ts';

export function sayReferralsDuty({ kind, detail }: Duty): string | null {
	const text = (name: string) => String(detail[name] ?? '');
	switch (kind) {
		case 'asked':
			return m.referrals_duty_asked({ from: text('from') });
		case 'on-list':
			return m.referrals_duty_on_list({ to: text('to') });
		case 'hand-over':
			return m.referrals_duty_hand_over({ to: text('to') });
		case 'ping-pong':
			return m.referrals_duty_ping_pong({ count: text('count') });
		case 'no-alternative':
			return m.referrals_duty_no_alternative({ reason: sayStuck(text('reason')) });
		case 'look-back':
			return m.referrals_duty_look_back({ what: text('what') });
		case 'tries':
			return m.referrals_duty_tries({ what: text('what') });
		default:
			return null;
	}
}
