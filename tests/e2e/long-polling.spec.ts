import { expect, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type Proxy, proxyWithoutWebsockets } from './support/proxy.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';

let proxy: Proxy;
let server: RunningServer;
test.beforeAll(async () => {
	proxy = await proxyWithoutWebsockets();
	server = await startServer({ demo: true, publicUrl: proxy.url });
	proxy.target = server.url;
});
test.afterAll(async () => {
	await server.stop();
	await proxy.stop();
});

test('where websockets are blocked the room works: two type together and answer', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, proxy, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, proxy, 'roos', { to: meeting });
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

	expect(proxy.refused).toBeGreaterThan(0);
	for (const { received } of [hilde, roos]) {
		expect(received.frames).toEqual([]);
		expect(received.responses.some(({ kind }) => kind.includes('transport=polling'))).toBe(true);
	}
});
