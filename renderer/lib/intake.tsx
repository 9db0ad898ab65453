import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { ImportDone, ImportReport } from '#contract/import.ts';
import type { PageBridge } from './bridge.ts';
import { call, Refused, refusalOf, useBridge } from './call.ts';

/** One file on its way into the book; a file that fails keeps its reason and holds up no other. */
export type Taken<Report> =
  | { readonly name: string; readonly token: string; readonly report: Report }
  | { readonly name: string; readonly error: Refused };

export type Intake =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly names: readonly string[] }
  | { readonly phase: 'preview'; readonly files: readonly Taken<ImportReport>[] }
  | { readonly phase: 'importing'; readonly names: readonly string[] }
  | { readonly phase: 'done'; readonly files: readonly Taken<ImportDone>[] };

type IntakeDesk = {
  readonly intake: Intake;
  /** Reads the files as an import would and shows what they hold; stores nothing. */
  offer: (files: readonly File[]) => Promise<void>;
  /** Imports what the preview shows, one file after another. */
  importAll: () => Promise<void>;
  dismiss: () => void;
};

const IntakeContext = createContext<IntakeDesk | null>(null);

/** Holds what was chosen or dropped until it is imported or put away; leaving the page does not stop it. */
export function IntakeProvider({ children }: { children: ReactNode }) {
  const bridge = useBridge();
  const [intake, setIntake] = useState<Intake>({ phase: 'idle' });
  const busy = intake.phase === 'reading' || intake.phase === 'importing';

  const offer = useCallback(
    async (files: readonly File[]) => {
      if (busy || files.length === 0) return;
      setIntake({ phase: 'reading', names: files.map((file) => file.name) });
      setIntake({ phase: 'preview', files: await previewAll(bridge, files) });
    },
    [bridge, busy],
  );

  const importAll = useCallback(async () => {
    if (intake.phase !== 'preview') return;
    const ready = intake.files.filter((file) => 'report' in file);
    setIntake({ phase: 'importing', names: ready.map((file) => file.name) });
    setIntake({ phase: 'done', files: await runAll(bridge, ready) });
  }, [bridge, intake]);

  const dismiss = useCallback(() => setIntake({ phase: 'idle' }), []);
  const desk = useMemo(() => ({ intake, offer, importAll, dismiss }), [intake, offer, importAll, dismiss]);
  return <IntakeContext value={desk}>{children}</IntakeContext>;
}

export function useIntake(): IntakeDesk {
  const desk = use(IntakeContext);
  if (!desk) throw new Error('No intake around this component.');
  return desk;
}

async function previewAll(bridge: PageBridge, files: readonly File[]): Promise<Taken<ImportReport>[]> {
  const taken: Taken<ImportReport>[] = [];
  for (const file of files) taken.push(await previewOne(bridge, file));
  return taken;
}

async function previewOne(bridge: PageBridge, file: File): Promise<Taken<ImportReport>> {
  try {
    const offered = await bridge.offer(file);
    if (!offered.ok) throw new Refused(offered.code, offered.message);
    const { token, name } = offered.value;
    const { files } = await call(bridge, 'imports.preview', { sources: [{ token }] });
    return { name, token, report: files[0]! };
  } catch (error) {
    return { name: file.name, error: refusalOf(error) };
  }
}

/** One command a file, so that what was stored before a refusal or a Cancel is known and can be undone. */
async function runAll(
  bridge: PageBridge,
  files: readonly { name: string; token: string }[],
): Promise<Taken<ImportDone>[]> {
  const taken: Taken<ImportDone>[] = [];
  let stopped: Refused | null = null;
  for (const { name, token } of files) {
    if (stopped) {
      taken.push({ name, error: stopped });
      continue;
    }
    try {
      const done = await call(bridge, 'imports.run', { sources: [{ token }] });
      taken.push({ name, token, report: done.files[0]! });
    } catch (error) {
      const refusal = refusalOf(error);
      taken.push({ name, error: refusal });
      if (refusal.code === 'cancelled') stopped = refusal;
    }
  }
  return taken;
}
