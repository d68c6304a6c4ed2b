import type { familyCommands } from '#lib/protocol/commands/family.ts';
import type { Handlers } from '../../commands.ts';
import { ask } from './ask.ts';
import { change, childrenInView, record, setStanding } from './involvements.ts';
import { addMember, changeMember, removeMember } from './members.ts';

export const familyHandlers: Handlers<keyof typeof familyCommands> = {
	'family.add-member': addMember,
	'family.change-member': changeMember,
	'family.remove-member': removeMember,
	'involvement.record': record,
	'involvement.change': change,
	'involvement.set-standing': setStanding,
	'involvement.ask': ask,
	'involvement.children-in-view': childrenInView
};
