import { FAMILY_CHANGES } from '#lib/domain/closing-changes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { sayChangeKind } from './words.ts';

export function sayClosingDuty({ kind, detail }: Duty): string | null {
	const about = String(detail.about ?? '');
	const change = FAMILY_CHANGES.find((each) => each === detail.change) ?? 'other';
	switch (kind) {
		case 'review':
			return about ? m.closing_duty_review_about({ about }) : m.closing_duty_review();
		case 'reassess':
			return m.closing_reassess_open({ change: sayChangeKind(change) });
		case 'follow-up':
			return m.closing_duty_check();
		default:
			return null;
	}
}
