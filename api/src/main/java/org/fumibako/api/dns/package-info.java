// SPDX-License-Identifier: Apache-2.0
/** DNS of a domain: records, SPF, DKIM, DMARC, name servers, and what the world sees of them. */
@NullMarked
package org.fumibako.api.dns;

import org.jspecify.annotations.NullMarked;
