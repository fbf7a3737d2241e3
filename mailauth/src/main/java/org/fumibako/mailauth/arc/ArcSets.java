// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.mailauth.dkim.SignatureFault;
import org.fumibako.mailauth.dkim.SignatureTags;
import org.fumibako.mailauth.message.HeaderFields;

/** Puts the ARC fields of a header together to sets. */
final class ArcSets {
    /** Sets in a chain (RFC 8617 §4.2.1). */
    static final int MAX = 50;

    static final String RESULTS = "arc-authentication-results";
    static final String MESSAGE = "arc-message-signature";
    static final String SEAL = "arc-seal";

    /** The instance stands first (RFC 8617 §4.1.1). */
    private static final Pattern INSTANCE = Pattern.compile("\\s*i\\s*=\\s*(\\d{1,10})\\s*;");

    private static final int DIGITS = 10;

    /**
     * Form of a message signature without c=. RFC 8617 §4.1.2 refers to DKIM, where that is simple; but the community's test
     * suite, which implementations are held to, has it relaxed.
     */
    private static final String USUAL_FORM = "relaxed/relaxed";

    private final HeaderFields header;

    ArcSets(HeaderFields header) {
        this.header = header;
    }

    /** The highest instance that any field names within the limit; 0 without ARC fields. */
    int newest() {
        int newest = 0;
        for (String name : List.of(RESULTS, MESSAGE, SEAL)) {
            for (int field = header.lowest(name); field != HeaderFields.NONE; field = header.above(field)) {
                newest = Math.max(newest, instance(name, field));
            }
        }
        return newest;
    }

    boolean isEmpty() {
        return header.lowest(RESULTS) == HeaderFields.NONE
                && header.lowest(MESSAGE) == HeaderFields.NONE
                && header.lowest(SEAL) == HeaderFields.NONE;
    }

    /** The sets, first to last: each instance from 1 on exactly once. */
    List<ArcSet> read() throws ArcFault {
        int count = header.count(SEAL);
        if (count > MAX) {
            throw new ArcFault(ArcReason.TOO_MANY_SETS);
        }
        int[] results = byInstance(RESULTS, count);
        int[] messages = byInstance(MESSAGE, count);
        int[] seals = byInstance(SEAL, count);
        List<ArcSet> sets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            try {
                SignatureTags message = SignatureTags.of(header, messages[i], USUAL_FORM);
                sets.add(new ArcSet(results[i], messages[i], seals[i], message, SignatureTags.of(header, seals[i])));
            } catch (SignatureFault unreadable) {
                throw new ArcFault(ArcReason.STRUCTURE, unreadable);
            }
        }
        return sets;
    }

    /** What stands behind the instance in an ARC-Authentication-Results field, unfolded. */
    String results(ArcSet set) {
        String value = header.value(set.results());
        Matcher instance = INSTANCE.matcher(value);
        String text = instance.lookingAt() ? value.substring(instance.end()) : value;
        String flat = text.replaceAll("[\\r\\n]+", "").strip();
        return flat.substring(0, Math.min(flat.length(), ArcResult.Hop.MAX_RESULTS));
    }

    private int[] byInstance(String name, int count) throws ArcFault {
        int[] fields = header.all(name);
        int[] ordered = new int[count];
        boolean[] seen = new boolean[count + 1];
        if (fields.length != count) {
            throw new ArcFault(ArcReason.STRUCTURE);
        }
        for (int field : fields) {
            int instance = instance(name, field);
            if (instance < 1 || instance > count || seen[instance]) {
                throw new ArcFault(ArcReason.STRUCTURE);
            }
            seen[instance] = true;
            ordered[instance - 1] = field;
        }
        return ordered;
    }

    /** From 1 to {@link #MAX}; 0 when there is none such. */
    private int instance(String name, int field) {
        long instance = name.equals(RESULTS) ? ofResults(field) : ofTags(field);
        return instance <= MAX ? (int) instance : 0;
    }

    private long ofResults(int field) {
        Matcher instance = INSTANCE.matcher(header.value(field));
        return instance.lookingAt() ? Long.parseLong(instance.group(1)) : 0;
    }

    private long ofTags(int field) {
        try {
            return SignatureTags.of(header, field).number("i", DIGITS).orElse(0);
        } catch (SignatureFault unreadable) {
            return 0;
        }
    }
}
