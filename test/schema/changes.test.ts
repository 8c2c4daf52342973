import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Compares a changed copy of the schema with the released one, beside a changelog. Returns what was printed. */
function changes(
  file: string,
  change: (sdl: string) => string,
  unreleased: string,
): { status: number | null; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  const schema = join(folder, 'schema');
  cpSync(join(ROOT, 'schema'), schema, { recursive: true });
  const path = join(schema, file);
  const sdl = readFileSync(path, 'utf8');
  const changed = change(sdl);
  if (changed === sdl) throw new Error('The test changes nothing.');
  writeFileSync(path, changed);
  const changelog = join(folder, 'CHANGELOG.md');
  writeFileSync(
    changelog,
    `# Changelog\n\n## [Unreleased]\n\n${unreleased}\n\n## [0.0.1]\n\n### Breaking\n\n- \`Venue.name\`\n`,
  );
  const args = ['scripts/schema-changes.mjs', '--schema', schema, '--changelog', changelog];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stderr };
}

const withoutVenueName = (sdl: string) => sdl.replace(/^ {2}name: String$/m, '  nameOfVenue: String');

describe('a change of the schema since the last release', () => {
  it('fails where it breaks clients and the changelog does not say so', () => {
    expect(changes('venue.graphql', withoutVenueName, '### Changed\n\n- `Venue.name` is gone.')).toEqual({
      status: 1,
      stderr:
        "Field 'name' was removed from object type 'Venue'. That breaks clients of the last release: " +
        'name `Venue.name` under "### Breaking" in CHANGELOG.md.\n',
    });
  });

  it('passes where the changelog names it under "Breaking"', () => {
    const changelog = '### Breaking\n\n- `Venue.name` is called `nameOfVenue`.\n\n### Changed';
    expect(changes('venue.graphql', withoutVenueName, changelog)).toEqual({ status: 0, stderr: '' });
  });

  it('passes where it adds something', () => {
    const added = (sdl: string) => sdl.replace(/^ {2}name: String$/m, '$&\n  nickname: String');
    expect(changes('venue.graphql', added, '')).toEqual({ status: 0, stderr: '' });
  });
});
