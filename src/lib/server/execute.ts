import type { Result } from '#lib/domain/result.ts';
import { fail } from '#lib/domain/result.ts';
import { COMMANDS, type CommandName, isCommandName } from '#lib/protocol/commands.ts';
import * as v from 'valibot';
import type { App } from './app.ts';
import { handlers } from './commands.ts';
import { transact } from './transact.ts';
import type { Actor, UseCase } from './work.ts';

export interface CommandRequest {
	/** UUID made by the client: sent twice, it takes effect once. */
	id: string;
	name: string;
	input: unknown;
}

const commandId = v.pipe(v.string(), v.uuid());

/**
 * The way of a command: check → one transaction (earlier answer for this id, else the use-case with its
 * rows, outbox and access log) → commit → tell who is looking. Refusals write nothing but the refusal.
 */
export async function execute(
	app: App,
	actor: Actor,
	request: CommandRequest
): Promise<Result<unknown>> {
	if (!v.is(commandId, request.id) || !isCommandName(request.name)) return fail('invalid-input');
	const name: CommandName = request.name;
	const input = v.safeParse(COMMANDS[name], request.input);
	if (!input.success) return fail('invalid-input', { field: fieldOf(input.issues) });
	const handler = handlers[name] as UseCase<unknown, unknown>;
	return transact(
		app,
		actor,
		async (work) => {
			// A tab's command can wait for its turn while the account behind it is closed (ASVS 7.4.2).
			const me = await work.store.people.find(actor.personId);
			if (!me || me.person.disabledAt) return fail('signed-out');
			const inputHash = work.hash(JSON.stringify([name, request.input]));
			const earlier = await work.store.commands.find(request.id);
			if (earlier) {
				if (earlier.personId !== actor.personId || earlier.inputHash !== inputHash)
					return fail('command-id-reused');
				return { ok: true, value: earlier.result ?? undefined };
			}
			const outcome = await handler(work, input.output);
			if (outcome.ok)
				await work.store.commands.add({
					id: request.id,
					personId: actor.personId,
					name,
					inputHash,
					result: outcome.value ?? null,
					at: work.now
				});
			return outcome;
		},
		name
	);
}

function fieldOf(issues: v.BaseIssue<unknown>[]): string {
	const issue = issues[0];
	return (issue && v.getDotPath(issue)) ?? '';
}
