// SPDX-License-Identifier: Apache-2.0
/** メール診断: the doctor for whoever may see an account. */
@NullMarked
package org.fumibako.api.doctor;

import org.jspecify.annotations.NullMarked;
