// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mail;

import org.jspecify.annotations.Nullable;

/** A link as a page of ours had it. What is missing makes it none. */
public record PictureQuery(
        @Nullable String url,
        @Nullable Long until,
        @Nullable String mac) {}
