// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mail;

/**
 * What the webmail says around a message.
 *
 * @param remotePictures pictures on the web that the message names
 * @param quotes whether there is quoted text in it
 * @param oneClick whether the list that it came by can be left by one click (RFC 8058)
 */
public record MailFacts(int remotePictures, boolean quotes, boolean oneClick) {}
