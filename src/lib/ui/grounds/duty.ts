import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';

export function sayGroundsDuty({ kind }: Duty): string | null {
	return kind === 'consent-withdrawn' ? m.grounds_todo_withdrawn() : null;
}
