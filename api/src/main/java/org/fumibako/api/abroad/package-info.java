// SPDX-License-Identifier: Apache-2.0
/** SMTP認証の国外アクセス制限設定: from which countries accounts may send. */
@NullMarked
package org.fumibako.api.abroad;

import org.jspecify.annotations.NullMarked;
