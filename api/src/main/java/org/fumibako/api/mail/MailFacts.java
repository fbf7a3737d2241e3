// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mail;

/**
 * What the webmail says around a message.
 *
 * @param remotePictures pictures on the web that the message names
 * @param quotes whether there is quoted text in it
 */
public record MailFacts(int remotePictures, boolean quotes) {}
