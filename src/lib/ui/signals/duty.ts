import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { sayWho } from './words.ts';

export function saySignalsDuty({ kind, detail }: Duty): string | null {
	const who = sayWho({
		name: String(detail.name ?? ''),
		organisation: String(detail.organisation ?? '')
	});
	switch (kind) {
		case 'tell':
			return m.signals_duty_tell({ who });
		case 'agree':
			return m.signals_duty_agree({ who });
		case 'overdue':
			return m.signals_duty_overdue({ who, teller: String(detail.teller ?? '') });
		case 'nobody':
			return m.signals_duty_nobody({ who });
		default:
			return null;
	}
}
