import type { ApiAction } from '#lib/protocol/api.ts';
import { sha256 } from '../../transact.ts';

/** Names this exact representation (RFC 9110, 8.8.3). */
export function etagOf(action: ApiAction): string {
	return `"${sha256(JSON.stringify(action)).slice(0, 22)}"`;
}

/** Whether a list of tags (`If-Match`, `If-None-Match`) names this one; `*` names each. */
export function names(list: string, etag: string, weak: 'weak-too' | 'strong-only'): boolean {
	if (list.trim() === '*') return true;
	return list
		.split(',')
		.map((each) => each.trim())
		.some((each) => each === etag || (weak === 'weak-too' && each === `W/${etag}`));
}
