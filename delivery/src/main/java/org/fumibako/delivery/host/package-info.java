// SPDX-License-Identifier: Apache-2.0
/**
 * Looks at this host as other servers see it (requirement B5): {@link org.fumibako.delivery.host.HostCheck} asks DNS for what they ask,
 * and says in sentences what to do. Stateless; every question comes out of one budget.
 */
@NullMarked
package org.fumibako.delivery.host;

import org.jspecify.annotations.NullMarked;
