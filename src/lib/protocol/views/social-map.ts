import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { ContactRole, PartyMark } from '#lib/domain/social-map.ts';

/** Someone to call, at a party or for it. */
export interface ContactView {
	role: ContactRole;
	/** Null: can not sign in here. */
	personId: string | null;
	name: string;
	function: string;
	phone: string;
	email: string;
	/** Address of the face; null: initials. */
	photo: string | null;
	/** The viewer may correct it (SM3). */
	mayChange: boolean;
}

/** A party on the social map; the same for everyone but for what he or she may change. */
export interface PartyView {
	id: string;
	name: string;
	kind: OrganisationKind;
	organisationId: string | null;
	offers: string[];
	/** In years; null is no limit. */
	ageFrom: number | null;
	ageTo: number | null;
	contractFrom: string | null;
	contractUntil: string | null;
	waiting: { text: string; on: string } | null;
	contact: ContactView | null;
	liaison: ContactView | null;
	reviewedOn: string | null;
	marks: PartyMark[];
	revision: number;
	/** The viewer keeps this party (SM2). */
	mayKeep: boolean;
}
