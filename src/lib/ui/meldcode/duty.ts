import { MELDCODE_STEPS } from '#lib/domain/meldcode-steps.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { stepName } from './words.ts';

export function sayMeldcodeStepsDuty({ kind, detail }: Duty): string | null {
	const what = String(detail.what ?? '');
	const step = MELDCODE_STEPS.find((each) => each === detail.step);
	switch (kind) {
		case 'talk':
			return m.meldcode_duty_talk();
		case 'step':
			return step ? m.meldcode_duty_step({ step, name: stepName(step) }) : null;
		case 'pressure':
			return m.meldcode_duty_pressure({ what });
		case 'compulsion':
			return m.meldcode_duty_compulsion({ what });
		default:
			return null;
	}
}
