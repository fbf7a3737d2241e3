// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

/** Whether sending from abroad is refused. */
record DomainCountryEdit(boolean limited) {}
