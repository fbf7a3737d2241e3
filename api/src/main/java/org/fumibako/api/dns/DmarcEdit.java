// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import org.fumibako.registry.zone.DmarcPolicy;

/** A choice of policy. */
record DmarcEdit(DmarcPolicy policy) {}
