import type { MeldcodeDecision } from '#lib/domain/veilig-thuis.ts';
import { m } from '#lib/paraglide/messages.js';

export function sayDecision({
	decision,
	because
}: {
	decision: MeldcodeDecision;
	because: string | null;
}): string {
	switch (decision) {
		case 'advice-asked':
			return m.vt_advice_asked();
		case 'reported':
			return m.vt_reported();
		case 'not':
			return m.vt_not_line({ because: because ?? '' });
	}
}
