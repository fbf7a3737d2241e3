// SPDX-License-Identifier: Apache-2.0
/**
 * Who a message comes from, and how much of that can be proved: one sub-package a standard.
 *
 * <p>{@code mailauth.message} reads what is signed, for {@code mailauth.dkim} and {@code mailauth.arc} alike. Every check is
 * given the octets of a message, a resolver and a budget of DNS work, and answers with a value; nothing here decides what
 * becomes of a message, writes to a store, or opens a socket of its own.
 *
 * <p>Threading: checks are without state and safe for any number of threads; they block their caller on DNS.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.mailauth;
