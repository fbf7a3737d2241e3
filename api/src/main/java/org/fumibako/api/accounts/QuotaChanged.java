// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import org.jspecify.annotations.Nullable;

/** How many quotas were changed. */
record QuotaChanged(int changed, @Nullable Long undo) {}
