import { expect, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { type Visitor, visitorAs } from './support/visitor.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

/** As a municipal proxy does: the upgrade comes to nothing. */
async function withoutWebsocket({ context }: Visitor): Promise<void> {
	await context.routeWebSocket(/socket\.io/, (socket) => socket.close({ code: 1011 }));
}

test('where websockets are blocked the room works: two type together and answer', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	await withoutWebsocket(hilde);
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, server, 'roos');
	await withoutWebsocket(roos);
	await roos.page.goto(meeting);
	const [one, other] = [new CaseItem(hilde.page), new CaseItem(roos.page)];

	await one.common.pressSequentially('Dit komt aan zonder websocket.');
	await one.saved();
	await expect(other.common).toHaveValue('Dit komt aan zonder websocket.');
	await other.common.press('End');
	await other.common.pressSequentially(' Dit ook.');
	await other.saved();
	await expect(one.common).toHaveValue('Dit komt aan zonder websocket. Dit ook.');
	await other.answer('B6', 'not-checked');
	await expect(one.question('B6')).toContainText('Roos van Dalen');

	for (const { received } of [hilde, roos]) {
		expect(received.frames).toEqual([]);
		expect(received.responses.some(({ kind }) => kind.includes('transport=polling'))).toBe(true);
	}
});
