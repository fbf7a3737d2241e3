// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import org.jspecify.annotations.Nullable;

/** What is to be changed of an account; what is missing stays. */
record AccountEdit(
        @Nullable String name,
        @Nullable Integer quotaMegabytes,
        @Nullable Boolean suspended) {}
