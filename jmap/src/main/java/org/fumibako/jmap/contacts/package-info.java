// SPDX-License-Identifier: Apache-2.0
/** The address book: JMAP for Contacts (RFC 9610), whose cards are JSContact (RFC 9553). */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.contacts;
