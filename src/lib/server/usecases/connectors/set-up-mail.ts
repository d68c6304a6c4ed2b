import { fail, type Result } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';

export interface NewMail {
	organisationId: string;
	/** The team's mailbox, for an action without an owner in person. */
	address: string;
	/** Whether this server can send mail at all. */
	hasMail: boolean;
}

/** Brings actions by mail, with a link to one action. */
export async function setUpMail(
	_work: Work,
	_input: NewMail
): Promise<Result<{ connectorId: string }>> {
	return fail('not-found');
}
