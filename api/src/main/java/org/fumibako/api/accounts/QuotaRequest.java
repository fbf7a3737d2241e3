// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.List;

/** The same quota for many accounts of a domain. */
record QuotaRequest(List<String> addresses, int quotaMegabytes) {}
