// SPDX-License-Identifier: Apache-2.0
/** 送信状況: mail on its way to other servers, seen and steered by whose it is. */
@NullMarked
package org.fumibako.api.queue;

import org.jspecify.annotations.NullMarked;
