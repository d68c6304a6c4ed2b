import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayMovingDuty({ kind, detail }: Duty): string | null {
	const table = String(detail.table ?? '');
	switch (kind) {
		case 'waiting':
			return m.moving_duty_waiting({ table });
		case 'returned':
			return m.moving_duty_returned({ table });
		case 'give':
			return m.moving_duty_give({ table });
		case 'take':
			return m.moving_duty_take({ table });
		default:
			return null;
	}
}
