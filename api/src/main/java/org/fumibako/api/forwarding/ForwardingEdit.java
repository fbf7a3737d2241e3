// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.forwarding;

import org.fumibako.registry.Forwarding;
import org.jspecify.annotations.Nullable;

/** What is to be changed; what is missing stays. */
record ForwardingEdit(@Nullable Boolean keep, Forwarding.@Nullable Unproven unproven) {}
