import type { closingCommands } from '#lib/protocol/commands/closing.ts';
import type { Handlers } from '../../commands.ts';
import { recordFollowUp, reopenCase } from './after-closing.ts';
import { changeNeedsNothing, recordChange } from './changes.ts';
import { closeCase } from './close-case.ts';
import { recordContact, removeContact } from './contacts.ts';
import { dropReview, planReview } from './review.ts';

export const closingHandlers: Handlers<keyof typeof closingCommands> = {
	'contact.record': recordContact,
	'contact.remove': removeContact,
	'family-change.record': recordChange,
	'family-change.not-needed': changeNeedsNothing,
	'review.plan': planReview,
	'review.drop': dropReview,
	'case.close': closeCase,
	'case.reopen': reopenCase,
	'follow-up.record': recordFollowUp
};
