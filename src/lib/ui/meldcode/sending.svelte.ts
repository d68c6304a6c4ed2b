import type { FailureDetail } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import type { Send } from '../actions/send.ts';
import { errorText } from '../error-text.ts';

/** A form on its way: busy until the server answered; what was refused stays on the screen with its words. */
export class Sending {
	busy = $state(false);
	error = $state<string | null>(null);

	async give<Name extends CommandName>(
		send: Send,
		name: Name,
		input: CommandInput<Name>
	): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const outcome = await send(name, input);
		this.busy = false;
		this.error = outcome.ok ? null : this.#words(outcome.error, outcome.detail);
		return outcome.ok;
	}

	#words(code: string, detail?: FailureDetail): string {
		return errorText(code, detail);
	}
}
