// SPDX-License-Identifier: Apache-2.0
/**
 * What the webmail asks of its server beside JMAP: mail as pages that can be shown without danger, pictures from elsewhere without
 * telling who looks, and what is in attachments that browsers cannot read.
 *
 * <p>Begin reading at {@link org.fumibako.webmail.html.SafeHtml}, and at {@link org.fumibako.webmail.page.Pages} for what comes of it.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail;
