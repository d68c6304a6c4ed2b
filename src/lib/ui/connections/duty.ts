import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayConnectionsDuty({ kind, detail }: Duty): string | null {
	switch (kind) {
		case 'file-list':
			return m.connections_duty_file();
		case 'take-over':
			return m.connections_duty_take_over({ organisation: String(detail.organisation ?? '') });
		case 'not-arrived':
			return m.connections_duty_not_arrived({ organisation: String(detail.organisation ?? '') });
		default:
			return null;
	}
}
