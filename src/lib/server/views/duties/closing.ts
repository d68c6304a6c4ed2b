import type { Duty } from '#lib/protocol/views/duty.ts';
import type { DutyContext } from './context.ts';

export async function closingDuties(context: DutyContext): Promise<Duty[]> {
	void context;
	return [];
}
