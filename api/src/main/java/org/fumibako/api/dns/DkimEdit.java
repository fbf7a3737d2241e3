// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

/** Whether the domain signs. */
record DkimEdit(boolean signs) {}
