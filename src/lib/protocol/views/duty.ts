/** Something that waits for this viewer at a case, for "Vandaag"; worded on the screen by its area. */
export interface Duty {
	/** Unique in the list. */
	id: string;
	area:
		| 'coordination'
		| 'signals'
		| 'family'
		| 'grounds'
		| 'meldcode'
		| 'referrals'
		| 'closing'
		| 'moving'
		| 'actions'
		| 'connections';
	kind: string;
	/** `wait`: for me to do or to answer. `hold`: what I carry, to keep in sight. `left`: left lying by all. */
	group: 'wait' | 'hold' | 'left';
	caseId: string;
	code: string;
	/** At the latest, `YYYY-MM-DD`; null when there is no such day. */
	due: string | null;
	detail: Record<string, string | number | null>;
	/** Element on the page of the case where it can be done. */
	target: string;
	/** The page where it can be done, when that is another one. */
	href?: string;
}
