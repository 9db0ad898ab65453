import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { ImportDone, ImportReport } from '#contract/import.ts';
import type { ProfileUse } from '#contract/profile.ts';
import type { PageBridge } from './bridge.ts';
import { call, type Refused, refusalOf, useBridge } from './call.ts';
import { isReady, lookAt, type Offered, offerAll, runAll, type Source, type Taken, wasStopped } from './take-in.ts';

export type { NotRead, Source, Taken } from './take-in.ts';

export type Intake =
  | { readonly phase: 'idle'; readonly error: Refused | null }
  /** `before`: what was looked at already and stays in sight while it is looked at again. */
  | { readonly phase: 'reading'; readonly names: readonly string[]; readonly before: readonly Taken<ImportReport>[] }
  | {
      readonly phase: 'preview';
      readonly files: readonly Taken<ImportReport>[];
      /** The state of the book that the preview holds for. */
      readonly book: string;
      /** Why what was asked last could not be done. */
      readonly error: Refused | null;
      /** Files that were chosen beyond what one preview holds. */
      readonly leftOver: number;
    }
  | { readonly phase: 'importing'; readonly names: readonly string[] }
  | { readonly phase: 'done'; readonly files: readonly Taken<ImportDone>[] };

/** A file whose columns are being explained. */
export type Mapping = {
  readonly key: number;
  readonly name: string;
  readonly source: Source;
  /** What its rows tell, where the person has said so already. */
  readonly wish?: ProfileUse | undefined;
};

type IntakeDesk = {
  readonly intake: Intake;
  /** Reads the files, with those already in sight, as one import would and shows what they hold; stores nothing. */
  offer: (files: readonly File[], wish?: ProfileUse) => Promise<void>;
  /** Says more of one file (its password, its profile, that it is wanted again) and looks at all of them again. */
  say: (key: number, more: Partial<Source>) => Promise<void>;
  /** Takes the import of a file back and looks at the file again, for its columns to be read otherwise. */
  mapAgain: (key: number, id: number) => Promise<void>;
  leaveOut: (key: number) => Promise<void>;
  /** Imports what the preview shows. */
  importAll: () => Promise<void>;
  /** Looks again at the files that a cancel stopped. */
  lookAgain: () => Promise<void>;
  dismiss: () => void;
  readonly mapping: Mapping | null;
  setMapping: (mapping: Mapping | null) => void;
};

/** The most files that one preview takes. */
const mostFiles = 200;

const idle: Intake = { phase: 'idle', error: null };
const IntakeContext = createContext<IntakeDesk | null>(null);

/** Holds what was chosen or dropped until it is imported or put away; leaving the page does not stop it. */
export function IntakeProvider({ children }: { children: ReactNode }) {
  const bridge = useBridge();
  const [intake, setIntake] = useState<Intake>(idle);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const desk = useMemo(
    () => ({ intake, mapping, setMapping, ...stepsFrom(bridge, intake, { setIntake, setMapping }) }),
    [bridge, intake, mapping],
  );
  return <IntakeContext value={desk}>{children}</IntakeContext>;
}

export function useIntake(): IntakeDesk {
  const desk = use(IntakeContext);
  if (!desk) throw new Error('No intake around this component.');
  return desk;
}

type Steps = Pick<IntakeDesk, 'offer' | 'say' | 'mapAgain' | 'leaveOut' | 'importAll' | 'lookAgain' | 'dismiss'>;

type Setters = {
  readonly setIntake: (next: Intake) => void;
  readonly setMapping: (mapping: Mapping | null) => void;
};

/** What can be done from here. While something is read or imported, nothing else is begun. */
function stepsFrom(bridge: PageBridge, intake: Intake, { setIntake, setMapping }: Setters): Steps {
  const busy = intake.phase === 'reading' || intake.phase === 'importing';
  const before = intake.phase === 'preview' ? intake.files : [];

  const look = async (offered: () => Offered[] | Promise<Offered[]>, names: string[], error: Refused | null = null) => {
    setIntake({ phase: 'reading', names, before });
    try {
      const all = await offered();
      if (all.length === 0) return setIntake(idle);
      const seen = await lookAt(bridge, all.slice(0, mostFiles));
      setIntake({ phase: 'preview', ...seen, error, leftOver: Math.max(0, all.length - mostFiles) });
    } catch (refused) {
      const why = refusalOf(refused);
      setIntake(intake.phase === 'preview' ? { ...intake, error: why } : { phase: 'idle', error: why });
    }
  };
  const again = (files: readonly Taken<ImportReport>[], error: Refused | null = null) =>
    look(() => files.map(offeredOf), files.map(nameOf), error);

  return {
    async offer(files, wish) {
      if (busy || files.length === 0) return;
      await look(async () => [...before.map(offeredOf), ...(await offerAll(bridge, files, wish))], files.map(nameOf));
    },
    async say(key, more) {
      await again(
        before.map((file) =>
          file.key === key && file.source ? { ...file, source: { ...file.source, ...more } } : file,
        ),
      );
    },
    async mapAgain(key, id) {
      const file = intake.phase === 'done' ? intake.files.find((one) => one.key === key) : undefined;
      if (!file?.source) return;
      const { name, wish } = file;
      const source = { ...file.source, again: true };
      await look(async () => {
        await call(bridge, 'imports.undo', { id });
        return [{ key, name, source, wish }];
      }, [name]);
      setMapping({ key, name, source, wish });
    },
    async leaveOut(key) {
      await again(before.filter((file) => file.key !== key));
    },
    async importAll() {
      if (intake.phase !== 'preview') return;
      const ready = intake.files.filter(isReady);
      setIntake({ phase: 'importing', names: ready.map(nameOf) });
      try {
        setIntake({ phase: 'done', files: await runAll(bridge, ready, intake.book) });
      } catch (refused) {
        const why = refusalOf(refused);
        if (why.code === 'book-changed') await again(intake.files, why);
        else setIntake({ ...intake, error: why });
      }
    },
    async lookAgain() {
      if (intake.phase !== 'done') return;
      const stopped = intake.files.filter(wasStopped);
      await look(() => stopped.map(({ key, name, source }) => ({ key, name, source })), stopped.map(nameOf));
    },
    dismiss: () => {
      setIntake(idle);
      // Nobody waits for it; where it fails, the next command does it.
      if (intake.phase === 'preview') void call(bridge, 'imports.forget', {}).catch(() => {});
    },
  };
}

const nameOf = ({ name }: { name: string }) => name;

const offeredOf = ({ key, name, source, wish, answer }: Taken<ImportReport>): Offered =>
  source === null && !answer.ok ? { key, name, source, failed: answer } : { key, name, source, wish };
