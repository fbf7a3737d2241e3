// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

/** @param added cards that are in the address book now; {@code skipped} those that were there already or could not be taken */
public record CardsImported(int added, int skipped) {}
