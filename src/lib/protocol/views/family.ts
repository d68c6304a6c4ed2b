import type { ActionStatus } from '#lib/domain/action.ts';
import type { ChildrenInView, Party, Standing } from '#lib/domain/involvement.ts';

export interface NetworkMember {
	id: string;
	/** What a change of it says that was seen. */
	version: string;
	firstName: string;
	relation: string;
	circle: 'sibling' | 'network';
	strength: string;
}

export interface InvolvementView {
	id: string;
	/** What a change of it says that was seen. */
	version: string;
	party: Party;
	name: string;
	organisation: { id: string; name: string } | null;
	/** Ids of children, adults and network; empty: the family as a whole. */
	with: string[];
	/** A month, a day, or ''. */
	since: string;
	purpose: string;
	contactName: string;
	contactPhone: string;
	standing: Exclude<Standing, 'taken-back'>;
	/** The day of this standing, and who recorded it. */
	standingOn: string;
	standingBy: string;
	/** The question to this party as it stands. */
	question: { owner: string; due: string; status: ActionStatus } | null;
	childrenInView: ChildrenInView | null;
}

/** Who counts for the child, and which parties the family knows, as far as the viewer may know (CK1). */
export interface FamilyPart {
	network: NetworkMember[];
	involvements: InvolvementView[];
}
