/**
 * What a newcomer reads when the demo is up.
 * @param {{ app: string, inbox: string, mail: string, keptSince: string | null }} demo
 */
export function welcome({ app, inbox, mail, keptSince }) {
	return `
Casustafel is running:  ${app}
The partner's inbox:    ${inbox}
Everyone's mail:        ${mail}

A CJG intake meeting is in progress, at case 26-5038. Choose who you are; in one browser you are one person
at a time, so open a private window (or another browser) for each:
  · Hilde Kremer   chairs the meeting
  · Roos van Dalen of Veilig Thuis, takes part remotely
  · Wim Tuinstra   the neighbourhood police officer, invited to this one item: of the others he sees nothing
Agree on an action for another organisation, have it accepted, ratify and close: it arrives in the
partner's inbox (GGD Noorderveld). Say there that it is done, and it shows here. Veilig Thuis gets
its actions by mail: open the link in it, and answer without an account. How each organisation is reached
is under Beheer, Koppelingen: sign in as Petra Lind.

Everyone and everything in it is invented. ${
		keptSince
			? `These are the data of ${keptSince}, with what was done since; start anew with: npm run demo -- --fresh`
			: 'What you do is kept for the next time; start anew with: npm run demo -- --fresh'
	}
Stop with Ctrl-C.
`;
}
