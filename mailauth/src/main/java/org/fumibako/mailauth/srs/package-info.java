// SPDX-License-Identifier: Apache-2.0
/**
 * Sender Rewriting Scheme: forwarded mail gets an envelope sender of ours, so that it passes SPF at the target, and bounces of it find
 * back. There is no standard; the form is that of Shevek's paper of 2003, which other servers recognise.
 *
 * <p>Everything needed to find back is in the address, with a keyed hash so that nobody else can make one, and a date so that it
 * cannot be used for ever. Nothing is stored.
 */
@NullMarked
package org.fumibako.mailauth.srs;

import org.jspecify.annotations.NullMarked;
