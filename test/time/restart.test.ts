import { CREATE, TWO_TICKETS } from '../support/carts';
import { LEASE_MS, MachineHouse } from './machine-house';

const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

let house: MachineHouse;
beforeEach(async () => {
  house = await MachineHouse.open();
});
afterEach(() => house.close());

const create = () => house.ask(CREATE, { input: TWO_TICKETS });
const statusOf = async (id: string) =>
  (await house.ask('query ($id: ID!) { cart(id: $id) { status } }', { id })).status as string;
/** Lets `ms` pass, after which upstream holds nothing once calls under way are answered. */
async function untilAllGivenBack(ms: number): Promise<void> {
  await house.machine.pass(ms);
  await house.machine.settled(() => house.openCarts().size === 0);
}

describe('L4: after a reboot whose clock is wrong', () => {
  it('ahead by a day: what seems to have expired is deleted upstream all the same', async () => {
    const { id } = await create();
    await house.restart((machine) => {
      machine.reboot(10 * SECOND_MS);
      machine.step(DAY_MS);
    }, true);
    await untilAllGivenBack(2 * SECOND_MS);
    expect(house.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0, deletes: 1 });
    expect(await statusOf(id)).toBe('EXPIRED');
  });

  it('ahead by a day, and upstream down: the delete is repeated', async () => {
    await create();
    house.sandbox.setFaults([{ route: 'deleteCart', kind: 'status', status: 500, times: 3 }]);
    await house.restart((machine) => {
      machine.reboot(10 * SECOND_MS);
      machine.step(DAY_MS);
    }, true);
    await untilAllGivenBack(20 * SECOND_MS);
    expect(house.sandbox.report()).toMatchObject({ openCarts: 0, deletes: 1 });
  });

  it('corrected after it stood in the future: nothing is kept for a day', async () => {
    house.machine.step(DAY_MS);
    const { id } = await create();
    await house.restart((machine) => {
      machine.reboot(10 * SECOND_MS);
      machine.step(-DAY_MS);
    }, false);
    expect(await statusOf(id)).toBe('HELD');
    await untilAllGivenBack(LEASE_MS + 2 * SECOND_MS);
    expect(house.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0 });
  });
});
