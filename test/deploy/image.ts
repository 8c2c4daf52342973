import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, posix } from 'node:path';

import { type Copy, DockerfileParser, type From, type JSONInstruction } from 'dockerfile-ast';

/** What a container of an image starts with. */
export interface ImageConfig {
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  readonly volumes: readonly string[];
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly healthCheck: readonly string[];
}

/** A stage of a Dockerfile that was built: its files below `root`, without those of its base image. */
export interface Stage {
  readonly root: string;
  readonly config: ImageConfig;
}

/** Runs a command of a RUN instruction, with `root` for `/`. */
export type RunCommand = (command: string, cwd: string, root: string) => void;

const EMPTY: ImageConfig = {
  ...{ env: {}, user: 'root', workdir: '/', volumes: [], entrypoint: [], cmd: [], healthCheck: [] },
};

/**
 * Builds an image without an engine: carries out each instruction of its Dockerfile in a folder. Knows no more
 * instructions than the Dockerfile uses, and no base images: their programs are those of this machine.
 *
 * @param context the folder that is sent to an engine, without what .dockerignore excludes.
 * @returns the last stage.
 */
export function buildImage(dockerfile: string, context: string, run: RunCommand): Stage {
  const stages = new Map<string, Stage>();
  let name = '';
  let stage: Stage = { root: '', config: EMPTY };
  const set = (change: Partial<ImageConfig>): void => {
    stage = { ...stage, config: { ...stage.config, ...change } };
    stages.set(name, stage);
  };
  const inStage = (path: string): string => join(stage.root, posix.resolve(stage.config.workdir, path));

  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    const content = instruction.getArgumentsContent() ?? '';
    const strings = (): string[] =>
      (instruction as JSONInstruction).getJSONStrings().map((text) => JSON.parse(text.getValue()) as string);
    switch (instruction.getKeyword()) {
      case 'ARG':
      case 'EXPOSE':
        break;
      case 'FROM':
        name = (instruction as From).getBuildStage() ?? '';
        stage = { root: mkdtempSync(join(tmpdir(), 'stagedoor-image-')), config: EMPTY };
        set({});
        break;
      case 'ENV': {
        const [key = '', ...value] = content.split('=');
        set({ env: { ...stage.config.env, [key]: value.join('=') } });
        break;
      }
      case 'WORKDIR':
        set({ workdir: content });
        mkdirSync(inStage('.'), { recursive: true });
        break;
      case 'COPY': {
        const from = (instruction as Copy).getFlags().find((flag) => flag.getName() === 'from');
        const source = from ? stages.get(from.getValue() ?? '')?.root : context;
        const paths = instruction.getArguments().map((argument) => argument.getValue());
        const target = paths.pop() ?? '';
        if (source === undefined) throw new Error(`No stage has the name ${from?.getValue()}.`);
        for (const path of paths.filter((each) => !each.startsWith('--'))) {
          // A folder is copied as its content, a file into a folder by its name.
          const to = target.endsWith('/') ? join(target, posix.basename(path)) : target;
          cpSync(join(source, path), inStage(to), { recursive: true, verbatimSymlinks: true });
        }
        break;
      }
      case 'RUN':
        for (const command of content.split(' && '))
          run(command.replaceAll(/(?<= )\/(?=\w)/g, `${stage.root}/`), inStage('.'), stage.root);
        break;
      case 'USER':
        set({ user: content });
        break;
      case 'VOLUME':
        set({ volumes: [...stage.config.volumes, content] });
        break;
      case 'HEALTHCHECK':
        set({ healthCheck: JSON.parse(content.slice(content.indexOf('CMD') + 'CMD'.length)) as string[] });
        break;
      case 'ENTRYPOINT':
        set({ entrypoint: strings() });
        break;
      case 'CMD':
        set({ cmd: strings() });
        break;
      default:
        throw new Error(`The test cannot carry out ${instruction.getKeyword()}.`);
    }
  }
  return stage;
}

/** Copies what an engine would be sent of `folder`, by its .dockerignore: all is left out but for exceptions. */
export function copyContext(folder: string): string {
  const [first, ...patterns] = readFileSync(join(folder, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (first !== '*') throw new Error('The first line of .dockerignore has to leave out everything.');
  const exceptions = patterns.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const leftOut = new Set(patterns.filter((line) => line.startsWith('**/')).map((line) => line.slice(3)));
  if (exceptions.length + leftOut.size !== patterns.length || /[*?[]/.test(exceptions.join('')))
    throw new Error('The test cannot read this .dockerignore.');
  const context = mkdtempSync(join(tmpdir(), 'stagedoor-context-'));
  for (const path of exceptions)
    cpSync(join(folder, path), join(context, path), {
      recursive: true,
      preserveTimestamps: true,
      filter: (source) => !leftOut.has(basename(source)),
    });
  return context;
}
