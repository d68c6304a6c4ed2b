import type { socialMapCommands } from '#lib/protocol/commands/social-map.ts';
import type { Handlers } from '../../commands.ts';
import { changeContact, removePhoto } from './contact.ts';
import { addParty, changeParty, removeParty, reviewParty } from './keep-party.ts';

export const socialMapHandlers: Handlers<keyof typeof socialMapCommands> = {
	'party.add': addParty,
	'party.change': changeParty,
	'party.reviewed': reviewParty,
	'party.remove': removeParty,
	'party.change-contact': changeContact,
	'party.remove-photo': removePhoto
};
