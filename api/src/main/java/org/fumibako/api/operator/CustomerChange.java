// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import org.jspecify.annotations.Nullable;

/** What an operator changes of a customer; what is missing stays. */
record CustomerChange(
        @Nullable String name,
        @Nullable String plan,
        @Nullable Boolean suspended) {}
