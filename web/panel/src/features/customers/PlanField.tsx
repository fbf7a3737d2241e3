// SPDX-License-Identifier: Apache-2.0
import { DrawerSection, NativeSelect, useFormats } from '@fumibako/kit';
import { useCustomersText } from './text';
import { usePlans } from './usePlans';

export function PlanField({ value, onChange }: { value: string; onChange: (plan: string) => void }) {
  const say = useCustomersText();
  const formats = useFormats();
  const plans = usePlans();
  const chosen = plans.find((plan) => plan.name === value);
  return (
    <DrawerSection>
      <NativeSelect
        label={say('plan')}
        description={
          chosen &&
          say('planHint', {
            domains: formats.number(chosen.domains),
            accounts: formats.number(chosen.accounts),
            disk: formats.megabytes(chosen.diskMegabytes),
          })
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={value}
        data={plans.map((plan) => plan.name)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </DrawerSection>
  );
}
