// SPDX-License-Identifier: Apache-2.0
/**
 * Messages as octets: where their parts lie, what their headers say, and what text their octets are.
 *
 * <p><b>Structure.</b> {@link org.fumibako.mime.MessageParser} passes once over a message and finds every part by byte offset.
 * Any octets have a structure: nothing is refused, time is linear in the number of octets, and what lies beyond
 * {@link org.fumibako.mime.MimeLimits} is not taken apart. {@link org.fumibako.mime.MessageSummary} is what is computed once at
 * arrival.
 *
 * <p><b>Raw and decoded.</b> Raw header text is a String of one char an octet (ISO 8859-1): it goes back to the wire as it came.
 * {@link org.fumibako.mime.HeaderText}, {@link org.fumibako.mime.MailCharsets} and {@link org.fumibako.mime.PartText} make
 * text for people of it; such text never has control characters other than the line breaks of a body.
 *
 * <p><b>Threading.</b> Everything public is immutable or without state, but for {@link org.fumibako.mime.ImapText}, which
 * belongs to one thread.
 *
 * <p><b>What it does not do.</b> It judges nothing, verifies no signature, makes no HTML safe to show, and knows no protocol beyond
 * the string forms that a stored envelope needs.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.mime;
