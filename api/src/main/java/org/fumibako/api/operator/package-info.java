// SPDX-License-Identifier: Apache-2.0
/** What only whoever runs the server may: customers and plans, accounts that were slowed down, and how the host is. */
@NullMarked
package org.fumibako.api.operator;

import org.jspecify.annotations.NullMarked;
