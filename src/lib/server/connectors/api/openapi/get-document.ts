import type { App } from '../../../app.ts';
import { answer } from '../problem.ts';

export function getDocument(_app: App, _request: Request): Response {
	return answer(200, {});
}
