import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayActionDuty({ kind, detail }: Duty): string | null {
	const organisation = String(detail.organisation ?? '');
	switch (kind) {
		case 'no-answer':
			return m.actions_duty_no_answer({ organisation });
		case 'declined':
			return m.actions_duty_declined({ organisation });
		default:
			return null;
	}
}
