import { imageType, PHOTO_MAX } from '#lib/domain/image.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { ContactRole } from '#lib/domain/social-map.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import { ownContact, partyChanged } from './at-party.ts';

/** A contact person's own name, function, phone and e-mail (SM3). */
export const changeContact: UseCase<CheckedInput<'party.change-contact'>> = async (work, input) => {
	const found = await ownContact(work, input);
	if (!found.ok) return found;
	const { contact, revision, ground } = found.value;
	const { name, function: does, phone, email, partyId } = input;
	await work.store.socialMap.setContact({ ...contact, name, function: does, phone, email });
	await partyChanged(work, { id: partyId, revision }, 'party.change-contact', ground);
	return ok();
};

export interface NewPhoto {
	partyId: string;
	role: ContactRole;
	expected: number;
	bytes: Uint8Array;
}

/** A face at the name (SM8). Not a command: bytes come as a form, and never over the live connection. */
export async function setPhoto(work: Work, input: NewPhoto): Promise<Result<void>> {
	const found = await ownContact(work, input);
	if (!found.ok) return found;
	const { contact, revision, ground } = found.value;
	const { partyId, bytes } = input;
	if (bytes.length > PHOTO_MAX) return fail('photo-too-large');
	const type = imageType(bytes);
	if (!type) return fail('no-photo');
	if (contact.photoId) await work.store.socialMap.removePhoto(contact.photoId);
	const photoId = work.id();
	await work.store.socialMap.addPhoto({ id: photoId, partyId, type, bytes });
	await work.store.socialMap.setContact({ ...contact, photoId });
	await partyChanged(work, { id: partyId, revision }, 'party.set-photo', ground);
	return ok();
}

export const removePhoto: UseCase<CheckedInput<'party.remove-photo'>> = async (work, input) => {
	const found = await ownContact(work, input);
	if (!found.ok) return found;
	const { contact, revision, ground } = found.value;
	if (!contact.photoId) return ok();
	await work.store.socialMap.setContact({ ...contact, photoId: null });
	await work.store.socialMap.removePhoto(contact.photoId);
	await partyChanged(work, { id: input.partyId, revision }, 'party.remove-photo', ground);
	return ok();
};
