import type { ImageType } from '#lib/domain/image.ts';
import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { ContactRole } from '#lib/domain/social-map.ts';
import { bytes, count, day, id, index, json, primaryKey, string, table } from '../columns.ts';
import { organisations, people } from './people.ts';

/** Who there is in the municipality and what they offer (R23). Nothing of a case. */
export const parties = table(
	'parties',
	{
		id: id().primaryKey(),
		/** The organisation here that this party is, whose administrator keeps it; null: only who administers everything. */
		organisationId: id('organisation_id').references(() => organisations.id),
		name: string('name').notNull(),
		kind: string('kind').$type<OrganisationKind>().notNull(),
		/** One line each. */
		offers: json<string[]>('offers').notNull(),
		/** In years; null is no limit. */
		ageFrom: count('age_from'),
		ageTo: count('age_to'),
		contractFrom: day('contract_from'),
		contractUntil: day('contract_until'),
		/** In words, as "5 maanden"; and when that was said. */
		waiting: string('waiting').notNull().default(''),
		waitingOn: day('waiting_on'),
		reviewedOn: day('reviewed_on'),
		reviewedBy: id('reviewed_by'),
		/** Grows with each change of the party or of its contact persons. */
		revision: count('revision').notNull()
	},
	(t) => [index('parties_name').on(t.name)]
);

/** The fixed contact person of a party, and the fixed person of another organisation for it. */
export const partyContacts = table(
	'party_contacts',
	{
		partyId: id('party_id')
			.notNull()
			.references(() => parties.id),
		role: string('role').$type<ContactRole>().notNull(),
		/** When he or she can sign in here: may then correct what stands here. */
		personId: id('person_id').references(() => people.id),
		name: string('name').notNull(),
		/** With the organisation when that is another one. */
		function: string('function').notNull().default(''),
		phone: string('phone').notNull().default(''),
		email: string('email').notNull().default(''),
		photoId: id('photo_id')
	},
	(t) => [
		primaryKey({ columns: [t.partyId, t.role] }),
		index('party_contacts_person').on(t.personId)
	]
);

/** A face. A new photo is a new row with another id, so that an address is always the same image. */
export const partyPhotos = table(
	'party_photos',
	{
		id: id().primaryKey(),
		partyId: id('party_id')
			.notNull()
			.references(() => parties.id),
		type: string('type').$type<ImageType>().notNull(),
		bytes: bytes('bytes').notNull()
	},
	(t) => [index('party_photos_party').on(t.partyId)]
);
