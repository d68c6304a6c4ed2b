import type { GeneralItemKey } from '#lib/domain/format.ts';

/** Titles are data from here on: a table may word its own. Dutch, as the meeting is held. */
const TITLES: Record<GeneralItemKey, string> = {
	opening: 'Opening en aanwezigen',
	open_actions: 'Openstaande acties',
	cooperation_signals: 'Signalen over de samenwerking',
	close: 'Afsluiting'
};

export function generalItemTitle(key: GeneralItemKey): string {
	return TITLES[key];
}
