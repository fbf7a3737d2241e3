// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.reply;

/**
 * What an automatic reply says in one language.
 *
 * @param subject empty for one that follows the subject of the message
 */
record ReplyWording(String subject, String text) {}
