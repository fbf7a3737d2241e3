// SPDX-License-Identifier: Apache-2.0
/**
 * The SMTP client (RFC 5321): brings a message to the servers of its recipients' domain, or to a smarthost.
 *
 * <p>{@link org.fumibako.smtp.client.Delivery} is the port: one call tries once, and ends with an outcome for each recipient
 * and the evidence for it. When to try again, and how many deliveries run at a time, is the queue's business.
 *
 * <p>Threading: a delivery runs on its caller's thread, which reads straight down.
 */
@NullMarked
package org.fumibako.smtp.client;

import org.jspecify.annotations.NullMarked;
