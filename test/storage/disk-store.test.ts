import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ClassicLevel } from 'classic-level';

import { DiskStore } from '../../src/storage/disk-store';
import { StoreUnusable } from '../../src/storage/errors';
import { describeStore } from './store-contract';

const directories: string[] = [];
function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'stagedoor-store-'));
  directories.push(directory);
  return directory;
}
afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })));

const numbered = (count: number, dueAtMs = 1000) => ({ body: { count }, dueAtMs });

describeStore('the store on disk', () => DiskStore.open(newDirectory()));

describe('the store on disk', () => {
  it('holds documents, index and mark after it was closed and opened again', async () => {
    const directory = newDirectory();
    const store = await DiskStore.open(directory);
    await store.insert('late', numbered(1, 2000));
    await store.insert('early', numbered(2, 1000));
    await store.update('late', () => numbered(3, 500));
    await store.claimDue(500, 1, 60_000);
    await store.writeMark({ steadyMs: 7 });
    await store.close();

    const again = await DiskStore.open(directory);
    expect(await again.read('late')).toEqual(numbered(3, 500));
    expect(await again.readMark()).toEqual({ steadyMs: 7 });
    expect(await again.nextDueAtMs()).toBe(500);
    // Claims die with their process.
    expect(await again.claimDue(3000, 10, 60_000)).toEqual(['late', 'early']);
    await again.close();
  });

  it('claims no document by a time that an update changes meanwhile', async () => {
    const store = await DiskStore.open(newDirectory());
    for (let at = 0; at < 30; at++) await store.insert(`other ${at}`, numbered(0, 100_000));
    for (let at = 0; at < 200; at++) {
      const id = `moved ${at}`;
      await store.insert(id, numbered(1, 10));
      let isUpdated = false;
      const updated = store.update(id, () => numbered(2, 4000)).then(() => (isUpdated = true));
      while (!isUpdated) await store.claimDue(10, 64, 60_000);
      await updated;
      expect(await store.nextDueAtMs()).toBe(4000);
      await store.update(id, () => null);
    }
    await store.close();
  });

  it('loses no write that had resolved when its process is killed', async () => {
    const directory = newDirectory();
    const child: ChildProcess = spawn(process.execPath, [join(__dirname, 'writer.cjs'), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (printed.split('\n').length < 200) await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const written = printed.split('\n').slice(0, -1);
    const store = await DiskStore.open(directory);
    for (const id of written) expect(await store.read(id)).toBeDefined();
    await store.close();
  });

  it('gives many writes at once one trip to the disk, and each its own answer', async () => {
    const store = await DiskStore.open(newDirectory());
    const inserted = await Promise.all(
      Array.from({ length: 500 }, (_, at) => store.insert(`id-${at % 250}`, numbered(at))),
    );
    expect(inserted.filter(Boolean)).toHaveLength(250);
    await store.close();
  });

  it('does not grow without bound when documents come and go', async () => {
    const directory = newDirectory();
    const store = await DiskStore.open(directory);
    const text = 'x'.repeat(2000);
    for (let round = 0; round < 30; round++) {
      const ids = Array.from({ length: 500 }, (_, at) => `${round}-${at}`);
      await Promise.all(ids.map((id) => store.insert(id, { body: text, dueAtMs: round })));
      await Promise.all(ids.map((id) => store.update(id, () => null)));
    }
    await store.close();
    const { statSync } = await import('node:fs');
    const bytes = readdirSync(join(directory, 'ledger'))
      .map((name) => statSync(join(directory, 'ledger', name)).size)
      .reduce((sum, size) => sum + size, 0);
    // 30 MB went in; what lies there is no more than LevelDB's own buffers.
    expect(bytes).toBeLessThan(16_000_000);
  });
});

describe('a folder that cannot be used is refused with a sentence', () => {
  const refusal = async (directory: string): Promise<string> => {
    const error: unknown = await DiskStore.open(directory).then(
      async (store) => store.close(),
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(StoreUnusable);
    return (error as Error).message;
  };

  it('when another process is using it', async () => {
    const directory = newDirectory();
    const child = spawn(process.execPath, [join(__dirname, 'writer.cjs'), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(await refusal(directory)).toMatch(/another process is using/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await DiskStore.open(directory)).close();
  });

  it('when another process goes on using it for longer than we wait', async () => {
    const directory = newDirectory();
    const child = spawn(process.execPath, [join(__dirname, 'writer.cjs'), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const onWait = jest.fn();
    await expect(DiskStore.open(directory, { withinMs: 250, onWait })).rejects.toThrow(
      /another process is using/,
    );
    expect(onWait).toHaveBeenCalledTimes(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('when a file stands in its place', async () => {
    const file = join(newDirectory(), 'file');
    writeFileSync(file, 'not a folder');
    expect(await refusal(file)).toMatch(/cannot be made/);
  });

  it('when another program wrote the database in it', async () => {
    const directory = newDirectory();
    const foreign = new ClassicLevel(join(directory, 'ledger'));
    await foreign.put('their', 'data');
    await foreign.close();
    expect(await refusal(directory)).toMatch(/another program/);
  });

  it.each(['CURRENT', 'MANIFEST'])('when its %s is garbage', async (name) => {
    const directory = newDirectory();
    const store = await DiskStore.open(directory);
    await store.insert('a', numbered(1));
    await store.close();
    const path = join(directory, 'ledger');
    const file = readdirSync(path).find((entry) => entry.startsWith(name)) ?? name;
    writeFileSync(join(path, file), 'garbage');
    expect(await refusal(directory)).toMatch(/damaged|cannot be opened/);
  });

  it('when a table of it was cut short', async () => {
    const directory = newDirectory();
    const store = await DiskStore.open(directory);
    for (let at = 0; at < 4; at++) {
      const text = 'x'.repeat(1_500_000);
      await store.insert(`${at}`, { body: text, dueAtMs: at });
    }
    await store.close();
    // Opening again writes the log out into tables.
    await (await DiskStore.open(directory)).close();
    const path = join(directory, 'ledger');
    const tables = readdirSync(path).filter((name) => name.endsWith('.ldb'));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) truncateSync(join(path, table), 100);
    expect(await refusal(directory)).toMatch(/damaged|cannot be opened/);
  });
});

describe('a disk that takes no more', () => {
  it('fails the write, keeps what was there, and goes on when there is room again', async () => {
    const directory = newDirectory();
    // No file of the process may grow beyond 100 KiB: the ledger's log is soon full, and a new one has room.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -f 200; exec "$@"', 'sh', process.execPath, join(__dirname, 'writer.cjs'), directory],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!/failed[^]*\nid-\d+\n/.test(printed)) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const lines = printed.split('\n').slice(0, -1);
    const store = await DiskStore.open(directory);
    for (const line of lines) {
      const [id = '', outcome] = line.split(' ');
      expect((await store.read(id)) === undefined).toBe(outcome === 'failed');
    }
    await store.close();
  });
});
