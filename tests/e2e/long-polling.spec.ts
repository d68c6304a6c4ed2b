import { expect, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type Proxy, proxyWith, type Websockets } from './support/proxy.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';

let proxy: Proxy;
let server: RunningServer | undefined;
async function behind(websockets: Websockets): Promise<void> {
	proxy = await proxyWith(websockets);
	server = await startServer({ demo: true, publicUrl: proxy.url });
	proxy.target = server.url;
}
test.afterEach(async () => {
	await server?.stop();
	await proxy.stop();
});

test('LW1 where websockets are blocked the room works: two type together and answer', async ({
	browser
}) => {
	await behind('refused');
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

	expect(proxy.asked).toBeGreaterThan(0);
	for (const { received } of [hilde, roos]) {
		expect(received.frames).toEqual([]);
		expect(received.responses.some(({ kind }) => kind.includes('transport=polling'))).toBe(true);
	}
});

for (const [websockets, words] of [
	['closed', 'takes a websocket and closes it'],
	['silent', 'takes a websocket and passes nothing on']
] as const)
	test(`LW5 behind a proxy that ${words} the room still opens and saves`, async ({ browser }) => {
		await behind(websockets);
		const { page } = await visitorAs(browser, proxy, 'hilde');
		await toRunningMeeting(page);
		const item = new CaseItem(page);
		await item.common.pressSequentially('Dit komt er toch.');
		await item.saved();
		await page.reload();
		await expect(item.common).toHaveValue('Dit komt er toch.');
		expect(proxy.asked).toBeGreaterThan(0);
	});
