// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.image;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.model.AccountId;

/**
 * Links through which pictures from elsewhere are shown. Only what stands in a message can be asked for, only by the account that
 * has the message, and for some hours: each link is signed (RFC 2104) together with all three. So nobody can use this server to
 * look at pages, and no link works for another reader.
 */
public final class PictureLinks {
    /** How long a page may stay open and still load its pictures. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final int MAC_OCTETS = 16;

    private final Supplier<List<byte[]>> secrets;
    private final InstantSource clock;

    /** @param secrets the newest first; links made with the others are still good */
    public PictureLinks(Supplier<List<byte[]>> secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The path under which the page of the message shows the picture. */
    public String link(AccountId account, String blobId, String address) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        byte[] mac = mac(secrets.get().getFirst(), account, blobId, address, until);
        return "/api/mail/" + blobId + "/picture?until=" + until + "&mac="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac) + "&url="
                + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Whether a link of ours said so, to this account, and not too long ago. */
    public boolean isOurs(AccountId account, String blobId, String address, long until, String mac) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(mac);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
        boolean signed = secrets.get().stream()
                .anyMatch(secret -> MessageDigest.isEqual(given, mac(secret, account, blobId, address, until)));
        return signed && clock.instant().getEpochSecond() <= until;
    }

    private static byte[] mac(byte[] secret, AccountId account, String blobId, String address, long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String signed =
                    String.join("\n", "picture", Long.toString(account.value()), blobId, Long.toString(until), address);
            return Arrays.copyOf(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), MAC_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
