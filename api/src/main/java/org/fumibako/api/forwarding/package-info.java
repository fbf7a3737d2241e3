// SPDX-License-Identifier: Apache-2.0
/** 転送設定: where an account's mail goes on to. */
@NullMarked
package org.fumibako.api.forwarding;

import org.jspecify.annotations.NullMarked;
