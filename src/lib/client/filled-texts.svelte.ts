import { groundsRoot, worriesRoot } from '#lib/document/roots.ts';
import type { SharedDocument } from './documents/shared-document.svelte.ts';

/** Whether H33 and H34 are filled in, as others type. Make it while a component is made. */
export class FilledTexts {
	readonly #document: () => SharedDocument | undefined;
	#changes = $state(0);

	constructor(document: () => SharedDocument | undefined) {
		this.#document = document;
		$effect(() => {
			const doc = document()?.doc;
			const changed = () => (this.#changes += 1);
			doc?.on('update', changed);
			return () => doc?.off('update', changed);
		});
	}

	/** Of one child; false where the document is not open. */
	grounds(childId: string): boolean {
		void this.#changes;
		const document = this.#document();
		return [worriesRoot(childId), groundsRoot(childId)].every((root) =>
			document?.text(root).toString().trim()
		);
	}
}
