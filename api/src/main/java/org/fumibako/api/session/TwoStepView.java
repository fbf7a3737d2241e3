// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two-step sign-in (2段階認証) of whoever asks.
 *
 * @param since when it was switched on; null while it is off
 * @param recoveryCodes how many are left
 */
record TwoStepView(boolean on, @Nullable Instant since, int recoveryCodes) {}
