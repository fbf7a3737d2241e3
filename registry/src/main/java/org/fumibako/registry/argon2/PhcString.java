// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.argon2;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash as text: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, salt and tag in base 64 without padding.
 *
 * @param salt not copied, must not change
 * @param tag not copied, must not change
 */
public record PhcString(Argon2id parameters, byte[] salt, byte[] tag) {
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})"
                    + "\\$([A-Za-z0-9+/]{6,86})");

    /** Empty when it is not one, or one whose parameters are out of bounds. */
    public static Optional<PhcString> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            Argon2id parameters = new Argon2id(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new PhcString(parameters, base64.decode(form.group(4)), base64.decode(form.group(5))));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + parameters.memoryKibibytes() + ",t=" + parameters.iterations() + ",p="
                + parameters.parallelism() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(tag);
    }
}
