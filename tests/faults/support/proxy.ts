import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The network between the tabs and the server, which can be cut. */
export class Network {
	readonly url: string;
	/** Where it leads to. */
	target: string;
	readonly #open: Set<Socket>;
	#isCut = false;

	constructor(url: string, target: string, open: Set<Socket>) {
		this.url = url;
		this.target = target;
		this.#open = open;
	}

	static async to(target: string): Promise<Network> {
		const open = new Set<Socket>();
		const keep = (socket: Socket, other: Socket) => {
			open.add(socket);
			socket.on('error', () => other.destroy());
			socket.on('close', () => {
				open.delete(socket);
				other.destroy();
			});
		};
		const server = createServer((near) => {
			if (network.#isCut) return near.destroy();
			const far = connect(Number(new URL(network.target).port), '127.0.0.1');
			keep(near, far);
			keep(far, near);
			near.pipe(far).pipe(near);
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const network: Network = new Network(
			`http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			target,
			open
		);
		onTestFinished(() => {
			network.cut();
			server.close();
		});
		return network;
	}

	cut(): void {
		this.#isCut = true;
		for (const socket of this.#open) socket.destroy();
	}

	mend(): void {
		this.#isCut = false;
	}
}
