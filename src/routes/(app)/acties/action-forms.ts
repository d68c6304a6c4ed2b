import type { Actions, RequestEvent } from '@sveltejs/kit';
import type { CommandName } from '#lib/protocol/commands.ts';
import { commandForm } from '#lib/server/forms.ts';

/** The steps with one's own action as form actions, for each page that shows action cards. */
export const actionForms = {
	accept: command('action.accept'),
	decline: command('action.decline'),
	'hand-on': command('action.hand-on'),
	start: command('action.start'),
	finish: command('action.finish'),
	reopen: command('action.reopen')
} satisfies Actions;

/** A form action that gives one command with the fields of the form. */
export function command(name: CommandName) {
	return async (event: RequestEvent) => {
		const { commandId, ...input } = Object.fromEntries(await event.request.formData());
		return commandForm(event, name, input, commandId);
	};
}
