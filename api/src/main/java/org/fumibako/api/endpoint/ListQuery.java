// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * The query of every list.
 *
 * @param q a part of what is listed, in any case
 * @param sort the name of a column, with a minus before it for the other direction
 * @param offset rows to leave out, 0 when it is missing
 * @param limit rows at most, 1 to {@link #MAX_LIMIT}, {@link #DEFAULT_LIMIT} when it is missing
 */
public record ListQuery(
        @Nullable String q,
        @Nullable String sort,
        @Nullable Long offset,
        @Nullable Integer limit) {
    /** What one answer holds in memory. */
    public static final int MAX_LIMIT = 500;

    public static final int DEFAULT_LIMIT = 50;

    private static final int MAX_TEXT = 200;

    /** What to look for; empty for everything. */
    public String text() {
        String text = q == null ? "" : q.strip();
        if (text.length() > MAX_TEXT) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("q");
        }
        return text;
    }

    public long from() {
        if (offset != null && offset < 0) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("offset");
        }
        return offset == null ? 0 : offset;
    }

    public int most() {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("limit");
        }
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    public boolean descending() {
        return sort != null && sort.startsWith("-");
    }

    /** The column to sort by; {@code standard} when none was named. */
    public <E extends Enum<E>> E column(Class<E> columns, E standard) {
        if (sort == null || sort.isEmpty()) {
            return standard;
        }
        String name = descending() ? sort.substring(1) : sort;
        for (E column : columns.getEnumConstants()) {
            if (Names.kebab(column).equals(name)) {
                return column;
            }
        }
        throw ApiException.of(ErrorCode.FIELD_INVALID).at("sort");
    }
}
