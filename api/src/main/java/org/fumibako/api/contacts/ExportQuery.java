// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

/** Which file. */
public record ExportQuery(CardFormat format) {}
