/**
 * What both sides see to at a warm handover (R29), in the order in which it is done. Told is not yet
 * received: each point counts when the one who gives and the one who takes have both confirmed it.
 */
export const HANDOVER_POINTS = [
	/** The family knows, and what it wants is passed on: it need not tell its story again (R27). */
	'family-knows',
	/** Giver and taker have spoken to each other, not only written. */
	'spoken',
	/** What is going on, with the newest assessment and its blind spots. */
	'situation',
	/** What was agreed, and who does it now. */
	'agreements',
	/** Who watches safety from now on; until the other says yes it stays where it is (R28). */
	'safety-watch',
	/** Who the family can reach until help has started. */
	'contact'
] as const;
export type HandoverPoint = (typeof HANDOVER_POINTS)[number];

/** Which points each side has confirmed. */
export interface Handover {
	given: readonly HandoverPoint[];
	taken: readonly HandoverPoint[];
}

/** What either side still has to confirm. */
export function openInHandover({ given, taken }: Handover): {
	given: HandoverPoint[];
	taken: HandoverPoint[];
} {
	return {
		given: HANDOVER_POINTS.filter((point) => !given.includes(point)),
		taken: HANDOVER_POINTS.filter((point) => !taken.includes(point))
	};
}

/** Whether the handover is warm: both sides confirmed every point. */
export function isHandedOver(handover: Handover): boolean {
	const open = openInHandover(handover);
	return open.given.length + open.taken.length === 0;
}
