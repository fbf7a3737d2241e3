// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

/** What a customer can change of its own details. */
record CustomerEdit(String name) {}
