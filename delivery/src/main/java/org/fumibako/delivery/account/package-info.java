// SPDX-License-Identifier: Apache-2.0
/** What registry and store have to do together for an account. */
@NullMarked
package org.fumibako.delivery.account;

import org.jspecify.annotations.NullMarked;
