import type { recordCommands } from '#lib/protocol/commands/records.ts';
import type { Handlers } from '../../commands.ts';
import { fixDossier } from './fix-dossier.ts';
import { fixFamilyCopy } from './fix-family-copy.ts';

export const recordHandlers: Handlers<keyof typeof recordCommands> = {
	'dossier.fix': fixDossier,
	'family-copy.fix': fixFamilyCopy
};
