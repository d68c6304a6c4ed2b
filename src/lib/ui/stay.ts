import type { SubmitFunction } from '$app/forms';

/**
 * For `use:enhance`: who pressed a button stays on it. Kit moves the focus to the top of the page after
 * each form; whoever works by keyboard would have to walk down again past everything.
 */
export function stay(busy: (is: boolean) => void = () => undefined): SubmitFunction {
	return ({ submitter, formElement }) => {
		const pressed = submitter ?? formElement.querySelector('button');
		busy(true);
		return async ({ update }) => {
			await update();
			busy(false);
			if (pressed?.isConnected) pressed.focus({ preventScroll: true });
		};
	};
}
