/** For `{@attach onEscape(cancel)}` on a small form: Escape gives it up. */
export const onEscape = (cancel: () => void) => (form: HTMLElement) => {
	const listen = (event: KeyboardEvent) => {
		if (event.key === 'Escape') cancel();
	};
	form.addEventListener('keydown', listen);
	return () => form.removeEventListener('keydown', listen);
};
