// SPDX-License-Identifier: Apache-2.0
/** Cards of the address book as files, and people whom the account has written to. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.contacts;
