import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import { type ActionFailure, fail, type RequestEvent } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { FailureDetail } from '#lib/domain/result.ts';
import { execute } from './execute.ts';
import { runningApp } from './running-app.ts';

/** What a form shows after a refusal: the code to word, and what was typed, so nothing has to be typed again. */
export interface FormFailure {
	error: string;
	detail?: FailureDetail;
	values: Record<string, unknown>;
}

const STATUS: Record<string, number> = { 'not-found': 404, 'chair-only': 403, stale: 409 };

/** Runs a command from a form action; a hidden `commandId` makes sending it twice harmless. */
export async function commandForm<Name extends CommandName>(
	event: Pick<RequestEvent, 'locals'>,
	name: Name,
	input: CommandInput<Name> | Record<string, unknown>,
	commandId: unknown = null
): Promise<{ done: true; value: unknown } | ActionFailure<FormFailure>> {
	const id = typeof commandId === 'string' && commandId !== '' ? commandId : randomUUID();
	const outcome = await execute(runningApp(), event.locals.actor, { id, name, input });
	if (outcome.ok) return { done: true, value: outcome.value };
	return fail(STATUS[outcome.error] ?? 422, {
		error: outcome.error,
		...(outcome.detail && { detail: outcome.detail }),
		values: input
	});
}
