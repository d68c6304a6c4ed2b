import { expect, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type Proxy, proxyWith } from './support/proxy.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { nameOf, visitorAs } from './support/visitor.ts';
import { choice, say } from './support/words.ts';

let proxy: Proxy;
let server: RunningServer;
test.beforeAll(async () => {
	proxy = await proxyWith('pass');
	server = await startServer({ demo: true, publicUrl: proxy.url });
	proxy.target = server.url;
});
test.afterAll(async () => {
	await server.stop();
	await proxy.stop();
});

test('RM2, RM3 cut off: nothing is called saved, leaving warns, and on return all is there once', async ({
	browser
}) => {
	const roos = await visitorAs(browser, proxy, 'roos');
	const meeting = await toRunningMeeting(roos.page);
	const hilde = await visitorAs(browser, proxy, 'hilde', { to: meeting });
	const [mine, hers] = [new CaseItem(roos.page), new CaseItem(hilde.page)];
	await mine.common.pressSequentially('Voor de storing.');
	await mine.saved();

	proxy.cut();
	await expect(mine.status).toHaveText(say('saved_status_offline'));
	await mine.common.press('End');
	await mine.common.pressSequentially(' Erna.');
	await mine.answer('B6', 'not-checked');
	await expect(mine.status).toHaveText(/\d+ wijzigingen nog niet bij de anderen/);
	const asked = roos.page.waitForEvent('dialog');
	const leaving = roos.page.close({ runBeforeUnload: true });
	const dialog = await asked;
	expect(dialog.type()).toBe('beforeunload');
	await dialog.dismiss();
	await leaving;
	await expect(mine.status).not.toHaveText(say('saved_status_saved'));

	proxy.mend();
	await mine.saved();
	await expect(hers.common).toHaveValue('Voor de storing. Erna.');
	await expect(hers.question('B6').getByText(nameOf('roos'))).toHaveCount(1);
	await expect(hers.question('B6')).toContainText(choice('not-checked'));
});
