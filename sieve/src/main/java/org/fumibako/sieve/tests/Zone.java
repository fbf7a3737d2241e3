// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** In which zone a date is read (RFC 5260 §4.1): the owner's, that of a tag, or the one it was written in. */
record Zone(Optional<Template> named, boolean original) {
    private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-7])[0-5]\\d");

    static Zone read(Arguments arguments, boolean mayBeOriginal) throws SieveException {
        Optional<Template> named = arguments.string("zone", "");
        boolean original = mayBeOriginal && arguments.flag("originalzone", "");
        if (named.isPresent() && original) {
            throw arguments.fault("takes \":zone\" or \":originalzone\", not both");
        }
        if (named.filter(Template::isConstant)
                .map(Template::constant)
                .filter(text -> !isOffset(text))
                .isPresent()) {
            throw arguments.fault("needs a zone like \"+0900\"");
        }
        return new Zone(named, original);
    }

    OffsetDateTime shift(OffsetDateTime date, Run run) throws SieveException {
        if (original) {
            return date;
        }
        String text = named.isPresent() ? named.get().expand(run) : "";
        ZoneOffset offset = isOffset(text)
                ? ZoneOffset.of(text)
                : run.surroundings().now().getZone().getRules().getOffset(date.toInstant());
        return date.withOffsetSameInstant(offset);
    }

    private static boolean isOffset(String text) {
        return OFFSET.matcher(text).matches();
    }
}
