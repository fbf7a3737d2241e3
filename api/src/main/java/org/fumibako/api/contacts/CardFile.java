// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

/** A file with cards, as text. */
public record CardFile(CardFormat format, String text) {}
