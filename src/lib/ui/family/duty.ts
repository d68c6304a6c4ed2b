import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { sayPartyOf } from './words.ts';

export function sayFamilyDuty({ kind, detail }: Duty): string | null {
	const party = sayPartyOf(detail);
	switch (kind) {
		case 'answer':
			return m.family_duty_answer({ party });
		case 'children':
			return m.family_duty_children({ party });
		default:
			return null;
	}
}
