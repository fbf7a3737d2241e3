// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import org.jspecify.annotations.Nullable;

/** For how many days support may look at a case: 1 to 30, or 0 to end it. */
record ShareRequest(@Nullable Integer days) {}
