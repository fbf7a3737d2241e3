// SPDX-License-Identifier: Apache-2.0
import { LookCard } from './LookCard';
import { PasswordCard } from './PasswordCard';
import classes from './Settings.module.css';
import { SignatureCard } from './SignatureCard';
import { VacationCard } from './VacationCard';
import { WritingCard } from './WritingCard';

/** What can be set, the most wanted first. */
export default function Cards() {
  return (
    <div className={classes.cards}>
      <SignatureCard />
      <WritingCard />
      <LookCard />
      <VacationCard />
      <PasswordCard />
    </div>
  );
}
