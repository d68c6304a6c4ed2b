import type { App as RunningApp } from '#lib/server/app.ts';
import type { Session, SignedIn } from '#lib/server/auth/sessions.ts';
import type { Colleague } from '#lib/server/store/people.ts';
import type { Actor } from '#lib/server/work.ts';

declare global {
	namespace App {
		interface Locals {
			app: RunningApp;
			/** Where the request comes from, behind the proxy if there is one. */
			address: string;
			/** Who is signed in, perhaps not wholly (`session.complete`); for the public pages. */
			signedIn: SignedIn | null;
			/** These three are there on every page that is not public: the guard in hooks sees to it. */
			actor: Actor;
			colleague: Colleague;
			session: Session;
		}
		interface PageData {
			/** The page renders its own Shell (the meeting room), with `data.shell`. */
			ownShell?: boolean;
			/** The whole width, without margins. */
			wide?: boolean;
		}
	}
}
