import type { Result } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';

/**
 * Gives a command over the live connection. A component that is handed one sends its forms so; without
 * one they are posted to the page, which works without script too.
 */
export type Send = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>
) => Promise<Result<unknown>>;
