// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.fumibako.jmap.wire.Ids;

/** Ids of emails, made when they are looked at: a query finds a hundred thousand and shows fifty. */
final class EmailIds extends AbstractList<String> implements RandomAccess {
    private final long[] contentIds;

    /** The array is not copied and must not change. */
    EmailIds(long[] contentIds) {
        this.contentIds = contentIds;
    }

    @Override
    public String get(int index) {
        return Ids.email(contentIds[index]);
    }

    @Override
    public int size() {
        return contentIds.length;
    }

    @Override
    public int indexOf(Object id) {
        long wanted = id instanceof String text ? Ids.email(text).orElse(-1) : -1;
        for (int i = 0; i < contentIds.length; i++) {
            if (contentIds[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
