import type { CaseRole } from '#lib/domain/coordination.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { nobody, roleName } from './words.ts';

export function sayCoordinationDuty({ kind, detail }: Duty): string | null {
	const role: CaseRole = detail.role === 'coordinator' ? 'coordinator' : 'safety-watch';
	switch (kind) {
		case 'asked':
			return role === 'coordinator'
				? m.coordination_asks_me_coordinator()
				: m.coordination_asks_me_safety_watch();
		case 'held':
			return roleName(role);
		case 'nobody':
			return nobody(role);
		case 'family-does':
			return m.coordination_duty_family_does({
				who: String(detail.who),
				what: String(detail.what)
			});
		case 'no-answer':
			return m.coordination_duty_no_answer({ to: String(detail.toWhom) });
		case 'confirm-receipt':
			return m.coordination_duty_confirm_receipt();
		default:
			return null;
	}
}
