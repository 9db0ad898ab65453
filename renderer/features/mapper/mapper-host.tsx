import { lazy, Suspense } from 'react';
import { useIntake } from '#renderer/lib/intake.tsx';

const MapperDialog = lazy(async () => ({ default: (await import('./mapper-dialog.tsx')).MapperDialog }));

/** Over whichever place one is at, while a file's columns are being explained. */
export function MapperHost() {
  const { mapping, setMapping } = useIntake();
  return (
    mapping && (
      <Suspense>
        <MapperDialog key={mapping.source.token} mapping={mapping} onClose={() => setMapping(null)} />
      </Suspense>
    )
  );
}
